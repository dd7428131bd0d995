// The catalogue keeps its promises: examples are true, fixes do what they declare, and no rule falls over broken Python.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../server/src/rules/index.ts";
import type { FixSafety, Rule, RuleExample } from "../../server/src/rules/rule.ts";
import { type Files, fixedFiles, hasSyntaxError, problemsOf, type RuleRun } from "../support/fixtures.ts";
import { type Cell, readCells } from "../support/markers.ts";

const root = join(import.meta.dirname, "../..");
const rules = catalogue.filter(({ scope }) => scope !== "guide");

function idsIn(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => basename(name, ending))
    .toSorted();
}

function fixtureOf(rule: Rule): readonly Cell[] {
  const path = join(root, "test/rules", `${rule.id}.py`);
  return existsSync(path) ? readCells(readFileSync(path, "utf8")) : [];
}

/** The file that is checked comes first. */
function exampleFiles(example: RuleExample, code: string, path = example.path ?? "app/module.py"): Files {
  return { [path]: code, ...example.files };
}

function goodFiles(example: RuleExample): Files {
  const files = exampleFiles(example, example.good, example.goodPath ?? example.path);
  return { ...files, ...example.goodFiles };
}

function runOf(rule: Rule, example: RuleExample): Omit<RuleRun, "files"> {
  const before =
    example.before === undefined ? undefined : { ...example.files, [example.path ?? "app/module.py"]: example.before };
  return { rule, options: example.options ?? {}, before };
}

function cellRun(rule: Rule, cell: Cell): RuleRun {
  const files = Object.fromEntries(cell.files.map(({ path, text }) => [path, text]));
  const before = cell.files.flatMap((file) => (file.before === undefined ? [] : [[file.path, file.before] as const]));
  return { rule, options: cell.options, files, before: before.length === 0 ? undefined : Object.fromEntries(before) };
}

test("ids are the names of the files, of the fixtures and of the pages", () => {
  const ids = catalogue.map(({ id }) => id);
  expect(ids).toEqual(idsIn("server/src/rules/catalogue", ".ts"));
  expect(ids).toEqual(idsIn("server/docs/rules", ".md"));
  expect(rules.map(({ id }) => id)).toEqual(idsIn("test/rules", ".py"));
});

test("ids name the flaw in lower case with hyphens", () => {
  for (const { id } of catalogue)
    expect(id).toMatch(/^(?!(no|use|avoid|prefer|require|always|never|dont)-)[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  test("says what it flags, why, and which sentences it answers", () => {
    expect(rule.summary).toMatch(/^\S.*\.$/);
    expect(rule.why).toMatch(/^\S.*\.$/);
    expect(rule.examples.length).toBeGreaterThan(0);
    expect(rule.answers.length).toBeGreaterThan(0);
    for (const answer of rule.answers) expect(answer).toMatch(/^\S.*[.]$/);
  });

  test("flags each bad example once and no good one", () => {
    for (const example of rule.examples) {
      const run = runOf(rule, example);
      expect(problemsOf({ ...run, files: exampleFiles(example, example.bad) }), example.bad).toHaveLength(1);
      expect(problemsOf({ ...run, files: goodFiles(example) }), example.good).toEqual([]);
      if (example.path === undefined || example.path.endsWith(".py"))
        expect([example.bad, example.good].filter(hasSyntaxError)).toEqual([]);
    }
  });

  test("makes the good example of the bad one where it has a fix", () => {
    for (const example of rule.examples) {
      const files = exampleFiles(example, example.bad);
      const [path = ""] = Object.keys(files);
      const fixed = fixedFiles({ ...runOf(rule, example), files });
      if (fixed.applied > 0) expect(fixed.files[example.goodPath ?? path] ?? "").toBe(example.good);
    }
  });

  const cells = fixtureOf(rule);
  test("has a fixture with flagged and with clean cells", () => {
    expect(
      cells.some(({ kind, files }) => kind === "flagged" && files.some(({ expected }) => expected.length > 0)),
    ).toBe(true);
    expect(cells.some(({ kind }) => kind === "clean")).toBe(true);
    expect(
      cells.filter(({ kind, files }) => kind === "clean" && files.some(({ expected }) => expected.length > 0)),
    ).toEqual([]);
  });

  test("fixes end, break nothing, and are as safe as declared", () => {
    const seen = new Set<FixSafety>();
    for (const cell of cells) {
      const run = cellRun(rule, cell);
      for (const { fix } of problemsOf(run)) if (fix !== undefined) seen.add(fix.safe ? "safe" : "unsafe");
      const fixed = fixedFiles(run);
      expect(fixed.refused, cell.title).toBe(0);
      const left = problemsOf({ ...run, files: fixed.files });
      expect(
        left.filter(({ fix }) => fix !== undefined),
        cell.title,
      ).toEqual([]);
      for (const [path, text] of Object.entries(fixed.files)) {
        if (path.endsWith(".py") && !hasSyntaxError(run.files[path] ?? ""))
          expect(hasSyntaxError(text), `${cell.title}\n${text}`).toBe(false);
      }
    }
    const strongest: FixSafety = seen.has("safe") ? "safe" : seen.has("unsafe") ? "unsafe" : "none";
    expect(rule.fix).toBe(strongest);
  });

  test("stands truncated and garbled Python", () => {
    const texts = [...rule.examples.map(({ bad }) => bad), ...cells.map(({ files }) => files[0]?.text ?? "")];
    for (const text of texts.flatMap(broken)) {
      expect(() =>
        problemsOf({ rule, options: {}, files: { "app/module.py": text, "tests/test_x.py": text } }),
      ).not.toThrow();
    }
  });
});

/** Cut at odd places, a bracket or a line lost, characters turned round, and no text at all. */
function broken(text: string): readonly string[] {
  const half = text.slice(0, Math.floor(text.length / 2));
  return [
    "",
    "\n",
    half,
    text.slice(0, Math.floor(text.length * 0.8)),
    text.slice(Math.floor(text.length / 3)),
    text.replace(/[([{]/, ""),
    text.replaceAll(":", ""),
    text.replaceAll(/["']/g, ""),
    [...half].toReversed().join(""),
    `${half}\u0000${text}`,
    text.replaceAll("\n", "\r\n"),
    text.replaceAll("    ", "\t"),
    `def f(\n${text}`,
  ];
}
