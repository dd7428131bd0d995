// Tells which fixes a rule offers, by what it does to its own examples and fixtures, for the rule's page.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { problemsOf } from "../test/support/fixtures.ts";
import { readCells } from "../test/support/markers.ts";

const most = 3;

/** Titles without doubles, those of the examples first. */
export function offeredFixes(rule) {
  if (rule.fix === "none" || rule.scope === "guide") return [];
  const found = new Map();
  for (const run of runsOf(rule)) {
    for (const { fix, choices = [] } of problemsOf(run)) {
      if (fix === undefined || found.has(shapeOf(fix.title)) || found.size >= most) continue;
      found.set(shapeOf(fix.title), { title: fix.title, safe: fix.safe, choices: choices.map(({ title }) => title) });
    }
    if (found.size >= most) break;
  }
  return [...found.values()];
}

/** Titles that differ only in names say the same. */
function shapeOf(title) {
  return title.replaceAll(/`[^`]*`|\b[\w./-]*[_./A-Z0-9][\w./-]*\b/g, "…");
}

/** What is flagged on a rule's page and in its fixture. */
export function* runsOf(rule) {
  for (const example of rule.examples) {
    const path = example.path ?? "app/module.py";
    const before = example.before === undefined ? undefined : { ...example.files, [path]: example.before };
    yield { rule, options: example.options ?? {}, files: { [path]: example.bad, ...example.files }, before };
  }
  const fixture = join(import.meta.dirname, "../test/rules", `${rule.id}.py`);
  for (const cell of existsSync(fixture) ? readCells(readFileSync(fixture, "utf8")) : []) {
    if (cell.kind !== "flagged") continue;
    const before = cell.files.flatMap(({ path, before: text }) => (text === undefined ? [] : [[path, text]]));
    yield {
      rule,
      options: cell.options,
      files: Object.fromEntries(cell.files.map(({ path, text }) => [path, text])),
      before: before.length === 0 ? undefined : Object.fromEntries(before),
    };
  }
}
