// Flags commands that run through a shell.

import { ruffRule } from "../ruff-rule.ts";

export const shellTrue = ruffRule({
  id: "shell-true",
  summary: "`subprocess` calls with `shell=True`, `os.system` and `os.popen`.",
  why: "A shell reads quotes, dollars and semicolons in what it is given, so a file name can become a command.",
  severity: "error",
  codes: ["S602", "S604", "S605"],
  fixes: "none",
  mentions: ["shell", "system", "popen"],
  message: ({ code }) =>
    code === "S605"
      ? "This runs its text through a shell; use `subprocess.run` with a list."
      : "`shell=True` lets the arguments become commands; pass a list without a shell.",
  options: {},
  answers: ["Never use `shell=True`.", "Do not use `os.system`."],
  means: [
    {
      stance: "avoid",
      says: [
        "`shell=True`",
        "`*shell=True*`",
        "`os.system*`",
        "`os.popen*`",
        "(command|shell) injection",
        "shell execution",
        "shell (string|command|true)",
        "(`subprocess*`|subprocess|command) ... shell",
      ],
    },
    {
      stance: "want",
      says: [
        "(pass|give|use) ... list ... (to|for|in) ... (subprocess|`subprocess*`)",
        "(prevent|avoid) ... (command|shell) injection",
        "`shell=False`",
        "(`subprocess*`|subprocess|command) ... (list|argument list) ... (not|instead of|never|rather than|over) ... shell",
        "(`subprocess*`|subprocess) without shell",
        "(pass|give) ... command ... (as|by) ... list",
      ],
    },
  ],
  examples: [
    {
      bad: 'import subprocess\n\n\ndef pack(name):\n    subprocess.run(f"tar czf out.tgz {name}", shell=True, check=True)\n',
      good: 'import subprocess\n\n\ndef pack(name):\n    subprocess.run(["tar", "czf", "out.tgz", name], check=True)\n',
    },
  ],
});
