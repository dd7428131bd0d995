// Reads the lowest Python version that a project supports from the files that say so.

import { parse } from "smol-toml";

export interface VersionSource {
  readonly otherPaths: readonly string[];
  text(path: string): string | undefined;
}

/** Files of the root count; where it has none, those of the only project below it. */
export function pythonVersion(source: VersionSource): readonly [number, number] | undefined {
  for (const [name, read] of readers) {
    const paths = source.otherPaths.filter((path) => path === name || path.endsWith(`/${name}`));
    const path = paths.includes(name) ? name : paths.length === 1 ? paths[0] : undefined;
    const text = path === undefined ? undefined : source.text(path);
    const version = text === undefined ? undefined : read(text);
    if (version) return version;
  }
  return undefined;
}

type Version = readonly [number, number];

const readers: readonly (readonly [name: string, read: (text: string) => Version | undefined])[] = [
  ["pyproject.toml", fromPyproject],
  ["setup.cfg", (text) => lowest(/^\s*python_requires\s*=\s*(.+)$/m.exec(text)?.[1])],
  [".python-version", (text) => lowest(/^\s*(\d+\.\d+\S*)/.exec(text)?.[1])],
];

function fromPyproject(text: string): Version | undefined {
  let table: unknown;
  try {
    table = parse(text);
  } catch {
    return undefined;
  }
  const target = at(table, "tool", "ruff", "target-version");
  return (
    lowest(at(table, "project", "requires-python")) ??
    lowest(at(table, "tool", "poetry", "dependencies", "python")) ??
    lowest(typeof target === "string" ? target.replace(/^py(\d)(\d+)$/, "$1.$2") : undefined)
  );
}

function at(table: unknown, ...keys: readonly string[]): unknown {
  let value = table;
  for (const key of keys)
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return value;
}

/** The lower bound of a specifier such as ">=3.10,<4" or "^3.11"; an upper bound alone says nothing. */
function lowest(specifier: unknown): Version | undefined {
  if (typeof specifier !== "string") return undefined;
  const versions = [...specifier.matchAll(/(<=?|!=)?\s*[=~^>]*\s*(\d+)\.(\d+)/g)]
    .filter((match) => match[1] === undefined)
    .map((match): Version => [Number(match[2]), Number(match[3])]);
  return versions.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])[0];
}
