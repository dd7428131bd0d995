// Finds the guides among a workspace's files, and says which format a file is.

import { agents } from "./formats/agents.ts";
import { aider } from "./formats/aider.ts";
import { amazonQ } from "./formats/amazon-q.ts";
import { augment } from "./formats/augment.ts";
import { claude } from "./formats/claude.ts";
import { cline } from "./formats/cline.ts";
import { continueDev } from "./formats/continue.ts";
import { copilot } from "./formats/copilot.ts";
import { cursor } from "./formats/cursor.ts";
import type { Format } from "./formats/format.ts";
import { gemini } from "./formats/gemini.ts";
import { junie } from "./formats/junie.ts";
import { kiro } from "./formats/kiro.ts";
import { plain } from "./formats/plain.ts";
import { roo } from "./formats/roo.ts";
import { warp } from "./formats/warp.ts";
import { windsurf } from "./formats/windsurf.ts";
import { zed } from "./formats/zed.ts";
import { compileGlob } from "./glob.ts";
import type { FormatId } from "./guide.ts";

/** In the order of asking: `.junie/AGENTS.md` is Junie's before it is everybody's. */
export const formats: readonly Format[] = [
  copilot,
  cursor,
  claude,
  junie,
  agents,
  gemini,
  windsurf,
  cline,
  kiro,
  continueDev,
  roo,
  zed,
  warp,
  aider,
  amazonQ,
  augment,
];

export interface FoundGuide {
  readonly path: string;
  readonly format: FormatId;
}

/**
 * The guides of a workspace: outer folders before inner ones, so that the nearer guide comes later.
 * `extraGlobs` name further files; those without a known format are plain guides.
 */
export function findGuides(paths: readonly string[], extraGlobs: readonly string[] = []): readonly FoundGuide[] {
  const extra = extraGlobs.map((glob) => compileGlob(glob, { ignoreCase: false, start: "root", folders: true }));
  const found: FoundGuide[] = [];
  for (const path of paths) {
    const format = isOfSkill(path) ? undefined : formats.find((candidate) => candidate.owns(path));
    if (format) found.push({ path, format: format.id });
    else if (extra.some((matches) => matches(path))) found.push({ path, format: formatOf(path) });
  }
  return found.toSorted((a, b) => depthOf(a.path) - depthOf(b.path) || compare(a.path, b.path));
}

/** `.claude/skills/notes/assets/CONVENTIONS.md`: what a skill brings is for its task, not for the code. */
function isOfSkill(path: string): boolean {
  return /(?:^|\/)\.[\w-]+\/skills\//.test(path);
}

/** The format of one file by its name; outside its usual folder a name can still tell. */
export function formatOf(path: string): FormatId {
  const format = formats.find((candidate) => candidate.owns(path));
  if (format) return format.id;
  if (path.endsWith(".instructions.md")) return "copilot";
  if (path.endsWith(".mdc")) return "cursor";
  return "plain";
}

export function formatWithId(id: FormatId): Format {
  return formats.find((format) => format.id === id) ?? plain;
}

function depthOf(path: string): number {
  return path.split("/").length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
