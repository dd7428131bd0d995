// Gemini CLI: `GEMINI.md`, which speaks of its folder and below.

import { folderAndBelow } from "./applicability.ts";
import { endsWithPath, type Format, folderAbove, folderOf } from "./format.ts";

export const gemini: Format = {
  id: "gemini",
  owns: (path) => endsWithPath(path, "GEMINI.md"),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) =>
    folderAndBelow(
      "Gemini CLI",
      folderAbove(path, ".gemini", folderOf(path)),
      "`GEMINI.md` at the root speaks of every file",
    ),
};
