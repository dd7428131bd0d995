// Warp: `WARP.md`.

import { folderAndBelow } from "./applicability.ts";
import { endsWithPath, type Format, folderOf } from "./format.ts";

export const warp: Format = {
  id: "warp",
  owns: (path) => endsWithPath(path, "WARP.md"),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) => folderAndBelow("Warp", folderOf(path), "its rules speak of every file"),
};
