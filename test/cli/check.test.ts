// `heed check` as a process: its options, its formats, its exit status.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { Folder } from "./heed.ts";

const guide =
  "# Rules\n\n- Never use bare `except:`.\n- Do not use `print()`.\n- Write `str | None`, not `Optional[str]`.\n";
const code =
  'from typing import Optional\n\nname: Optional[str] = "🛠 drill"\n\ntry:\n    print("🛠", name); print(2)\nexcept:\n    name = None\n';
const files = { "AGENTS.md": guide, "app/tools.py": code, "clean.py": "x = 1\n" };
const found = [
  "app/tools.py:3:7 modern-type-syntax",
  "app/tools.py:6:5 print-call",
  "app/tools.py:6:24 print-call",
  "app/tools.py:7:1 bare-except",
];
const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8")) as object;

function wrongIn(name: string, json: string): unknown {
  const validate = new Ajv2020({ allErrors: true }).compile(schemaOf(name));
  validate(JSON.parse(json));
  return validate.errors ?? [];
}

describe("the JSON report", () => {
  test("is as the schema says, in order, in UTF-16 columns from one", () => {
    const folder = new Folder(files);
    const { status, stdout, stderr } = folder.heed(["check", "--format", "json"]);
    expect(status).toBe(1);
    expect(stderr).toBe("");
    expect(wrongIn("check", stdout)).toEqual([]);
    expect(folder.places()).toEqual(found);
    const report = JSON.parse(stdout) as {
      findings: readonly Record<string, unknown>[];
      summary: Record<string, unknown>;
    };
    expect(report.findings[3]).toMatchObject({
      endLine: 7,
      endColumn: 7,
      severity: "warning",
      guide: { file: "AGENTS.md", line: 3, text: "Never use bare `except:`." },
    });
    expect(report.summary).toMatchObject({ files: 2, guides: 1, findings: 4, bySeverity: { warning: 4 } });
  });

  test("is the same byte for byte but for the time, on any number of threads", () => {
    const folder = new Folder(files);
    const texts = [[], ["--jobs", "1"], ["--jobs", "3"], ["--no-cache"]].map((args) =>
      folder.heed(["check", "--format", "json", ...args]).stdout.replace(/"ms": \d+/, ""),
    );
    expect(texts[0]).toContain("bare-except");
    expect(new Set(texts).size).toBe(1);
  });

  test("a folder is the root of its paths, wherever the program was started", () => {
    const folder = new Folder({ "code/AGENTS.md": guide, "code/a.py": "print(1)\n" });
    expect(folder.places(["code"])).toEqual(["a.py:1:1 print-call"]);
    expect(folder.places([`${folder.path}/code/`])).toEqual(["a.py:1:1 print-call"]);
  });

  test("single files are a part of the workspace that the program was started in", () => {
    expect(new Folder({ ...files, "b.py": "print(1)\n" }).places(["b.py", "clean.py"])).toEqual([
      "b.py:1:1 print-call",
    ]);
  });

  test("a folder without guides inside a repository is held to the repository's", () => {
    const folder = new Folder({ ...files, "lib/b.py": "print(1)\n" });
    folder.commit();
    expect(folder.places(["lib"])).toEqual(["b.py:1:1 print-call"]);
  });
});

describe("options", () => {
  test.each([
    [
      ["--select", "bare-except,modern-type-syntax"],
      [0, 3],
    ],
    [["--ignore", "print-call", "--ignore=bare-except"], [0]],
    [["--min-severity", "error"], []],
    [["--min-severity=warning"], [0, 1, 2, 3]],
    [["clean.py"], []],
  ])("%j", (args, expected) => {
    expect(new Folder(files).places(args)).toEqual(expected.map((at) => found[at]));
  });

  test("shards together are the whole, and share nothing", () => {
    const folder = new Folder({ ...files, "z.py": "print(1)\n" });
    const parts = ["1/3", "2/3", "3/3"].map((shard) => folder.places(["--shard", shard]));
    expect(parts.flat().toSorted()).toEqual([...folder.places()].toSorted());
  });

  test("--output writes the report to a file", () => {
    const folder = new Folder(files);
    expect(folder.heed(["check", "--format", "json", "--output", "out.json"])).toMatchObject({ status: 1, stdout: "" });
    expect(wrongIn("check", folder.read("out.json"))).toEqual([]);
  });

  test("code on stdin stands for the file", () => {
    const folder = new Folder(files);
    expect(folder.places(["--stdin-filename", "app/tools.py"], { input: "x = 1\nprint(x)\n" })).toEqual([
      "app/tools.py:2:1 print-call",
    ]);
    expect(folder.places(["--stdin-filename", "new.py"], { input: "print(1)\n" })).toEqual(["new.py:1:1 print-call"]);
  });

  test("--quiet prints one line a finding", () => {
    const { stdout } = new Folder(files).heed(["check", "--quiet"]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(4);
  });

  test.each([
    ["--color", true],
    ["--color=never", false],
  ])("%s", (arg, isColoured) => {
    expect(new Folder(files).heed(["check", arg]).stdout.includes("\u001B[")).toBe(isColoured);
  });
});

describe("fixing", () => {
  test("--fix makes the safe ones and reports what is left", () => {
    const folder = new Folder(files);
    const { status, stderr } = folder.heed(["check", "--fix"]);
    expect(status).toBe(1);
    expect(stderr).toContain("Applied 2 fixes in 1 file.");
    expect(folder.read("app/tools.py")).toContain("name: str | None =");
    expect(folder.places()).not.toContain(found[0]);
  });

  test("a byte order mark, line ends and an old encoding stay", () => {
    const windows = `\uFEFF${code.replaceAll("\n", "\r\n")}`;
    const latin = Buffer.from(
      '# -*- coding: latin-1 -*-\nfrom typing import Optional\n\nname: Optional[str] = "caf\xE9"\n',
      "latin1",
    );
    const folder = new Folder({ "AGENTS.md": guide, "a.py": windows, "b.py": latin });
    folder.heed(["check", "--fix"]);
    expect(folder.read("a.py")).toBe(
      windows.replace("Optional[str]", "str | None").replace("from typing import Optional\r\n\r\n", ""),
    );
    expect(readFileSync(`${folder.path}/b.py`).toString("latin1")).toBe(
      latin.toString("latin1").replace("Optional[str]", "str | None").replace("from typing import Optional\n", ""),
    );
  });

  test("--unsafe-fixes with --fix makes all, and again changes nothing", () => {
    const folder = new Folder(files);
    folder.heed(["check", "--fix", "--unsafe-fixes"]);
    const after = folder.read("app/tools.py");
    expect(after).not.toContain("except:");
    folder.heed(["check", "--fix", "--unsafe-fixes"]);
    expect(folder.read("app/tools.py")).toBe(after);
  });

  test("a fix moves a file, and its patch does too", () => {
    const test = "def test_total():\n    assert 1 + 1 == 2\n";
    const folder = new Folder({
      "AGENTS.md": "- Put all tests in `tests/`.\n",
      "app/test_orders.py": test,
      "app/main.py": "print(1)\n",
    });
    folder.commit();
    const { stdout } = folder.heed(["check", "--diff", "--unsafe-fixes", "--select", "misplaced-test"]);
    folder.write({ "fix.patch": stdout });
    folder.git("apply", "--check", "fix.patch");
    folder.heed(["check", "--fix", "--unsafe-fixes", "--select", "misplaced-test"]);
    expect(folder.has("app/test_orders.py")).toBe(false);
    expect(folder.read("tests/test_orders.py")).toBe(test);
  });

  test("--diff prints a patch that git applies, and changes nothing", () => {
    const folder = new Folder(files);
    folder.commit();
    const { status, stdout } = folder.heed(["check", "--diff"]);
    expect(status).toBe(1);
    expect(folder.read("app/tools.py")).toBe(code);
    folder.write({ "fix.patch": stdout });
    folder.git("apply", "fix.patch");
    expect(folder.read("app/tools.py")).toBe(
      code.replace("Optional[str]", "str | None").replace("from typing import Optional\n\n", ""),
    );
  });

  test("code on stdin comes back fixed on stdout", () => {
    const { stdout } = new Folder(files).heed(["check", "--fix", "--stdin-filename", "n.py"], {
      input: "from typing import Optional\n\nx: Optional[int] = 1\n",
    });
    expect(stdout).toContain("x: int | None = 1");
  });
});

describe("what has changed", () => {
  test("--changed looks at what is staged, --changed=REF at all since", () => {
    const folder = new Folder(files);
    folder.commit();
    expect(folder.places(["--changed"])).toEqual([]);
    folder.write({ "clean.py": "x = 1\nprint(x)\n", "new.py": "print(1)\n" });
    expect(folder.places(["--changed"])).toEqual([]);
    expect(folder.places(["--changed=HEAD"])).toEqual(["clean.py:2:1 print-call", "new.py:1:1 print-call"]);
    folder.git("add", "clean.py");
    folder.write({ "clean.py": "y = 0\ny = 1\nx = 1\nprint(x)\n" });
    // As it would be committed, not as it is on disk.
    expect(folder.places(["--changed"])).toEqual(["clean.py:2:1 print-call"]);
  });

  test("--changed without a repository, or with an unknown reference, cannot be followed", () => {
    const folder = new Folder(files);
    expect(folder.heed(["check", "--changed"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no git repository/),
    });
    folder.commit();
    expect(folder.heed(["check", "--changed=nowhere"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/"nowhere"/),
    });
  });

  test("a baseline knows findings although their lines move, and only so many of them", () => {
    const folder = new Folder(files);
    expect(folder.heed(["check", "--baseline", "known.json", "--update-baseline"]).status).toBe(0);
    folder.write({ "app/tools.py": `import os\n\n\n${code}` });
    expect(folder.places(["--baseline", "known.json"])).toEqual([]);
    folder.write({ "app/tools.py": `${code}print(3)\n` });
    expect(folder.places(["--baseline", "known.json"])).toEqual(["app/tools.py:9:1 print-call"]);
  });
});

describe("formats", () => {
  const report = (format: string) => new Folder(files).heed(["check", "--format", format]).stdout;

  test("text shows the line and the team's sentence", () => {
    const text = report("text");
    expect(text).toContain('    3 │ name: Optional[str] = "🛠 drill"\n      │       ~~~~~~~~~~~~~');
    expect(text).toContain("“Never use bare `except:`.”\n     AGENTS.md:3");
    expect(text).toMatch(/4 findings in 2 files, held to 1 guide: 4 warnings\./);
  });

  test("jsonl has a finding a line", () => {
    const lines = report("jsonl").trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([3, 6, 6, 7]);
  });

  test("github", () => {
    expect(report("github").split("\n")[0]).toMatch(
      /^::warning file=app\/tools\.py,line=3,endLine=3,col=7,endColumn=20,title=heed%3A modern-type-syntax::.+%0A“Write/,
    );
  });

  test("gitlab names each finding once", () => {
    const issues = JSON.parse(report("gitlab")) as readonly {
      fingerprint: string;
      location: unknown;
      severity: string;
    }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4);
    expect(issues[0]).toMatchObject({ severity: "major", location: { path: "app/tools.py", lines: { begin: 3 } } });
  });

  test("junit escapes what XML has no place for", () => {
    const xml = report("junit");
    expect(xml).toContain('<testsuites name="heed" tests="4" failures="4">');
    expect(xml.match(/<failure /g)).toHaveLength(4);
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  test("sarif", () => {
    const { runs } = JSON.parse(report("sarif")) as { runs: readonly Sarif[] };
    const [run] = runs;
    expect(run?.results.map(({ ruleId, ruleIndex }) => ruleId === run.tool.driver.rules[ruleIndex]?.id)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(run?.results[0]?.locations[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: "app/tools.py" },
        region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 20 },
      },
    });
  });

  test("agent says what to do", () => {
    expect(report("agent")).toMatch(/^4 findings in 1 file\./);
    expect(report("agent")).toContain('  guide AGENTS.md:3: "Never use bare `except:`."');
  });

  test("nothing found is said in every format", () => {
    const folder = new Folder({ "AGENTS.md": guide, "clean.py": "x = 1\n" });
    for (const format of ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "agent"]) {
      expect(folder.heed(["check", "--format", format])).toMatchObject({ status: 0, stderr: "" });
    }
    expect(folder.heed(["check"]).stdout).toBe("Nothing found in 1 file, held to 1 guide.\n");
  });
});

interface Sarif {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly locations: readonly unknown[];
  }[];
}

test("--watch checks again when a file changes, until it is interrupted", async () => {
  const folder = new Folder(files);
  const watching = folder.start(["check", "--watch", "--quiet"]);
  await watching.until((output) => output.includes("Waiting for changes"));
  folder.write({ "clean.py": "print(1)\n" });
  const output = await watching.until((text) => text.split("Waiting for changes").length === 3);
  expect(output.split("Waiting for changes")[1]).toContain("clean.py:1:1");
  expect(await watching.interrupt()).toBe(1);
});
