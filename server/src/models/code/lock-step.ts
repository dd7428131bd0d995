// Code that no person writes and that does not say so: modules that a generator wrote in lock-step, one like the other.

/** Fewer modules may be alike by hand. */
const MIN_MODULES = 10;
const MIN_LINES = 40;
/** Of a module's lines, those that at least half of its neighbours have as well. */
const MIN_SHARE = 0.35;
const MEDIAN_SHARE = 0.6;
/** What is shorter, such as `self,` or `)`, is in any module. */
const MIN_LENGTH = 13;

/** The lines of a module, with any class's name for any other's. */
export function shapeOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const shape = line.trim().replaceAll(/\b[A-Z]\w*/g, "N");
    if (shape.length >= MIN_LENGTH) lines.push(shape);
  }
  return lines;
}

/** Which modules of one folder are in lock-step. */
export function inLockStep(shapes: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (shapes.size < MIN_MODULES) return [];
  const counts = new Map<string, number>();
  for (const lines of shapes.values()) for (const line of new Set(lines)) counts.set(line, (counts.get(line) ?? 0) + 1);
  const shares: { readonly path: string; readonly share: number }[] = [];
  for (const [path, lines] of shapes) {
    if (lines.length < MIN_LINES) continue;
    const shared = lines.filter((line) => (counts.get(line) ?? 0) * 2 >= shapes.size).length;
    shares.push({ path, share: shared / lines.length });
  }
  if (shares.length < MIN_MODULES / 2) return [];
  const median = shares.toSorted((a, b) => a.share - b.share)[shares.length >> 1]?.share ?? 0;
  return median < MEDIAN_SHARE ? [] : shares.filter(({ share }) => share >= MIN_SHARE).map(({ path }) => path);
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The modules of each folder, packages' own `__init__` apart. */
export function modulesByFolder(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    if (path.endsWith("/__init__.py")) continue;
    const known = folders.get(folderOf(path));
    if (known) known.push(path);
    else folders.set(folderOf(path), [path]);
  }
  for (const [folder, modules] of folders) if (modules.length < MIN_MODULES) folders.delete(folder);
  return folders;
}

/** Below such a folder, or above one of several of the same name: `client/v1/services/` and `client/v2/services/`. */
export function isBesideLockStep(path: string, folders: readonly string[]): boolean {
  const own = folderOf(path);
  if (folders.some((folder) => own.startsWith(folder) && own !== folder)) return true;
  const above = folderOf(own.slice(0, -1));
  return folders.some((folder) => {
    const name = folder.startsWith(own) ? folder.slice(own.length) : "";
    return (
      /^[^/]+\/$/.test(name) &&
      folders.some(
        (other) =>
          other !== folder &&
          other.startsWith(above) &&
          other.slice(above.length).split("/").slice(1).join("/") === name,
      )
    );
  });
}
