// The table of what ruff's checks are called in teams' everyday sentences: codes, and the phrases that ask for them.

import { lintCalls } from "./lint-meanings/calls.ts";
import { lintDocstringSections } from "./lint-meanings/docstring-sections.ts";
import { lintErrors } from "./lint-meanings/errors.ts";
import type { LintMeaning } from "./lint-meanings/meaning.ts";
import { lintMistakes } from "./lint-meanings/mistakes.ts";
import { lintSafety } from "./lint-meanings/safety.ts";
import { lintSimpler } from "./lint-meanings/simpler.ts";
import { lintStyle } from "./lint-meanings/style.ts";
import { lintTests } from "./lint-meanings/tests.ts";

export const lintMeanings: readonly LintMeaning[] = [
  ...lintStyle,
  ...lintMistakes,
  ...lintErrors,
  ...lintSimpler,
  ...lintCalls,
  ...lintSafety,
  ...lintTests,
  ...lintDocstringSections,
];

/** Ruff knows these only in its preview mode. */
export const previewCodes: ReadonlySet<string> = new Set(
  "B909 DOC402 DOC501 E201 E202 E211 E225 E231 E251 E261 E262 E265 E301 E302 E303 E305 PLC2701 PLR0904 PLR0914 PLR6301 PLR0916 PLW1514 PLW3201 RUF039 RUF055 W391".split(
    " ",
  ),
);
