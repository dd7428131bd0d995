// Every directive of the five guides that Heed was first made for becomes the rules that their table asks for.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bindMarkdown } from "../support/bind.ts";

const folder = join(import.meta.dirname, "../../../shared/seeds");
const isThere = existsSync(folder);
if (!isThere) console.log("skipped: the seed guides (../shared/seeds) are not here");

interface Row {
  readonly seed: string;
  readonly line: number;
  readonly class: string;
  readonly rules: readonly string[];
}

const rows: readonly Row[] = isThere
  ? readFileSync(join(folder, "directives.tsv"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const [seed = "", at = "", kind = "", rules = ""] = line.split("\t");
        return { seed, line: Number(at), class: kind, rules: rules.split(",").filter(Boolean) };
      })
  : [];

describe.skipIf(!isThere)("the seed guides", () => {
  test.each(["000", "001", "002", "003", "004"])(
    "%s: each directive has its rules, and advisory ones a reason",
    (seed) => {
      const file = readdirSync(folder).find((name) => name.startsWith(`${seed}_`)) ?? "";
      const bound = bindMarkdown(readFileSync(join(folder, file), "utf8"));
      const wrong: string[] = [];
      for (const row of rows.filter((one) => one.seed === seed && one.class !== "I" && one.class !== "E")) {
        const covering = bound.filter(
          ({ directive }) => directive.line < row.line && row.line <= directive.endLine + 1,
        );
        const have = covering.flatMap(({ rules }) => rules.map(({ rule }) => rule.id));
        const missing = row.class === "A" ? [] : row.rules.filter((id) => !have.includes(id));
        if (missing.length > 0) wrong.push(`${row.line} lacks ${missing.join(", ")}`);
        if (row.class === "A" && have.length > 0)
          wrong.push(`${row.line} is a person's to judge, not ${have.join(", ")}`);
        if (covering.length === 0) wrong.push(`${row.line} is no directive`);
        if (covering.some(({ status, reason }) => status === "advisory" && !reason))
          wrong.push(`${row.line} has no reason`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
