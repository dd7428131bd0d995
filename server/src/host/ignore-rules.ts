// What git ignores: the `.gitignore` files of a folder and of those above it, up to the repository's root.

import { type Dirent, existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ignore, { type Ignore } from "ignore";

interface Layer {
  /** The path of what lies below, as the layer's own folder sees it. */
  readonly seen: (path: string) => string | undefined;
  readonly rules: Ignore;
}

export class IgnoreRules {
  readonly #layers: readonly Layer[];

  private constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /** The rules of the folders above a root, where it is a part of a repository. */
  static above(root: string): IgnoreRules {
    const layers: Layer[] = [];
    let prefix = "";
    let folder = root;
    while (!existsSync(join(folder, ".git"))) {
      const parent = dirname(folder);
      if (parent === folder) return new IgnoreRules([]);
      prefix = prefix === "" ? basename(folder) : `${basename(folder)}/${prefix}`;
      folder = parent;
      const here = prefix;
      const rules = read(join(folder, ".gitignore"));
      if (rules) layers.unshift({ seen: (path) => `${here}/${path}`, rules });
    }
    const exclude = read(join(folder, ".git", "info", "exclude"));
    if (exclude) layers.unshift({ seen: (path) => (prefix === "" ? path : `${prefix}/${path}`), rules: exclude });
    return new IgnoreRules(layers);
  }

  /** With the rules that a folder itself brings. */
  below(path: string, place: string, entries: readonly Dirent[]): IgnoreRules {
    if (!entries.some(({ name }) => name === ".gitignore")) return this;
    const rules = read(join(place, ".gitignore"));
    if (!rules) return this;
    const prefix = path === "" ? "" : `${path}/`;
    const seen = (inner: string) => (inner.startsWith(prefix) ? inner.slice(prefix.length) : undefined);
    return new IgnoreRules([...this.#layers, { seen, rules }]);
  }

  /** The innermost rule that speaks of a path decides. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { seen, rules } of this.#layers.toReversed()) {
      const own = seen(path);
      if (!own) continue;
      const verdict = rules.test(isFolder ? `${own}/` : own);
      if (verdict.ignored) return true;
      if (verdict.unignored) return false;
    }
    return false;
  }
}

function read(path: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
