// Flags deletions and cleanups that leave no line in the log.

import type { Workspace } from "../../models/workspace.ts";
import { argumentsOf, methodCall } from "../../python/call.ts";
import { calledFunction } from "../../python/handed-over.ts";
import { calleeName, nameOf } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import {
  decoratorName,
  decoratorsOf,
  enclosing,
  enclosingClass,
  enclosingFunction,
  indentOf,
  lineEnd,
  namedChildren,
  statementOf,
  withinScope,
} from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { callsIn, endingOf, removalsIn } from "../lifecycle-calls.ts";
import { loggerCall, usableLogger } from "../logging.ts";
import type { Reading } from "../reading.ts";
import { rowDeletions } from "../row-deletions.ts";
import { type Fix, fileRule, option } from "../rule.ts";
import { isMigration } from "../test-modules.ts";
import { isToldByCallers, tellsElsewhere } from "../told-deletions.ts";

export const logDeletes = fileRule({
  id: "log-deletes",
  scope: "workspace",
  summary: "Rows are deleted, or something is cleaned up, in a function that logs nothing.",
  why: "When data is gone, the log is the only thing that says when and by whom. Functions that log anything, hand the deletion to an audit log or stand under a decorator for one, and migrations are left alone.",
  severity: "warning",
  fix: "unsafe",
  additive: true,
  options: { kinds: option.strings(["rows"], "What must be logged: rows, cleanup.") },
  tests: false,
  mentions: [
    "delete",
    "DELETE",
    "kill",
    "terminate",
    "send_signal",
    "pop(",
    "del ",
    "discard(",
    "unlink",
    "remove",
    "rmdir",
    "rmtree",
  ],
  answers: [
    "Log each deletion.",
    "Log every delete operation.",
    "Log all cleanup actions.",
    "Never delete rows without logging it.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "log ... (deletion|delete|deleted|deleting|removal)",
        "(deletion|delete) ... (must|should)? ... (be)? logged",
        "(row|record|entity) ... (removed|deleted) ... log (entry|line|message)?",
        "(remove|delete) (row|record|entity) ... log",
        "log ... (cleanup|clean up|teardown) (action|operation|step)?",
        "(cleanup|clean up) (action|operation|step)? ... (be)? logged",
      ],
      unless: ["expected", "fail forward", "log file", "old log", "log rotation", "logged in", "sensitive", "password"],
      options: readKinds,
    },
    {
      stance: "avoid",
      says: [
        "(delete|deletion|deleting|remove|cleanup) ... without ... (log|logging)",
        "(silently|silent) (delete|deletion|cleanup)",
        "(silently|silent) remove (row|record|entity|data)",
      ],
      options: readKinds,
    },
  ],
  examples: [
    {
      bad: "import logging\n\nfrom sqlalchemy.orm import Session\n\nlogger = logging.getLogger(__name__)\n\n\ndef remove(db: Session, part) -> None:\n    db.delete(part)\n    db.commit()\n",
      good: 'import logging\n\nfrom sqlalchemy.orm import Session\n\nlogger = logging.getLogger(__name__)\n\n\ndef remove(db: Session, part) -> None:\n    db.delete(part)\n    logger.info("Deleted part", extra={"part_id": part.id})\n    db.commit()\n',
    },
  ],
  *check(file, { kinds }, { workspace }) {
    if (isMigration(file)) return;
    if (kinds.includes("rows") && /delete/i.test(file.text)) {
      for (const { call, what, isOwn } of rowDeletions(file, workspace)) {
        const around = enclosingFunction(call);
        if (!isOwn || !around || logsAnything(file, around, workspace) || isLoggedByCallers(file, around, workspace))
          continue;
        const fix = logFix(file, call, what);
        yield {
          span: call,
          message: `Nothing in the log will say that \`${what}\` was deleted here. Log the deletion with its key.`,
          ...(fix ? { fix } : {}),
        };
      }
    }
    if (!kinds.includes("cleanup")) return;
    for (const definition of file.nodes("function_definition")) {
      const action = cleanupIn(file, definition);
      if (!action || logsAnything(file, definition, workspace)) continue;
      const isHelper = definition.field("name")?.text.startsWith("_") === true;
      if (isHelper && isLoggedByCallers(file, definition, workspace)) continue;
      const fix = logCleanup(file, action);
      yield {
        span: action,
        ...(fix && { fix }),
        message: `\`${definition.field("name")?.text ?? ""}\` cleans up and logs nothing, so that nobody can tell later what it did. Log what is cleaned up.`,
      };
    }
  },
});

/** It logs itself, or a function of this file that it calls does. */
function logsAnything(file: PythonFile, definition: SyntaxNode, workspace: Workspace, isCalled = false): boolean {
  const body = definition.field("body");
  if (!body || isLoggedByDecorator(file, definition)) return true;
  for (const node of withinScope(body)) {
    if (node.type !== "call") continue;
    if (loggerCall(file, node) !== undefined) return true;
    const name = calleeName(file, node).split(".").at(-1) ?? "";
    if (/(^|_)(log|logger|audit|print|echo)(_|$)|^capture_\w+/.test(name) && name !== "log_softmax") return true;
    if (/(^|\.)_*(audit\w*|log(ger)?)\./i.test(node.field("function")?.text ?? "")) return true;
    // `self.record_event({"action": "delete", …})`
    if (
      /(^|_)(record|track|emit|publish|register|add)_\w*(event|activity|action|audit|history)/.test(name) &&
      /delet/i.test(node.text)
    )
      return true;
    const called = isCalled ? undefined : calledFunction(file, node);
    if (called?.field("body") && logsAnything(file, called, workspace, true)) return true;
    if (tellsElsewhere(file, node, workspace)) return true;
  }
  return false;
}

/** `@audit_log(action="delete")` writes down each call. */
function isLoggedByDecorator(file: PythonFile, definition: SyntaxNode): boolean {
  return decoratorsOf(definition).some((decorator) => {
    const name = decoratorName(decorator);
    return name !== undefined && /(^|[._])(log|logs|logged|audit|audits|audited)(_|$)/i.test(nameOf(file, name));
  });
}

/** A private helper, and whoever calls it says what is deleted; of any other function, whoever calls it in the workspace. */
function isLoggedByCallers(file: PythonFile, definition: SyntaxNode, workspace: Workspace, depth = 0): boolean {
  const name = definition.field("name")?.text ?? "";
  if (!name.startsWith("_")) return enclosingClass(definition) === undefined && isToldByCallers(file, name, workspace);
  const calls = file
    .nodes("call")
    .filter((call) => /(?:^|\.)(\w+)$/.exec(call.field("function")?.text ?? "")?.[1] === name);
  const callers = calls.map(enclosingFunction);
  return (
    callers.length > 0 &&
    callers.every(
      (one) =>
        one !== undefined &&
        (logsAnything(file, one, workspace) || (depth < 2 && isLoggedByCallers(file, one, workspace, depth + 1))),
    )
  );
}

const cleaningName =
  /^_*(clean_?up|clean|purge|sweep|prune|tear_?down|dispose|reap|stop|kill|terminate|close|shut_?down|untrack)(_|$)/;

/** Ending a process anywhere; in a function named for it, also removing from tracking and deleting files. */
function cleanupIn(file: PythonFile, definition: SyntaxNode): SyntaxNode | undefined {
  const body = definition.field("body");
  if (!body || /^__(del|exit|aexit)__$/.test(definition.field("name")?.text ?? "")) return undefined;
  const actions: SyntaxNode[] = [];
  for (const call of callsIn(body)) {
    const target = methodCall(call);
    const isProcess =
      endingOf(file, call) === "process" &&
      !isOwnSignal(file, call) &&
      (target === undefined ||
        /^(terminate|kill|send_signal|kill\w*)$/.test(target.method) ||
        calleeName(file, call).startsWith("os."));
    if (
      isProcess &&
      !/^_*(kill|terminate|stop|clean|close)/.test(call.field("function")?.text.replace(/^self\./, "") ?? "")
    )
      actions.push(call);
  }
  if (cleaningName.test(definition.field("name")?.text ?? "")) {
    for (const { node } of removalsIn(file, body)) actions.push(node);
    for (const call of callsIn(body)) if (isFileRemoval(file, call)) actions.push(call);
  }
  return actions.toSorted((a, b) => a.start - b.start)[0];
}

/** A signal to the own process is handed on, and 0 only asks whether one is there. */
function isOwnSignal(file: PythonFile, call: SyntaxNode): boolean {
  const [pid, signal] = argumentsOf(call).positional;
  return (
    /^os\.(kill|killpg)$/.test(calleeName(file, call)) &&
    (/^os\.get(pid|pgid|pgrp)\(/.test(pid?.text ?? "") || signal?.text === "0")
  );
}

function isFileRemoval(file: PythonFile, call: SyntaxNode): boolean {
  if (/^(os\.(remove|unlink|rmdir|removedirs)|shutil\.rmtree)$/.test(calleeName(file, call))) return true;
  const target = methodCall(call);
  return (
    target !== undefined &&
    /^(unlink|rmdir)$/.test(target.method) &&
    /^pathlib\./.test(file.typeOf(target.receiver) ?? "")
  );
}

/** A call with the object's key after `session.delete(x)`, or with the model's name after a query. */
function logFix(file: PythonFile, call: SyntaxNode, what: string): Fix | undefined {
  const statement = statementOf(call);
  if (statement.type !== "expression_statement" || enclosing(statement, "lambda")) return undefined;
  const logger = usableLogger(file);
  const isObject =
    methodCall(call)?.method === "delete" && /^[a-z_]\w*$/.test(what) && argumentsOf(call).positional[0]?.text === what;
  const name = what.replace(/[^\w.]/g, "");
  if (name === "") return undefined;
  const data = isObject ? { key: `${what}_id`, value: `${what}.id` } : undefined;
  const message = isObject ? `Deleted ${what}` : `Deleted ${name} rows`;
  const text = {
    logging: `${logger.name}.info("${message}"${data ? `, extra={"${data.key}": ${data.value}}` : ""})`,
    structlog: `${logger.name}.info("${message}"${data ? `, ${data.key}=${data.value}` : ""})`,
    loguru: `${logger.name}.info("${message}${data ? ` {}", ${data.value}` : '"'})`,
  }[logger.library];
  return {
    title: "Log the deletion; look whether the key is called so",
    safe: false,
    edits: [
      ...logger.edits,
      {
        span: { start: statement.end, end: statement.end },
        text: `${lineEnd(file)}${indentOf(file, statement)}${text}`,
      },
    ],
  };
}

/** A line behind it that says what was ended or removed: a process by its name here, an entry by its key. */
function logCleanup(file: PythonFile, action: SyntaxNode): Fix | undefined {
  const statement = statementOf(action);
  const target = methodCall(action);
  const deleted = action.type === "delete_statement" ? namedChildren(action)[0] : undefined;
  const given = (deleted?.field("subscript") ?? argumentsOf(action).positional[0] ?? target?.receiver)?.text ?? "";
  const isEnding = target !== undefined && /^(terminate|kill|send_signal)$/.test(target.method);
  const subject = isEnding ? target.receiver.text : given;
  if (!/^(expression|delete)_statement$/.test(statement.type) || !/^[\w.[\]]+$/.test(subject)) return undefined;
  const logger = usableLogger(file);
  const message = isEnding ? "Stopped" : "Removed";
  const text = {
    logging: `${logger.name}.info("${message} %s", ${subject})`,
    structlog: `${logger.name}.info("${message}", what=${subject})`,
    loguru: `${logger.name}.info("${message} {}", ${subject})`,
  }[logger.library];
  const at = file.lines.lineSpan(file.lines.position(statement.end).line).end;
  return {
    title: "Log it; look whether the line says which one it was",
    safe: false,
    edits: [
      ...logger.edits,
      { span: { start: at, end: at }, text: `${lineEnd(file)}${indentOf(file, statement)}${text}` },
    ],
  };
}

function readKinds(reading: Reading): { kinds: readonly string[] } {
  const isCleanup = /\b(clean-?\s?ups?|teardown|tear down)\b/i.test(reading.clause);
  const isRows = /\b(delet\w*|removal\w*|rows?|records?)\b/i.test(reading.clause);
  return { kinds: isCleanup ? (isRows ? ["rows", "cleanup"] : ["cleanup"]) : ["rows"] };
}
