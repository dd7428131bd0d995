// What sentences become: a rule with the options read from the words, or nothing. Below "=>" stands what must be bound.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { bindMarkdown, boundTo } from "../support/bind.ts";

const folder = join(import.meta.dirname, "sentences");

for (const name of readdirSync(folder).toSorted()) {
  describe(basename(name, ".md"), () => {
    for (const { title, markdown, expected } of cases(readFileSync(join(folder, name), "utf8"))) {
      test(title, () => {
        expect(asAsked(boundTo(bindMarkdown(markdown)), expected)).toEqual(expected);
      });
    }
  });
}

/** A rule that is named without options may have any. */
function asAsked(bound: readonly string[], expected: readonly string[]): readonly string[] {
  const plain = (name: string) => name.split(" ")[0] ?? name;
  return [...new Set(bound.map((name) => (expected.includes(plain(name)) ? plain(name) : name)))].toSorted();
}

interface Case {
  readonly title: string;
  readonly markdown: string;
  readonly expected: readonly string[];
}

/** Cases are set apart by empty lines; several lines are one guide, and `=> a; b` ends it. */
function cases(text: string): readonly Case[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block.includes("=>"))
    .map((block) => {
      const at = block.lastIndexOf("=>");
      const said = block.slice(0, at).trim();
      const expected = block
        .slice(at + 2)
        .split(";")
        .map((one) => one.trim())
        .filter((one) => one !== "" && one !== "nothing");
      const markdown = said.includes("\n") || /^[-#|>*`]/.test(said) ? said : `- ${said}`;
      return {
        title: said.replaceAll("\n", " ⏎ "),
        markdown: `${markdown.replaceAll("\n~\n", "\n\n")}\n`,
        expected: expected.toSorted(),
      };
    });
}
