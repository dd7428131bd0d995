// The example project shows every rule of the catalogue that it breaks, where it breaks it, and nothing else.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const cli = join(root, "dist/cli.js");
const listPath = join(import.meta.dirname, "expected.txt");

/** Lines of the list: `FILE:LINE RULE`. `HEED_UPDATE=1` writes what is found; rules to come keep their lines. */
const listed = readFileSync(listPath, "utf8").trimEnd().split("\n");
const ruleOf = (entry: string) => entry.slice(entry.lastIndexOf(" ") + 1);

interface Report {
  readonly findings: readonly { readonly file: string; readonly line: number; readonly rule: string }[];
}

function heed(...args: string[]): unknown {
  if (!existsSync(cli)) throw new Error("dist/cli.js is not there. Run `npm run build` first.");
  const run = spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: "utf8" });
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

function byPlace(a: string, b: string): number {
  const [fileA = "", lineA = ""] = a.split(/:| /);
  const [fileB = "", lineB = ""] = b.split(/:| /);
  return fileA.localeCompare(fileB, "en") || Number(lineA) - Number(lineB) || a.localeCompare(b, "en");
}

let report: Report;
let catalogue: Set<string>;

describe("the example", () => {
  beforeAll(() => {
    report = heed("check", "examples", "--format", "json", "--no-cache") as Report;
    const { rules } = heed("rules", "--format", "json") as { rules: readonly { id: string }[] };
    catalogue = new Set(rules.map((rule) => rule.id));
  });

  test("has the findings of the list, and no others", () => {
    const found = [...new Set(report.findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`))].sort(byPlace);
    if (process.env["HEED_UPDATE"] === "1") {
      const toCome = listed.filter((entry) => !catalogue.has(ruleOf(entry)));
      writeFileSync(listPath, `${[...found, ...toCome].sort(byPlace).join("\n")}\n`);
      return;
    }
    expect(found).toEqual(listed.filter((entry) => catalogue.has(ruleOf(entry))).sort(byPlace));
    expect(found.length).toBeGreaterThanOrEqual(30);
  });

  test("is reported as the schema says", () => {
    const schema = JSON.parse(readFileSync(join(root, "schemas/check.schema.json"), "utf8")) as object;
    const validate = new Ajv2020({ allErrors: true }).compile(schema);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
  });
});

test("the list names files and lines that are there", () => {
  const lost = listed.filter((entry) => {
    const [file = "", line = ""] = entry.split(/:| /);
    const path = join(root, "examples", file);
    return !existsSync(path) || readFileSync(path, "utf8").split("\n")[Number(line) - 1]?.trim() === "";
  });
  expect(lost).toEqual([]);
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.log("Skipped: the example is not compiled, because there is no python3 on PATH.");

test.skipIf(!hasPython)("the example compiles", () => {
  const program = [
    "import pathlib, sys",
    "for path in pathlib.Path(sys.argv[1]).rglob('*.py'): compile(path.read_text('utf8'), str(path), 'exec')",
  ];
  const run = spawnSync("python3", ["-c", program.join("\n"), join(root, "examples")], { encoding: "utf8" });
  expect(run.stderr).toBe("");
});
