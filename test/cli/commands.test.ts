// The commands beside `check`: what they print, and that scripts can rely on it.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { Folder } from "./heed.ts";

const files = {
  ".github/instructions/app.instructions.md":
    '---\napplyTo: "app/**"\n---\n\n# Rules\n\n- Never use bare `except:`.\n- Write code that reads well.\n',
  ".cursor/rules/web.mdc": "---\nglobs: web/*.py\nalwaysApply: false\n---\n- Do not use `print()`.\n",
  "app/a.py": "try:\n    print(1)\nexcept:\n    x = 1\n",
};

function wrongIn(name: string, json: string): unknown {
  const schema = JSON.parse(
    readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"),
  ) as object;
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  validate(JSON.parse(json));
  return validate.errors ?? [];
}

interface Coverage {
  readonly guides: readonly {
    readonly file: string;
    readonly format: string;
    readonly matchedFiles: number;
    readonly directives: readonly { readonly line: number; readonly status: string; readonly findings: number }[];
  }[];
  readonly totals: Readonly<Record<string, number>>;
}

describe("heed coverage", () => {
  test("of so many guides that threads share them is that of each, in the order asked for", () => {
    const texts = Array.from({ length: 70 }, (_, at): [string, string] => [
      `${at}.md`,
      `# Ours\n\n- Lines are at most ${60 + at} characters.\n- Never use bare \`except:\`.\n`,
    ]);
    const folder = new Folder(Object.fromEntries(texts));
    const guidesOf = (paths: readonly string[], jobs: number) =>
      JSON.parse(folder.heed(["coverage", ...paths, "--format", "json", "--jobs", `${jobs}`]).stdout).guides;
    const paths = texts.map(([path]) => path).toReversed();
    const together = guidesOf(paths, 3);
    expect(together.map(({ file }: { file: string }) => file)).toEqual(paths);
    expect(together.slice(0, 20)).toEqual(guidesOf(paths.slice(0, 20), 1));
  });

  test("tells of every directive, as the schema says", () => {
    const { status, stdout } = new Folder(files).heed(["coverage", "--format", "json"]);
    expect(status).toBe(0);
    expect(wrongIn("coverage", stdout)).toEqual([]);
    const { guides, totals } = JSON.parse(stdout) as Coverage;
    const lines = guides.flatMap(({ file, matchedFiles, directives }) =>
      directives.map(({ line, status: what, findings }) => `${file} (${matchedFiles}) ${line} ${what} ${findings}`),
    );
    expect(lines).toEqual([
      ".cursor/rules/web.mdc (0) 5 unreachable 0",
      ".github/instructions/app.instructions.md (1) 7 enforced 1",
      ".github/instructions/app.instructions.md (1) 8 advisory 0",
    ]);
    expect(totals).toEqual({
      directives: 3,
      enforced: 1,
      partial: 0,
      tool: 0,
      advisory: 1,
      conflict: 0,
      unreachable: 1,
    });
  });

  test("takes guide files from anywhere, which are never unreachable", () => {
    const folder = new Folder({ ...files, "notes/team.txt": "- Do not use `print()`.\n" });
    const paths = [`${folder.path}/.cursor/rules/web.mdc`, "notes/team.txt"];
    const { stdout } = folder.heed(["coverage", ...paths, "--format", "json"]);
    expect(wrongIn("coverage", stdout)).toEqual([]);
    const { guides } = JSON.parse(stdout) as Coverage;
    expect(
      guides.map(({ file, format, directives }) => [file, format, directives.map(({ status }) => status)]),
    ).toEqual([
      [paths[0], "cursor", ["enforced"]],
      [paths[1], "plain", ["enforced"]],
    ]);
  });

  test("as text: a sign, the rule, the reason", () => {
    const { stdout } = new Folder(files).heed(["coverage"]);
    expect(stdout).toMatch(/ {4}7 ✓ Never use bare `except:`\.\n {8}→ bare-except\n {8}1 finding\n/);
    expect(stdout).toMatch(/ {4}8 · Write code that reads well\.\n {8}advisory: /);
    expect(stdout).toMatch(/3 directives in 2 guides: ✓ 1 enforced {2}· 1 advisory {2}∅ 1 unreachable\n$/);
  });
});

describe("heed why", () => {
  test("each guide's yes or no, in words, and the rules", () => {
    const { status, stdout } = new Folder(files).heed(["why", "app/a.py"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^✗ \.cursor\/rules\/web\.mdc\n {4}Cursor: .+/m);
    expect(stdout).toMatch(/^✓ \.github\/instructions\/app\.instructions\.md\n/m);
    expect(stdout).toMatch(/bare-except warning, line 7: “Never use bare `except:`\.”/);
  });

  test("as JSON, of one line", () => {
    const folder = new Folder(files);
    const answer = (target: string) => JSON.parse(folder.heed(["why", target, "--format", "json"]).stdout) as Why;
    expect(answer("app/a.py:3").findings.map(({ rule }) => rule)).toEqual(["bare-except"]);
    expect(answer("app/a.py:2").findings).toEqual([]);
    expect(answer("app/a.py").guides.map(({ applies }) => applies)).toEqual([false, true]);
  });
});

interface Why {
  readonly guides: readonly { readonly applies: boolean }[];
  readonly findings: readonly { readonly rule: string }[];
}

describe("heed rules and heed explain", () => {
  test("the catalogue is as the schema says", () => {
    const { status, stdout } = new Folder({}).heed(["rules", "--format", "json"]);
    expect(status).toBe(0);
    expect(wrongIn("rules", stdout)).toEqual([]);
  });

  test("every rule has a page", () => {
    const folder = new Folder({});
    const { rules } = JSON.parse(folder.heed(["rules", "--format", "json"]).stdout) as {
      rules: readonly { id: string }[];
    };
    expect(rules.length).toBeGreaterThan(20);
    for (const id of [rules[0]?.id ?? "", rules.at(-1)?.id ?? "", "unused-suppression"]) {
      const { status, stdout } = folder.heed(["explain", id]);
      expect(status).toBe(0);
      expect(stdout).toContain(`NAME\n       ${id} — `);
    }
  });
});

describe("heed help", () => {
  test.each([[["help"]], [["--help"]], [["check", "--help"]], [["help", "coverage"]]])("%j", (args) => {
    expect(new Folder({}).heed(args)).toMatchObject({ status: 0, stdout: expect.stringContaining("heed"), stderr: "" });
  });

  test("names every option of check", () => {
    const help = new Folder({}).heed(["help", "check"]).stdout;
    for (const option of [
      "fix",
      "unsafe-fixes",
      "diff",
      "format",
      "output",
      "select",
      "ignore",
      "min-severity",
      "changed",
      "baseline",
      "update-baseline",
      "watch",
      "no-cache",
      "jobs",
      "shard",
      "stdin-filename",
      "quiet",
      "color",
    ]) {
      expect(help).toContain(`--${option}`);
    }
  });

  test("without a command it is shown on stderr, with status 2", () => {
    expect(new Folder({}).heed([])).toMatchObject({ status: 2, stdout: "" });
  });
});
