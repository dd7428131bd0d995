// Flags imports that nothing uses.

import { ruffRule } from "../ruff-rule.ts";

export const unusedImport = ruffRule({
  id: "unused-import",
  summary: "Imports that nothing in the file uses.",
  why: "An unused import costs time at every start and suggests a dependency that is none. `__init__.py`, which re-exports, and guarded imports are left alone.",
  codes: ["F401"],
  fixes: "safe",
  mentions: ["import"],
  message: (finding, _options, file) => {
    if (/(^|\/)__init__\.pyi?$/.test(file.path) || /consider using `importlib/.test(finding.message)) return undefined;
    const name = /`([^`]+)`/.exec(finding.message)?.[1] ?? file.source(finding.span);
    return `\`${name}\` is imported and never used; remove it.`;
  },
  generated: false,
  options: {},
  answers: ["Remove unused imports.", "No unused imports.", "Never leave unused imports in the code."],
  means: [
    {
      stance: "avoid",
      says: [
        "(unused|unneeded|unnecessary|dead|unreferenced|leftover|left over|stale|orphaned|stray) ... import",
        "import ... (unused|never used|not used)",
        "import ... (unused|never used|not used)",
        "(leave|keep) ... (unused|dead) ... import",
        "(no|leave|keep|commit|have) ... (unused|dead) code",
      ],
      unless: ["(remove|delete|drop|strip|clean) ... (import|code)", "not be used", "(wildcard|star|install)"],
    },
    {
      stance: "want",
      says: [
        "(remove|delete|clean up|clean|drop|strip) ... (unused|unneeded|unnecessary|leftover|left over|stale|orphaned|stray) ... import",
        "(remove|delete|clean up|drop|eliminate) ... (unused|dead) ... code",
        "(remove|delete|clean up|drop) ... import ... (not used|unused|never used)",
        "(import only|only import) what (is|are)? ... (used|in use)",
        "(remove|delete|clean up|clean|drop|strip) ... import ... (nobody|nothing|no one|no longer) ... (use|need|referenced)",
      ],
    },
  ],
  examples: [{ bad: "import os\nimport sys\n\nprint(sys.path)\n", good: "import sys\n\nprint(sys.path)\n" }],
});
