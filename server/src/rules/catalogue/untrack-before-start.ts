// Flags a new process that starts while the old one is still tracked under the same key.

import type { PythonFile } from "../../python/python-file.ts";
import { ancestors, enclosing, indentOf, lineEnd, statementOf, withinScope } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { callsIn, isStart, type Removal, removalsIn } from "../lifecycle-calls.ts";
import { removeStatement } from "../remove-statement.ts";
import { type Fix, fileRule } from "../rule.ts";

export const untrackBeforeStart = fileRule({
  id: "untrack-before-start",
  scope: "file",
  summary: "A new process or task starts while the old entry is still tracked under its key, to be removed later.",
  why: "Whoever looks the key up in between finds the dead one, and the late removal takes away the new one. Entries that are removed before, replaced by the new one, or removed where the start failed are left alone.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  mentions: ["pop", "del ", "discard"],
  tests: false,
  answers: [
    "Remove the old entry from tracking before starting a new process.",
    "Untrack a process before you start its replacement.",
    "Never start the new process while the old one is still tracked.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(remove|untrack|unregister|pop|delete|drop|clear) ... before (start|launch|spawn|create|you start)",
        "untrack ... before",
        "(remove|untrack|unregister|pop|delete|drop|clear|forget) ... (old|stale|previous|tracked|existing) ... before ... (start|launch|spawn|restart)",
        "(take|pull) ... (process|entry|worker|one) ... out of ... (tracking|tracked|registry|dict|table) ... before ... (start|launch|spawn|restart)",
        "(remove|untrack|unregister|pop|delete|drop|clear) ... (old|stale|previous|tracked|existing) (entry|process|record|one) before",
        "(remove|delete|clear) from tracking",
      ],
      unless: ["merge", "commit", "feature", "temp", "file", "cache"],
    },
    {
      stance: "avoid",
      says: ["start ... (while|before) ... (still)? (tracked|registered)"],
    },
  ],
  examples: [
    {
      bad: "import subprocess\n\nprocesses = {}\n\n\ndef restart(key: str) -> None:\n    old = processes[key]\n    old.terminate()\n    new = subprocess.Popen(['work', key])\n    processes.pop(key, None)\n    processes[key] = new\n",
      good: "import subprocess\n\nprocesses = {}\n\n\ndef restart(key: str) -> None:\n    old = processes[key]\n    old.terminate()\n    processes.pop(key, None)\n    new = subprocess.Popen(['work', key])\n    processes[key] = new\n",
    },
  ],
  *check(file) {
    for (const definition of file.nodes("function_definition")) {
      const body = definition.field("body");
      if (!body) continue;
      const removals = [...removalsIn(file, body)];
      if (removals.length === 0) continue;
      const told = new Set<string>();
      for (const call of callsIn(body)) {
        if (!isStart(file, call)) continue;
        const late = removals.find((removal) => isLate(body, call, removal, removals));
        if (!late || told.has(`${late.container}[${late.key}]`)) continue;
        told.add(`${late.container}[${late.key}]`);
        const fix = removeEarlier(file, call, late);
        yield {
          span: call,
          ...(fix && { fix }),
          message: `The old entry \`${late.container}[${late.key}]\` is still tracked when the new one starts, and its removal on line ${file.lines.position(late.node.start).line + 1} may hit the new one. Remove it before this line.`,
        };
      }
    }
  },
});

/** Removed after the start, not before; read before, or stored anew after the removal; and not stored anew in between. */
function isLate(body: SyntaxNode, start: SyntaxNode, removal: Removal, all: readonly Removal[]): boolean {
  const { node, container, key } = removal;
  if (node.start < start.end || isApart(start, node)) return false;
  if (all.some((other) => other.container === container && other.key === key && other.node.end <= start.start))
    return false;
  const before = body.text.slice(0, start.start - body.start);
  const between = body.text.slice(start.end - body.start, node.start - body.start);
  const entry = `${escaped(container)}\\[\\s*${escaped(key)}\\s*\\]`;
  const stored = new RegExp(`${entry}\\s*(:[^=\\n]*)?=(?!=)`);
  if (stored.test(before) || stored.test(between)) return false;
  // `container[key] = await start()`: the new entry takes the old one's place at once.
  if (new RegExp(`${entry}\\s*=\\s*(await\\s+)?$`).test(before)) return false;
  const isRead = new RegExp(
    `${entry}|${escaped(container)}\\.get\\(\\s*${escaped(key)}\\b|${escaped(key)} in ${escaped(container)}\\b`,
  );
  return isRead.test(before) || stored.test(body.text.slice(node.end - body.start));
}

/** One in a branch or handler that the other never meets, or the removal is what `finally` does when all is over. */
function isApart(start: SyntaxNode, removal: SyntaxNode): boolean {
  for (
    let at = enclosing(start, "if_statement", "try_statement", "function_definition", "match_statement");
    at;
    at = enclosing(at, "if_statement", "try_statement", "function_definition", "match_statement")
  ) {
    if (at.type === "function_definition") return false;
    if (removal.start < at.start || removal.end > at.end) continue;
    const part = at.children.find((child) => child.start <= start.start && start.end <= child.end);
    const other = at.children.find((child) => child.start <= removal.start && removal.end <= child.end);
    if (part !== other && other?.type !== "finally_clause") return true;
  }
  return false;
}

/** The removal goes in front of the start, where nothing in between reads the entry or changes what the key means. */
function removeEarlier(file: PythonFile, start: SyntaxNode, { node, container, key }: Removal): Fix | undefined {
  const removal = statementOf(node);
  const target = [start, ...ancestors(start)].find(
    (one) => one.parent === removal.parent && one.start <= start.start && one !== removal,
  );
  if (!target || target.type === "else_clause" || !/^(expression|delete)_statement$/.test(removal.type))
    return undefined;
  if (removal.children.some(({ type }) => /^(assignment|augmented_assignment|yield|await)$/.test(type)))
    return undefined;
  const between = file.text.slice(target.start, removal.start);
  const entry = new RegExp(
    `${escaped(container)}\\s*(?:\\[\\s*${escaped(key)}|\\.get\\(\\s*${escaped(key)}\\b|=(?!=))`,
  );
  const keyNames = new Set(key.match(/[A-Za-z_]\w*/g) ?? []);
  const binds = [target, ...withinScope(target)].some(
    (one) => one.type === "identifier" && keyNames.has(one.text) && one.fieldName === "left",
  );
  const taken = removeStatement(file, removal);
  const line = file.lines.lineStart(file.lines.position(target.start).line);
  if (!taken || binds || entry.test(between) || file.text.slice(line, target.start).trim() !== "") return undefined;
  return {
    title: `Remove \`${container}[${key}]\` before the start; look whether it is to stay known when the start fails`,
    safe: false,
    edits: [
      {
        span: { start: target.start, end: target.start },
        text: `${removal.text}${lineEnd(file)}${indentOf(file, target)}`,
      },
      taken,
    ],
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
