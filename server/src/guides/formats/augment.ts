// Augment: `.augment/rules`.

import { folderAndBelow } from "./applicability.ts";
import { type Format, folderAbove, folderOf } from "./format.ts";

export const augment: Format = {
  id: "augment",
  owns: (path) => /(?:^|\/)\.augment\/rules\/(?:.+\/)?[^/]+\.md$/.test(path),
  keys: undefined,
  bareGlobs: false,
  applicability: ({ path }) =>
    folderAndBelow("Augment", folderAbove(path, ".augment", folderOf(path)), "its rules speak of every file"),
};
