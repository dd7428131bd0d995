// What every vendor's format answers: which paths are its guides, and which code files one of them speaks of.

import type { FrontMatter } from "../front-matter.ts";
import type { FrontMatterEntry } from "../front-matter-entry.ts";
import type { KnownKeys } from "../front-matter-keys.ts";
import type { Applicability, FormatId, GuideProblem } from "../guide.ts";

export interface FormatContext {
  readonly path: string;
  readonly matter: FrontMatter | undefined;
  readonly report: (problem: GuideProblem) => void;
}

export interface Format {
  readonly id: FormatId;
  /** True where an assistant of this vendor reads the path as instructions. */
  owns(path: string): boolean;
  /** The front-matter keys that it knows; undefined where it reads no front matter at all. */
  readonly keys: KnownKeys | undefined;
  /** True where its globs need no quotes. */
  readonly bareGlobs: boolean;
  applicability(context: FormatContext): Applicability;
}

export function entry(context: FormatContext, key: string): FrontMatterEntry | undefined {
  const found = context.matter?.entries.get(key);
  return found && found.value !== "empty" ? found : undefined;
}

export function flag(context: FormatContext, key: string): boolean | undefined {
  const text = entry(context, key)?.items[0]?.text.toLowerCase();
  return text === "true" ? true : text === "false" ? false : undefined;
}

export function word(context: FormatContext, key: string): string {
  return entry(context, key)?.items[0]?.text.trim().toLowerCase() ?? "";
}

/** The folder that holds a path; the root is "". */
export function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

/** The folder above a dotted one: `api/.cursor/rules/a.mdc` speaks of `api`. Outside such a folder, `otherwise`. */
export function folderAbove(path: string, dotted: string, otherwise: string): string {
  const segments = path.split("/").slice(0, -1);
  const at = segments.lastIndexOf(dotted);
  return at < 0 ? otherwise : segments.slice(0, at).join("/");
}

/** True where the path is `name` or ends in `/name`. */
export function endsWithPath(path: string, name: string): boolean {
  return path === name || path.endsWith(`/${name}`);
}
