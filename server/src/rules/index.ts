// The catalogue in order of ids. Made by `npm run generate`; do not edit.

import { bareExcept } from "./catalogue/bare-except.ts";
import { printCall } from "./catalogue/print-call.ts";
import { wildcardImport } from "./catalogue/wildcard-import.ts";
import type { Rule } from "./rule.ts";

export const catalogue: readonly Rule[] = [
  bareExcept,
  printCall,
  wildcardImport,
];
