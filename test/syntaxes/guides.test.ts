// Guides are coloured on top of VS Code's own Markdown: front matter, good and bad markers, and rule blocks.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contributedGrammars, type Token, tokenize } from "./tokenizer.ts";

const root = join(import.meta.dirname, "../..");
const lines = readFileSync(join(import.meta.dirname, "guide.md"), "utf8").split("\n");

const good = "markup.inserted.good.heed";
const bad = "markup.deleted.bad.heed";

/** The line that begins with the first text; the token in it that holds the second; a scope that the token has. */
const coloured: readonly (readonly [line: string, token: string, scope: string])[] = [
  ["description:", "backend", "meta.embedded.block.frontmatter"],
  ["globs:", "globs", "support.type.property-name.heed"],
  ["globs:", "**", "keyword.operator.wildcard.glob.heed"],
  ["globs:", "app/", "string.unquoted.glob.heed"],
  ["globs:", "{", "punctuation.section.braces.glob.heed"],
  ["applyTo:", "src/", "string.quoted.double.yaml"],
  ["applyTo:", "**", "keyword.operator.wildcard.glob.heed"],
  ["alwaysApply:", "true", "constant.language.boolean.yaml"],
  ['  - "docs', "docs/", "meta.embedded.block.frontmatter"],
  ["# Good", "Good", good],
  ["## ❌ Leave", "❌", bad],
  ["- ✅ Load", "✅", good],
  ["- **Never", "Never", bad],
  ["- NEVER", "NEVER", bad],
  ["  - ❌ WRONG", "❌ WRONG:", bad],
  ["1. Avoid", "Avoid", bad],
  ["> ✅ Quoted", "✅", good],
  ["Bad:", "Bad", bad],
  ["| ✅ Do", "✅", good],
  ["| ✅ Do", "❌", bad],
  ["# ✅ CORRECT", "✅ CORRECT:", good],
  ["# ✅ CORRECT", "named", "comment.line.number-sign.python"],
  ["LIMIT", "❌", bad],
  ["# Wrong", "Wrong", bad],
  ["# ❌ WRONG", "❌ WRONG", bad],
  ["```heed", "heed", "fenced_code.block.language.markdown"],
  ["id: no-print", ":", "punctuation.separator.key-value.mapping.yaml"],
  ["pattern: print", "$X", "variable.other.metavariable.heed"],
  ["fix: |", "fix", "entity.name.tag.yaml"],
  ["  logger.info", "info", "meta.function-call.generic.python"],
  ["  logger.info", "$X", "variable.other.metavariable.heed"],
  ["      pprint", "pprint", "meta.embedded.python.heed"],
  ["      pprint", "$$$ARGS", "variable.other.metavariable.heed"],
  ["  id: inside-an-item", ":", "punctuation.separator.key-value.mapping.yaml"],
];

/** Lines without any good or bad marker. */
const plain = [
  "### Errors",
  "Always say",
  "A sentence",
  "# wrong turn",
  "sign =",
  "plain text",
  "Some `✅",
  "| wait",
  "After the last",
];

const afterBlocks = ["Some `✅", "After the last"];

async function lineStarting(scopeName: string, start: string): Promise<readonly Token[]> {
  const index = lines.findIndex((line) => line.startsWith(start));
  const tokens = (await tokenize(scopeName, lines.join("\n")))[index];
  if (!tokens) throw new Error(`No line of guide.md starts with ${start}`);
  return tokens;
}

// Markdown itself, and the language that VS Code gives to *.instructions.md.
describe.each(["text.html.markdown", "text.html.markdown.prompt"])("in %s", (scopeName) => {
  test.each(coloured)("%s: %s is %s", async (start, text, scope) => {
    const tokens = await lineStarting(scopeName, start);
    const found = tokens
      .filter((token) => token.text.includes(text))
      .flatMap((token) => token.scopes.join(" ").split(" "));
    expect(found).toContain(scope);
  });

  test.each(plain)("%s… has no marker", async (start) => {
    const scopes = (await lineStarting(scopeName, start)).flatMap((token) => token.scopes);
    expect(scopes.filter((scope) => scope === good || scope === bad)).toEqual([]);
  });

  test.each(afterBlocks)("%s… is prose again", async (start) => {
    const scopes = (await lineStarting(scopeName, start)).flatMap((token) => token.scopes);
    expect(scopes.filter((scope) => scope.includes("fenced_code") || scope.includes("embedded"))).toEqual([]);
  });
});

test("a comment that allows a finding shows its rules", async () => {
  const [line = []] = await tokenize(
    "source.python",
    "x = eval(y)  # heed: allow bare-except, pep8 — the input is ours",
  );
  const scoped = (scope: string) => line.filter((token) => token.scopes.includes(scope)).map((token) => token.text);
  expect(scoped("keyword.control.suppression.heed")).toEqual(["allow"]);
  expect(scoped("entity.name.tag.rule.heed")).toEqual(["bare-except, pep8"]);
});

test("an ordinary comment stays one", async () => {
  const [line = []] = await tokenize("source.python", "# take heed: allow for the wind");
  expect(line.flatMap((token) => token.scopes).filter((scope) => scope.endsWith(".heed"))).toEqual([]);
});

test.each(contributedGrammars().map((each) => [each.path, each] as const))(
  "%s is what the manifest says",
  (path, each) => {
    expect(existsSync(join(root, path))).toBe(true);
    const grammar = JSON.parse(readFileSync(join(root, path), "utf8")) as {
      scopeName: string;
      injectionSelector: string;
    };
    expect(grammar.scopeName).toBe(each.scopeName);
    expect(grammar.injectionSelector).toMatch(/^L:/);
  },
);
