// Reads from a sentence where the team's own loggers come from: then the standard library is not asked for one elsewhere.

import type { Reading } from "./reading.ts";

/** The loggers of libraries, which have rules of their own. */
const libraries =
  /^(?:logging|structlog|loguru|prefect|celery|airflow|flask|django|uvicorn|click|rich|logfire|picologging|absl)\b/;

/** "Import the logger from `shop.log`", "logging goes through `shop.log.get_logger`". */
export function readSharedLogger({
  clause,
  codes,
}: Reading):
  | { names: readonly string[]; instead: Readonly<Record<string, string>>; owners: readonly string[] }
  | undefined {
  const names = codes.map((code) => code.replace(/\(.*\)$/s, "").trim());
  const dotted = names.find((name) => /^[a-z_]\w*(?:\.\w+)+$/.test(name) && !libraries.test(name));
  const plain = names.find((name) => /^\w*log(?:ger)?\w*$/i.test(name) && name !== dotted);
  // "Log errors with their context: `self.logger.error(…)`" is about what is logged.
  if (
    /\blog(?:s|ged)?\b[^.:]*\b(?:with|including)\s+(?:\w+ )?(?:context|details?|traceback|stack|exception|ids?)\b/i.test(
      clause,
    )
  )
    return undefined;
  // "Except in scripts", "if": that is less than all of it.
  if (dotted === undefined || /\b(?:if|when|unless|e\.g)\b|`\S+` or `/i.test(clause) || names.length > 2)
    return undefined;
  const api = plain === undefined || /get_?logger$|logger$/i.test(dotted) ? dotted : `${dotted}.${plain}`;
  // The last name is the module, or what it offers.
  const path = dotted.replaceAll(".", "/");
  const above = path.replace(/\/[^/]+$/, "");
  return {
    names: ["logging.getLogger"],
    instead: { "logging.getLogger": api },
    owners: [`${path}.py`, `${path}/`, `${above}.py`, `${above}/__init__.py`],
  };
}

export const sharedLogger: readonly string[] = [
  "(import|get|take|obtain|create) ... (logger|`*logger*`) ... (from|with|through|via|by) `*.*`",
  "use ... (`*logger*`|shared logger|logger) ... from `*.*`",
  "use ... `*.*logger*` ... (for|in) ... (all|every|any|logging|log)",
  "(logging|log) ... (go|run|happen|flow|done) ... (through|via|with|by) ... `*.*`",
  "logger (come|import|taken|obtained) ... (from|via|through) `*.*`",
  "log ... (through|via|with) ... `*.*log*`",
];
