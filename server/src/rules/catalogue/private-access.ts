// Flags uses of another object's private attributes.

import { ruffRule } from "../ruff-rule.ts";

export const privateAccess = ruffRule({
  id: "private-access",
  tests: false,
  summary: "`other._name`: a private attribute used from outside its class.",
  why: "What begins with an underscore may change without notice; only its owner knows what it takes. `self`, `cls`, `super()` and named tuples' methods are left alone.",
  codes: ["SLF001"],
  fixes: "none",
  mentions: ["._"],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span)}\` reaches into what its owner keeps private; use or add something public.`,
  options: {},
  answers: ["Never access private attributes from outside the class.", "Do not call private methods of other classes."],
  means: [
    {
      stance: "avoid",
      says: [
        "(access|use|call|touch|rely on|reach into|read) ... (private|protected|underscore) ... (attribute|member|method|field|function|variable|name)",
        "private (attribute|member|method) access",
        "(private|protected) (attribute|member|method) ... (outside|external|other|another)",
        "`_*` ... (outside|other|another|external)",
        "private ... (outside|other|another|from) ... (class|module|object|package)",
        "import ... private (name|function|helper|member)",
        "test ... (use|access|call|reach|import) ... private",
      ],
      unless: ["test & !(access|call)"],
    },
    {
      stance: "want",
      says: ["(public|public api|public interface) ... (not|instead of|over|rather than|never) ... private"],
    },
  ],
  examples: [{ bad: "def start(engine):\n    engine._ignite()\n", good: "def start(engine):\n    engine.start()\n" }],
});
