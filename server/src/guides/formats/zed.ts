// Zed: the file `.rules`.

import { folderAndBelow } from "./applicability.ts";
import { endsWithPath, type Format, folderOf } from "./format.ts";

export const zed: Format = {
  id: "zed",
  owns: (path) => endsWithPath(path, ".rules"),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) => folderAndBelow("Zed", folderOf(path), "its rules speak of every file"),
};
