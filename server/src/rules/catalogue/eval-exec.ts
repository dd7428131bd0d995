// Flags eval() and exec().

import { ruffRule } from "../ruff-rule.ts";

export const evalExec = ruffRule({
  id: "eval-exec",
  summary: "`eval` and `exec`.",
  why: "They run whatever text they are given, with all the rights of the program. `ast.literal_eval` is left alone.",
  severity: "error",
  codes: ["S307", "S102"],
  fixes: "none",
  mentions: ["eval", "exec"],
  message: ({ code }) =>
    code === "S102"
      ? "`exec` runs whatever text it is given; write the code itself."
      : "`eval` runs whatever text it is given; use `ast.literal_eval` for literals, or a parser.",
  options: {},
  answers: ["Never use `eval()` or `exec()`."],
  means: [
    {
      stance: "avoid",
      says: ["`eval()`", "`exec()`", "`eval`", "`exec`", "arbitrary code execution", "dynamic code execution"],
    },
  ],
  examples: [
    {
      bad: "def read(text):\n    return eval(text)\n",
      good: "import ast\n\n\ndef read(text):\n    return ast.literal_eval(text)\n",
    },
  ],
});
