// Amazon Q Developer: `.amazonq/rules`.

import { folderAndBelow } from "./applicability.ts";
import { type Format, folderAbove, folderOf } from "./format.ts";

export const amazonQ: Format = {
  id: "amazon-q",
  owns: (path) => /(?:^|\/)\.amazonq\/rules\/(?:.+\/)?[^/]+\.md$/.test(path),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) =>
    folderAndBelow("Amazon Q", folderAbove(path, ".amazonq", folderOf(path)), "its rules speak of every file"),
};
