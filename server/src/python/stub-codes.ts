// What ruff leaves alone in stubs: we hand it a text without a path, so it cannot tell one by its name.

import { formatCode } from "./format-finding.ts";

/** Docstrings, signatures that mirror others, blank lines, bodies on one line, and names that are defined further down. */
const LEFT_ALONE = /^(?:D\d|ANN|ARG|N8|E3\d|E70[14]|F821$|FBT|PLR09|B006$|B008$|RUF012$|INP)/;

export function isLeftAloneInStubs(code: string): boolean {
  return code === formatCode || LEFT_ALONE.test(code);
}
