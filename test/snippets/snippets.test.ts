// Every snippet expands to Python that compiles, or to a guide whose front matter, rules and examples are sound.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { expand, insertAt } from "./expand.ts";

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

function read(file: string): readonly (readonly [string, Snippet])[] {
  const text = readFileSync(join(import.meta.dirname, "../../snippets", file), "utf8");
  return Object.entries(JSON.parse(text) as Record<string, Snippet>);
}

const python = read("python.json");
const guides = read("guides.json");

/** Names that a description promises after "Needs:", as import statements. */
const imports = (snippet: Snippet) =>
  snippet.description.match(/(?:from [\w.]+ import [\w, ]+|\bimport [\w.]+(?= *[;)]| *$))/g) ?? [];

function errorsOf(code: Record<string, string>): Record<string, string> {
  const run = spawnSync("python3", [join(import.meta.dirname, "compile.py")], {
    input: JSON.stringify(code),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Record<string, string>;
}

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.log("Skipped: the snippets are not compiled, because there is no python3 on PATH.");

describe.each([...python, ...guides])("%s", (name, snippet) => {
  test("says what it is for", () => {
    expect(snippet.prefix[0]).toMatch(/^heed-[a-z][a-z-]*$/);
    expect(snippet.prefix.length).toBeGreaterThan(1);
    expect(snippet.description.length).toBeGreaterThan(20);
    expect(name).toMatch(/^[A-Z]/);
  });

  test("ends at one place", () => {
    expect(snippet.body.join("\n").match(/\$0|\$\{0[:}]/g)).toHaveLength(1);
  });
});

test("no two snippets share a prefix", () => {
  const prefixes = [...python, ...guides].flatMap(([, snippet]) => snippet.prefix);
  expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([]);
});

test("Python snippets are indented with tabs, which the editor turns into its own indentation", () => {
  const lines = python.flatMap(([, snippet]) => snippet.body);
  expect(lines.filter((line) => /^\t* /.test(line))).toEqual([]);
});

describe.skipIf(!hasPython)("Python", () => {
  test("compiles inside a method", () => {
    const method = (code: string) => `class Host:\n    async def method(self):\n${code}\n        pass\n`;
    const code = python.map(([name, snippet]) => [name, method(insertAt(8, expand(snippet.body)))]);
    expect(errorsOf(Object.fromEntries(code))).toEqual({});
  });

  test("definitions compile at the start of a line, with the imports they name", () => {
    const definitions = python.filter(([, { body }]) => /^(?:@|class |def |async def )/.test(body[0] ?? ""));
    expect(definitions.length).toBeGreaterThan(25);
    const code = definitions.map(([name, snippet]) => {
      return [name, `${imports(snippet).join("\n")}\n\n${insertAt(0, expand(snippet.body))}\n`];
    });
    expect(errorsOf(Object.fromEntries(code))).toEqual({});
  });

  test("the code in guides compiles", () => {
    const code = guides.flatMap(([name, snippet]) => {
      const fences = [...expand(snippet.body).matchAll(/```python\n([^]*?)```/g)];
      return fences.map((fence, index) => [`${name} ${index + 1}`, fence[1] ?? ""]);
    });
    expect(code.length).toBeGreaterThan(2);
    expect(errorsOf(Object.fromEntries(code))).toEqual({});
  });

  test("patterns, fixes and examples of rule blocks compile", () => {
    const code = ruleBlocks().flatMap(([name, rule]) => {
      const all = JSON.stringify(rule, (key, value: unknown) => (key === "message" ? undefined : value));
      const texts: string[] = [];
      JSON.parse(all, (key, value: unknown) => {
        if (typeof value === "string" && /^(?:pattern|fix|inside|\d+)$/.test(key)) texts.push(value);
        return value;
      });
      return texts.map((text, index) => [`${name} ${index + 1}`, text.replaceAll(/\$+([A-Z]+)/g, "_$1")]);
    });
    expect(code.length).toBeGreaterThan(8);
    expect(errorsOf(Object.fromEntries(code))).toEqual({});
  });
});

function ruleBlocks(): [string, Record<string, unknown>][] {
  return guides.flatMap(([name, snippet]) => {
    const block = /```heed\n([^]*?)```/.exec(expand(snippet.body))?.[1];
    return block === undefined
      ? []
      : [[name, parse(block) as Record<string, unknown>] as [string, Record<string, unknown>]];
  });
}

test.each(ruleBlocks())("%s holds a whole rule", (_, rule) => {
  expect(rule).toMatchObject({
    id: expect.stringMatching(/^[a-z-]+$/),
    message: expect.any(String),
    language: "python",
  });
  expect(rule["bad"]).not.toHaveLength(0);
  expect(rule["good"]).not.toHaveLength(0);
});

const frontMatters = guides.filter(([, { body }]) => body[0] === "---");

test.each(frontMatters)("%s has front matter that can be read", (_, snippet) => {
  const { data } = matter(expand(snippet.body), { engines: { yaml: (text: string) => parse(text) as object } });
  const keys = Object.keys(data);
  const known = ["applyTo", "description", "globs", "alwaysApply", "paths", "autoAttach", "priority"];
  expect(keys.filter((key) => !known.includes(key))).toEqual([]);
  expect(keys.some((key) => ["applyTo", "globs", "alwaysApply", "paths"].includes(key))).toBe(true);
});
