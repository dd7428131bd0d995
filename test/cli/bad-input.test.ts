// What users get wrong, and what is wrong with files: a clear line at the place, and everything else still checked.

import { describe, expect, test } from "vitest";
import { Folder } from "./heed.ts";

const guide = "- Never use bare `except:`.\n- Do not use `print()`.\n";
const good = { "AGENTS.md": guide, "good.py": "print(1)\n" };
const stillFound = "good.py:1:1 print-call";

describe("cannot run: exit status 2 and one line", () => {
  const wrong: readonly (readonly [args: readonly string[], line: RegExp])[] = [
    [["check", "nowhere"], /^heed: There is no file or folder "nowhere"\.\n$/],
    [["check", "--formt", "json"], /^heed: There is no option --formt; did you mean --format\?\n$/],
    [["check", "--format", "yaml"], /^heed: --format must be one of text, json, .*, not "yaml"\.\n$/],
    [["check", "--select", "bare-exept"], /^heed: There is no rule "bare-exept"; did you mean "bare-except"\?\n$/],
    [["check", "--min-severity", "fatal"], /^heed: --min-severity must be one of/],
    [["check", "--jobs", "many"], /^heed: --jobs must be a whole number/],
    [["check", "--shard", "3/2"], /^heed: --shard must be I\/N/],
    [["check", "--baseline", "none.json"], /^heed: There is no baseline "none\.json"/],
    [["check", "--baseline", "AGENTS.md"], /^heed: "AGENTS\.md" is not a baseline/],
    [["check", "--output", "no/such/folder/x"], /^heed: "no\/such\/folder\/x" cannot be written\.\n$/],
    [["check", "--output"], /^heed: .*--output/],
    [["check", "--stdin-filename", "../outside.py"], /^heed: "\.\.\/outside\.py" lies outside/],
    [["coverage", "good.py/nowhere.md"], /^heed: There is no file or folder "good\.py\/nowhere\.md"\.\n$/],
    [["coverage", "nowhere.md"], /^heed: There is no file or folder "nowhere\.md"\.\n$/],
    [["why"], /^heed: Say which one file to explain/],
    [["why", "nowhere.py"], /^heed: There is no file "nowhere\.py"\.\n$/],
    [["explain", "bare-exceptions"], /^heed: There is no rule "bare-exceptions"; did you mean "bare-except"\?/],
    [["rules", "extra"], /^heed: `heed rules` takes no paths/],
    [["lsp"], /^heed: Say how the editor talks to the server/],
    [["chekc"], /^heed: There is no command "chekc"/],
  ];

  test.each(wrong)("heed %j", (args, line) => {
    expect(new Folder(good).heed(args)).toEqual({ status: 2, stdout: "", stderr: expect.stringMatching(line) });
  });

  test.each([
    ["heed.toml", 'ignore = "x"\n', /^heed: heed\.toml:1: `ignore` must be a list of texts/],
    ["heed.toml", "[rules]\n\nno-such-rule = 1\n", /^heed: heed\.toml:3: There is no rule `no-such-rule`/],
    ["heed.toml", "= 1\n", /^heed: heed\.toml:1: This is not valid TOML/],
    ["pyproject.toml", "[tool.heed]\nspeed = 1\n", /^heed: pyproject\.toml:2: `speed` is not a setting/],
  ])("a broken %s: %j", (name, text, line) => {
    const folder = new Folder({ ...good, [name]: text });
    expect(folder.heed(["check"])).toEqual({ status: 2, stdout: "", stderr: expect.stringMatching(line) });
  });
});

describe("everything else is still checked", () => {
  test("a guide whose front matter is code runs nothing, and says so", () => {
    const hostile = '---js\nrequire("fs").writeFileSync("ran", "")\n---\n- Never use bare `except:`.\n';
    const folder = new Folder({ ...good, ".github/instructions/a.instructions.md": hostile });
    const found = folder.places();
    expect(found).toContain(stillFound);
    expect(found).toContainEqual(
      expect.stringMatching(/^\.github\/instructions\/a\.instructions\.md:1:\d+ front-matter$/),
    );
    expect(folder.has("ran")).toBe(false);
  });

  test.each([
    ["broken YAML", "---\napplyTo: [\n---\n- Do not use `print()`.\n"],
    ["a mapping that never ends", '---\napplyTo: "**"\n- Do not use `print()`.\n'],
  ])("a guide with %s", (_name, text) => {
    const folder = new Folder({ ...good, ".github/instructions/a.instructions.md": text });
    expect(folder.places()).toContain(stillFound);
    expect(folder.places()).toContainEqual(
      expect.stringMatching(/^\.github\/instructions\/a\.instructions\.md:\d+:\d+ front-matter$/),
    );
  });

  test("a guide of 5 MB", () => {
    const folder = new Folder({ ...good, "CLAUDE.md": `${guide}${"Words upon words. ".repeat(300_000)}\n` });
    expect(folder.places()).toContain(stillFound);
  });

  test("a binary file named .py", () => {
    const folder = new Folder({ ...good, "data.py": Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0xff]) });
    expect(folder.places()).toEqual(["data.py:1:1 syntax-error", stillFound]);
  });

  test("bytes in no encoding that Python would accept", () => {
    const folder = new Folder({ ...good, "old.py": Uint8Array.from([...Buffer.from("name = '"), 0xe9, 0x27, 0x0a]) });
    expect(folder.places()).toEqual([stillFound, "old.py:1:1 syntax-error"]);
  });

  test("Python 2", () => {
    const folder = new Folder({ ...good, "old.py": 'def hello(name):\n    print "hello", name\n' });
    expect(folder.places()).toEqual([stillFound, "old.py:2:11 syntax-error"]);
  });

  test("half-typed code", () => {
    const folder = new Folder({ ...good, "half.py": "def load(path:\n    return open(path\n\nclass" });
    expect(folder.places()).toEqual([stillFound, expect.stringMatching(/^half\.py:\d+:\d+ syntax-error$/)]);
  });

  test("code nested deeper than any parser likes", () => {
    const folder = new Folder({ ...good, "deep.py": `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}\n` });
    expect(folder.places()).toContain(stillFound);
  });

  test("a folder that links into itself", async () => {
    const { symlinkSync } = await import("node:fs");
    const folder = new Folder(good);
    symlinkSync(folder.path, `${folder.path}/again`);
    expect(folder.places()).toEqual([stillFound]);
  });

  test("what git ignores, virtual environments and build output are left alone", () => {
    const folder = new Folder({
      ...good,
      ".gitignore": "scratch/\n*.gen.py\n",
      "scratch/a.py": "print(1)\n",
      "a.gen.py": "print(1)\n",
      "app/.gitignore": "local.py\n!keep.gen.py\n",
      "app/local.py": "print(1)\n",
      "app/keep.gen.py": "print(1)\n",
      "env311/pyvenv.cfg": "",
      "env311/lib/a.py": "print(1)\n",
      "node_modules/x/a.py": "print(1)\n",
      "build/a.py": "print(1)\n",
    });
    expect(folder.places()).toEqual(["app/keep.gen.py:1:1 print-call", stillFound]);
  });

  test("no guide at all is said, and is no finding", () => {
    const { status, stdout } = new Folder({ "a.py": "print(1)\n" }).heed(["check"]);
    expect(status).toBe(0);
    expect(stdout).toContain("No guide was found among 1 Python file");
  });

  test("an empty folder", () => {
    expect(new Folder({}).heed(["check", "--format", "json"]).status).toBe(0);
  });
});
