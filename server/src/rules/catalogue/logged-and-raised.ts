// Flags handlers that log an exception and raise it again, or that raise it again without a word, as the team wants it.

import { blockOf, statements, withinScope } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { alwaysRaises, logs } from "../handlers.ts";
import { fileRule, option } from "../rule.ts";

const AGAIN = "(raise|re raise|reraise|rethrow|re throw|raise again|propagate)";

export const loggedAndRaised = fileRule({
  id: "logged-and-raised",
  scope: "file",
  summary: "A handler that logs an exception and raises it again; or one that raises it again unlogged.",
  why: "What is logged at each level is in the log as often as there are levels; what nobody above logs is in none. Which of them is wrong, the guide says. Only a handler that always raises the caught exception again, by itself or as the cause of another, is looked at.",
  severity: "information",
  fix: "none",
  options: {
    wanted: option.boolean(false, "Whether an exception has to be logged before it is raised again."),
  },
  answers: ["Never log and re-raise the same exception.", "Either log an exception or re-raise it, never both."],
  means: [
    {
      stance: "avoid",
      says: [
        `(log|logging) (it|them|the exception|the error|exception|error)? (and|then|and then) ${AGAIN}`,
        `(both|double) (log|logging) ... ${AGAIN}`,
        `${AGAIN} (and|after) (log|logging)`,
      ],
      unless: ["without"],
    },
    {
      stance: "want",
      says: [`either (log|handle) ... or ${AGAIN}`, `(log|logging) or ${AGAIN} ... (never|not) both`],
      options: ({ sentence }) => (/\b(?:not|never) both\b/i.test(sentence) ? {} : undefined),
    },
    {
      stance: "want",
      says: [`(log|logging|logged|record) ... before ... ${AGAIN}`],
      unless: ["(not|never|without)"],
      // "… before raising `HTTPException`" speaks of that one: see `unlogged-raise`.
      options: ({ clause }) => (/\bHTTP\b|\w(?:Exception|Error)\b/.test(clause) ? undefined : { wanted: true }),
    },
  ],
  examples: [
    {
      bad: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef load(path):\n    try:\n        return path.read_text()\n    except OSError:\n        logger.exception("failed")\n        raise\n',
      good: "import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef load(path):\n    try:\n        return path.read_text()\n    except OSError as error:\n        raise LookupError(path) from error\n",
    },
  ],
  *check(file, { wanted }) {
    for (const handler of file.nodes("except_clause", "except_group_clause")) {
      const block = blockOf(handler);
      if (block === undefined || !alwaysRaises(block)) continue;
      const last = statements(block).at(-1);
      const isLogged = logs(file, block);
      if (last?.type !== "raise_statement" || isLogged === wanted) continue;
      // Another exception tells the rest of it; without a cause the first one is lost to whoever logs.
      if (!wanted && last.text !== "raise") continue;
      if (wanted && handles(block)) continue;
      yield {
        span: last,
        message: wanted
          ? "This handler raises again without a word; log what has happened first."
          : "This handler logs the exception and raises it again, so that it is logged at every level; do one of them.",
      };
    }
  },
});

/** It does more than to raise: what it hands the exception to may log. */
function handles(block: SyntaxNode): boolean {
  for (const node of withinScope(block)) {
    if (node.type === "call" && node.parent?.type === "expression_statement") return true;
  }
  return false;
}
