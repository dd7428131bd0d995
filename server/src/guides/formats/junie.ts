// Junie: `.junie/guidelines.md` or `.junie/AGENTS.md`.

import { folderAndBelow } from "./applicability.ts";
import { endsWithPath, type Format, folderAbove, folderOf } from "./format.ts";

export const junie: Format = {
  id: "junie",
  owns: (path) => endsWithPath(path, ".junie/guidelines.md") || endsWithPath(path, ".junie/AGENTS.md"),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) =>
    folderAndBelow("Junie", folderAbove(path, ".junie", folderOf(path)), "its rules speak of every file"),
};
