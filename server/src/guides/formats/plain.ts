// Any other text that a user names as a guide: it speaks of every file.

import { everything } from "./applicability.ts";
import type { Format } from "./format.ts";

export const plain: Format = {
  id: "plain",
  owns: () => true,
  keys: undefined,
  bareGlobs: true,
  applicability: () => everything("Heed", "a plain guide speaks of every file"),
};
