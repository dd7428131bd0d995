// The seed guides: every line that carries a directive is cut as one. Skipped where the shared folder is absent.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseGuide } from "../../server/src/guides/parse-guide.ts";

const folder = join(import.meta.dirname, "../../../shared/seeds");
const isThere = existsSync(join(folder, "directives.tsv"));

test.skipIf(!isThere)(`every directive line of the seeds is cut as one${isThere ? "" : " (skipped: no ../shared/seeds)"}`, () => {
  const rows = readFileSync(join(folder, "directives.tsv"), "utf8")
    .split("\n")
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split("\t"));
  const missed: string[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const { directives } = parseGuide(name, readFileSync(join(folder, name), "utf8"));
    for (const [file, number, kind] of rows) {
      const line = Number(number) - 1;
      if (kind === "I" || !name.startsWith(`${file}_`)) continue;
      if (!directives.some((directive) => directive.line <= line && line <= directive.endLine)) missed.push(`${file}:${number}`);
    }
  }
  expect(rows.length).toBeGreaterThan(0);
  expect(missed).toEqual([]);
});
