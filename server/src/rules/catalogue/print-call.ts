// Flags print() in code that should log.

import { ruffRule } from "../ruff-rule.ts";

export const printCall = ruffRule({
  id: "print-call",
  summary: "Calls of `print` and `pprint` where the team logs.",
  why: "What is printed has no level, no time and no logger, cannot be switched off, and is lost where nobody reads the terminal. Methods called `print`, and `print` defined or imported from elsewhere, are left alone.",
  codes: ["T201", "T203"],
  fixes: "none",
  mentions: ["print"],
  message: (finding) =>
    `\`${finding.code === "T203" ? "pprint" : "print"}\` leaves no level, time or logger behind; use the module's logger.`,
  options: {},
  answers: ["Don't leave print statements in the code.", "Use the logger instead of print()."],
  means: [
    {
      stance: "avoid",
      says: [
        "`print()`",
        "`print`",
        "print (statement|call|function|debugging)",
        "print in (production|library|application) code",
        "debug print",
      ],
      unless: ["pretty print", "blueprint", "fingerprint"],
    },
    {
      stance: "want",
      says: [
        "logg (instead of|rather than|over) `print`",
        "`logger*` (instead of|rather than|over|not) print",
        "log (instead of|rather than|over|not) print",
      ],
    },
    {
      // The noun alone: "Replace prints with logger calls."
      stance: "avoid",
      says: ["print"],
      options: ({ clause }) => (/^\W*(?:all |any )?prints?\W*$/i.test(clause) ? {} : undefined),
    },
  ],
  examples: [
    {
      bad: 'def greet(name):\n    print(f"hello {name}")\n',
      good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef greet(name):\n    logger.info("hello %s", name)\n',
    },
  ],
});
