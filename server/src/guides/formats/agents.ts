// AGENTS.md, which many agents read: a folder's own file speaks of that folder and below.

import { folderAndBelow } from "./applicability.ts";
import { endsWithPath, type Format, folderOf } from "./format.ts";

export const agents: Format = {
  id: "agents",
  owns: (path) => endsWithPath(path, "AGENTS.md") || endsWithPath(path, "AGENTS.override.md"),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) =>
    folderAndBelow("Agents that read AGENTS.md", folderOf(path), "`AGENTS.md` at the root speaks of every file"),
};
