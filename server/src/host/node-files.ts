// The files of a folder on disk: which there are, and their texts, as the engine's port wants them.

import {
  type Dirent,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { FilePort } from "../engine/ports.ts";
import { formats } from "../guides/discover.ts";
import { decode, encodeLike } from "./encoding.ts";
import { IgnoreRules } from "./ignore-rules.ts";

/** Folders that hold what tools made, never what people wrote. */
const skipped = new Set(
  ".bzr .direnv .eggs .git .git-rewrite .hg .ipynb_checkpoints .mypy_cache .nox .pants.d .pyenv .pytest_cache .pytype .ruff_cache .svn .tox .venv __pycache__ __pypackages__ _build buck-out build dist htmlcov node_modules site-packages venv".split(
    " ",
  ),
);

/** Folders of assistants: they are read even where git ignores them, since the assistants read them too. */
const assistants = new Set(
  ".github .cursor .claude .windsurf .devin .clinerules .kiro .continue .roo .junie .amazonq .augment".split(" "),
);

const deepest = 64;

interface Folder {
  /** Relative to the root, with `/`; "" for the root. */
  readonly path: string;
  readonly rules: IgnoreRules;
  /** Inside a folder that git ignores but assistants read: only guides count. */
  readonly guidesOnly: boolean;
  /** The real places of the folders above, to see a link that leads back into them. */
  readonly above: readonly string[];
}

export class NodeFiles implements FilePort {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  list(): readonly string[] {
    const found: string[] = [];
    const real = realPath(this.root);
    if (real !== undefined) {
      this.#walk({ path: "", rules: IgnoreRules.above(this.root), guidesOnly: false, above: [real] }, found);
    }
    return found.toSorted();
  }

  read(path: string): string | undefined {
    try {
      return decode(readFileSync(join(this.root, path)), path);
    } catch {
      return undefined;
    }
  }

  /** Keeps the byte order mark and the encoding that the file has. */
  write(path: string, text: string): void {
    const place = join(this.root, path);
    let before: Uint8Array | undefined;
    try {
      before = readFileSync(place);
    } catch {
      before = undefined;
      mkdirSync(dirname(place), { recursive: true });
    }
    writeFileSync(place, encodeLike(before, text));
  }

  remove(path: string): void {
    rmSync(join(this.root, path));
  }

  #walk(folder: Folder, found: string[]): void {
    const place = join(this.root, folder.path);
    const entries = entriesOf(place);
    // A virtual environment is told by this file, whatever its folder is called.
    if (entries.some(({ name }) => name === "pyvenv.cfg")) return;
    const rules = folder.rules.below(folder.path, place, entries);
    for (const entry of entries) {
      const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
      const kind = kindOf(entry, join(place, entry.name));
      if (kind === "folder") this.#enter(entry, path, { ...folder, rules }, found);
      else if (kind === "file" && isWanted(path, folder.guidesOnly || rules.ignores(path, false))) found.push(path);
    }
  }

  #enter(entry: Dirent, path: string, folder: Folder, found: string[]): void {
    if (skipped.has(entry.name) || entry.name.endsWith(".egg-info")) return;
    const isIgnored = folder.rules.ignores(path, true);
    if (isIgnored && !assistants.has(entry.name)) return;
    let { above, guidesOnly } = folder;
    if (entry.isSymbolicLink()) {
      const real = realPath(join(this.root, path));
      if (real === undefined || above.includes(real)) return;
      above = [...above, real];
      // What a link shows again is checked at its own place; guides are read through links.
      guidesOnly ||= !relative(above[0] ?? "", real).startsWith("..");
    } else {
      above = [...above, `${above.at(-1)}${sep}${entry.name}`];
    }
    if (above.length > deepest) return;
    this.#walk({ path, rules: folder.rules, guidesOnly: guidesOnly || isIgnored, above }, found);
  }
}

function isWanted(path: string, guidesOnly: boolean): boolean {
  return !guidesOnly || formats.some((format) => format.owns(path));
}

function entriesOf(place: string): readonly Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch {
    return [];
  }
}

function kindOf(entry: Dirent, place: string): "file" | "folder" | "other" {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return "other";
  try {
    const target = statSync(place);
    return target.isFile() ? "file" : target.isDirectory() ? "folder" : "other";
  } catch {
    return "other";
  }
}

function realPath(place: string): string | undefined {
  try {
    return realpathSync(place);
  } catch {
    return undefined;
  }
}
