// Files that no person wrote: they are read in part or refused with a reason, and never hang or throw.

import { expect, test } from "vitest";
import { longestGuide, parseGuide } from "../../server/src/guides/parse-guide.ts";

const repeat = (text: string): string => text.repeat(Math.ceil(40_000 / text.length));

test.each([
  ["brackets", repeat("[")],
  ["brackets in lines", repeat("[\n")],
  ["stars", repeat("*a **b ")],
  ["nested emphasis", `${"*a ".repeat(30_000)}${" a*".repeat(30_000)}`],
  ["quotes in quotes", `${repeat("> ")}a`],
  ["lists in lists", `${repeat("- ")}a`],
  ["deep lists", Array.from({ length: 400 }, (_, at) => `${" ".repeat(at * 2)}- a`).join("\n")],
  ["underlined headings", repeat("a\n=\n")],
  ["back-ticks", repeat("`a``b")],
  ["tags", repeat("<a ")],
  ["comments", repeat("<!-- ")],
  ["definitions", repeat("[a]: b\n")],
  ["a wide table", `${repeat("|a")}\n${repeat("|-")}\n${repeat("|b")}`],
  ["one line", repeat("a")],
  ["blanks", `${repeat(" ")}x`],
  ["keys without end", `---\n${repeat("a: *b\n")}`],
  ["colons", `---\n${repeat("a: ")}\n---\n`],
  ["aliases", `---\na: &a [x]\n${Array.from({ length: 60 }, (_, at) => `k${at}: &k${at} [*a, *a]`).join("\n")}\n---\n`],
  ["signs", repeat("✅")],
  ["zeros", repeat("\0")],
  ["bytes", Array.from({ length: 20_000 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join("")],
  ["half a surrogate", "- \ud83d\n- b\udc00\n"],
  ["lone carriage returns", "# A\r\r- Rule\r- Other\r"],
  ["nothing", ""],
])("%s", (_, text) => {
  const guide = parseGuide("CLAUDE.md", text, { read: () => undefined });
  for (const { span } of [...guide.directives, ...guide.problems, ...guide.examples]) {
    expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
  }
});

test("a binary file is refused with a reason", () => {
  expect(parseGuide("AGENTS.md", "\0\u0001\u0002PNG").problems.map(({ message }) => message)).toEqual([
    "This is no text, so nothing is read from it. Save it as UTF-8.",
  ]);
});

test("a guide that is too long is read up to a line, and says up to which", () => {
  const sentence = "Keep the guide short, since nobody reads a long one and no assistant remembers it.";
  const text = `${sentence}\n\n`.repeat(Math.ceil((5 * longestGuide) / sentence.length));
  const guide = parseGuide("AGENTS.md", text);
  const last = guide.directives.at(-1);
  expect(last?.text).toBe(sentence);
  expect(guide.problems.map(({ message }) => message)).toEqual([
    `The guide is too long to be read whole: lines from ${(last?.line ?? 0) + 3} on are left out. Split it into several guides.`,
  ]);
});
