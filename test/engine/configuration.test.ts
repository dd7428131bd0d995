// The configuration file: what is taken from it, and which line is named when something is wrong.

import { describe, expect, test } from "vitest";
import { readConfigurationFile } from "../../server/src/engine/configuration-file.ts";
import { catalogue } from "../../server/src/rules/index.ts";
import { InMemoryWorkspace } from "../support/in-memory-workspace.ts";

const wrong: readonly (readonly [text: string, line: number, message: RegExp])[] = [
  ['guides = ["a.md"]\ncolour = "blue"\n', 1, /`colour` is not a setting/],
  ['ignore = "build"\n', 0, /`ignore` must be a list/],
  ['\n[rules]\nbare-exept = "error"\n', 2, /no rule `bare-exept`/],
  ['[rules.bare-except]\nseverity = "fatal"\n', 1, /severity of `bare-except`/],
  ['[rules.line-length]\n\n[rules.line-length.options]\nlimit = "long"\n', 3, /must be a number/],
  ["[rules.line-length.options]\nwidth = 100\n", 1, /no option `width`/],
  ['rules = { bare-except = { severity = "off", colour = 1 } }\n', 0, /`rules.bare-except.colour`/],
  ['[diagnostics]\nscope = "everything"\n', 1, /`diagnostics.scope` must be/],
  ["fixOnSave = true\n", 0, /`fixOnSave` must be/],
  ["guides = [\n", 1, /not valid TOML/],
];

describe("heed.toml", () => {
  test.each(wrong)("%j is wrong in line %i", (text, line, message) => {
    const problems = readConfigurationFile("heed.toml", text, catalogue)?.problems ?? [];
    expect(problems).toEqual([{ path: "heed.toml", line, message: expect.stringMatching(message) }]);
  });

  test("pyproject.toml is read where it speaks of Heed, and its lines are its own", () => {
    const text = '[project]\nname = "x"\n\n[tool.heed]\nignore = ["old/"]\nspeed = 1\n';
    const read = readConfigurationFile("pyproject.toml", text, catalogue);
    expect(read?.settings).toEqual({ ignore: ["old/"] });
    expect(read?.problems.map(({ line }) => line)).toEqual([5]);
  });

  test.each([
    ["nothing about Heed", '[project]\nname = "x"\n'],
    ["broken, but not Heed's", "[project\n"],
  ])("pyproject.toml with %s is left alone", (_name, text) => {
    expect(readConfigurationFile("pyproject.toml", text, catalogue)).toBeUndefined();
  });
});

describe("settings", () => {
  const files = { "AGENTS.md": "- Do not use `print()`.\n", "app.py": "print(1)\n", "old/app.py": "print(1)\n" };
  const found = (toml: string, settings: unknown = {}) => {
    const { engine } = new InMemoryWorkspace({ ...files, "heed.toml": toml });
    engine.setConfiguration(settings);
    return ["app.py", "old/app.py"].flatMap((path) =>
      engine.pythonFiles.includes(path) ? engine.findings(path).map(({ severity }) => `${path} ${severity}`) : [],
    );
  };

  test.each([
    ["", ["app.py warning", "old/app.py warning"]],
    ['ignore = ["old/"]\n', ["app.py warning"]],
    ['rules.print-call = "off"\n', []],
    ['rules.print-call.severity = "error"\n', ["app.py error", "old/app.py error"]],
  ])("%j", (toml, expected) => {
    expect(found(toml)).toEqual(expected);
  });

  test("findings about comments and guides have severities too", () => {
    const { engine } = new InMemoryWorkspace({
      "AGENTS.md": "- Do not use `print()`. See `gone.md`.\n",
      "app.py": "x = 1  # heed: allow print-call — no\n",
      "heed.toml": 'rules.unused-suppression = "error"\nrules.dangling-reference = "off"\n',
    });
    expect(engine.findings("app.py").map(({ severity }) => severity)).toEqual(["error"]);
    expect(engine.findings("AGENTS.md")).toEqual([]);
  });

  test("the project's file wins over the editor, so that all see the same", () => {
    expect(found('rules.print-call = "hint"\n', { rules: { "print-call": "error" }, ignore: ["old/"] })).toEqual([
      "app.py hint",
    ]);
  });

  test("further guides", () => {
    const { engine } = new InMemoryWorkspace({
      "docs/rules.md": "- Do not use `print()`.\n",
      "app.py": "print(1)\n",
      "heed.toml": 'guides = ["docs/*.md"]\n',
    });
    expect(engine.findings("app.py").map(({ directive }) => directive?.guide)).toEqual(["docs/rules.md"]);
  });
});
