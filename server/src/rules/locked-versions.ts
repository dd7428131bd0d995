// Reads from lock files which versions are installed, and writes them where a project's own files leave them open.

import type { Project } from "../models/project/project.ts";
import type { Requirement } from "../models/project/requirements.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** Undefined where no lock file knows any of them, or where they are written in another way than `name>=1`. */
export function pinFix(project: Project, open: readonly Requirement[]): Fix | undefined {
  const locked = lockedVersions(project);
  const edits = open.flatMap((requirement): readonly FixEdit[] => {
    const version = locked.get(requirement.name);
    const edit = version === undefined ? undefined : pinned(project, requirement, version);
    return edit === undefined ? [] : [edit];
  });
  return edits.length === 0
    ? undefined
    : {
        title: "Pin what the lock file has installed; look whether others than this project need it open",
        safe: false,
        edits,
      };
}

function pinned(
  project: Project,
  { path, written, extras, specifier }: Requirement,
  version: string,
): FixEdit | undefined {
  const text = project.text(path);
  const at = wholePlace(text, written);
  const head = /^[A-Za-z0-9][\w.-]*(\s*\[[^\]]*\])?/.exec(written)?.[0];
  if (head === undefined || at === undefined) return undefined;
  // A table's key has its version elsewhere.
  const rest = written.slice(head.length);
  const isPlain =
    specifier === ""
      ? rest === ""
      : rest
          .trim()
          .replace(/^[(]|[)]$/g, "")
          .startsWith(specifier.trim().slice(0, 2));
  const behind = text.slice(at + written.length).split("\n")[0] ?? "";
  if (!isPlain || /^\s*=\s*["'{]/.test(behind) || (extras.length > 0 && !head.includes("["))) return undefined;
  const marker = /\s*;.*$/.exec(rest)?.[0] ?? "";
  const span = { start: at + head.length, end: at + written.length - marker.length };
  return { path, span, text: `==${version}` };
}

/** Where it is written, not as a part of another name; undefined where that is nowhere or twice. */
function wholePlace(text: string, written: string): number | undefined {
  const found = [...text.matchAll(new RegExp(written.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), "g"))];
  const isName = (char: string | undefined) => char !== undefined && /[\w.-]/.test(char);
  const whole = found.filter(({ index }) => !isName(text[index - 1]) && !isName(text[index + written.length]));
  return whole.length === 1 ? whole[0]?.index : undefined;
}

function lockedVersions(project: Project): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const set = (name: string, version: string) => found.set(name.toLowerCase().replaceAll(/[-_.]+/g, "-"), version);
  for (const path of project.matching(/(^|\/)(uv|poetry|pdm)\.lock$/))
    for (const [, name = "", version = ""] of project
      .text(path)
      .matchAll(/^\[\[package\]\]\r?\nname = "([^"]+)"\r?\nversion = "([^"]+)"/gm))
      set(name, version);
  for (const path of project.matching(/(^|\/)Pipfile\.lock$/))
    for (const [, name = "", version = ""] of project
      .text(path)
      .matchAll(/"([\w.-]+)": \{[^{}]*"version": "==([^"]+)"/g))
      set(name, version);
  return found;
}
