// Aider: `CONVENTIONS.md`.

import { folderAndBelow } from "./applicability.ts";
import { endsWithPath, type Format, folderOf } from "./format.ts";

export const aider: Format = {
  id: "aider",
  owns: (path) => endsWithPath(path, "CONVENTIONS.md"),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) => folderAndBelow("Aider", folderOf(path), "its rules speak of every file"),
};
