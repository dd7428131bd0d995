// Runs every rule on its fixture: what is flagged, what is left alone, and what the fixes make of it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../server/src/rules/index.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { fixedFiles, problemsOf, type RuleRun } from "../support/fixtures.ts";
import { type Cell, readCells } from "../support/markers.ts";

for (const rule of catalogue.filter(({ scope }) => scope !== "guide")) {
  const path = join(import.meta.dirname, `${rule.id}.py`);
  if (!existsSync(path)) continue;
  describe(rule.id, () => {
    for (const cell of readCells(readFileSync(path, "utf8"))) {
      const run: RuleRun = { rule, options: cell.options, files: textsOf(cell), before: beforeOf(cell) };
      test(`${cell.kind}: ${cell.title} (line ${cell.line})`, () => {
        expect(found(run)).toEqual(expected(cell, run));
      });
      if (cell.fixed.size === 0 && cell.gone.size === 0) continue;
      test(`fixed: ${cell.title} (line ${cell.line})`, () => {
        const kept = Object.entries(textsOf(cell)).filter(([path]) => !cell.gone.has(path));
        expect(fixedFiles(run).files).toEqual({ ...Object.fromEntries(kept), ...Object.fromEntries(cell.fixed) });
      });
    }
  });
}

function textsOf(cell: Cell): Record<string, string> {
  return Object.fromEntries(cell.files.map((file) => [file.path, file.text]));
}

function beforeOf(cell: Cell): Record<string, string> | undefined {
  const files = cell.files.flatMap(({ path, before }) => (before === undefined ? [] : [[path, before] as const]));
  return files.length === 0 ? undefined : Object.fromEntries(files);
}

/** Findings as the markers say them: where, and in which words. */
function found(run: RuleRun): readonly string[] {
  return problemsOf(run)
    .map(({ path, span, message }) => {
      const lines = new LineIndex(run.files[path] ?? "");
      const start = lines.position(span.start);
      const end = lines.position(span.end);
      const endColumn = end.line > start.line ? lines.lineText(start.line).length : end.column;
      return `${path}:${start.line + 1}:${start.column}-${endColumn} ${message}`;
    })
    .toSorted();
}

/** The same lines from the markers, completed with the whole message and the end that the finding really has where they fit. */
function expected(cell: Cell, run: RuleRun): readonly string[] {
  const left = [...found(run)];
  return cell.files
    .flatMap((file) =>
      file.expected.map((marker) => {
        const start = `${file.path}:${marker.line + 1}:${marker.column}-`;
        const wanted = marker.endColumn === undefined ? start : `${start}${marker.endColumn} `;
        const fitting = left.findIndex((line) => line.startsWith(wanted) && line.includes(marker.message));
        return fitting < 0 ? `${wanted}${marker.message}` : (left.splice(fitting, 1)[0] ?? "");
      }),
    )
    .toSorted();
}
