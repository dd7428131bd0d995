// Roo Code: `.roo/rules`, a folder of rules for each mode, and the older `.roorules`.

import { folderAndBelow } from "./applicability.ts";
import { endsWithPath, type Format, folderAbove, folderOf } from "./format.ts";

export const roo: Format = {
  id: "roo",
  owns: (path) => endsWithPath(path, ".roorules") || /(?:^|\/)\.roo\/rules(?:-[^/]+)?\/.+\.(?:md|txt)$/.test(path),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) =>
    folderAndBelow("Roo Code", folderAbove(path, ".roo", folderOf(path)), "its rules speak of every file"),
};
