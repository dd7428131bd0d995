// The markers and cells of fixtures are read as test/support/markers.ts says.

import { describe, expect, test } from "vitest";
import { readCells, readMarkers } from "../support/markers.ts";

describe("markers", () => {
  test("sit under the line that they speak of and are taken out of the text", () => {
    expect(readMarkers("a = b(1)\n#   ~ first\n#     ~ second\nc\n")).toEqual({
      text: "a = b(1)\nc\n",
      expected: [
        { line: 0, column: 4, endColumn: 5, message: "first" },
        { line: 0, column: 6, endColumn: 7, message: "second" },
      ],
    });
  });

  test("start in the column of the # where it is followed by <", () => {
    expect(readMarkers("  abcd()\n  #<~~ why\nx\n#<\n").expected).toEqual([
      { line: 0, column: 2, endColumn: 6, message: "why" },
      { line: 1, column: 0, endColumn: undefined, message: "" },
    ]);
  });

  test.each(["# a comment", "#! /usr/bin/python", "x = 1  # ~~~ not alone on its line", "#: ~ sphinx"])(
    "are not: %s",
    (line) => {
      expect(readMarkers(`x\n${line}`)).toEqual({ text: `x\n${line}`, expected: [] });
    },
  );

  test("need a line above", () => {
    expect(() => readMarkers("# ~~ nothing above")).toThrow("no line above");
  });
});

describe("cells", () => {
  const cells = readCells(
    [
      "# %% file app/shared.py",
      "S = 1",
      '# %% flagged in app/a.py: a title {"limit": 3}',
      "x",
      "#<",
      "",
      "# %% fixed",
      "y",
      "# %% file app/shared.py",
      "S = 2",
      "# %% file notes.md",
      "# ~~ kept, for it is no Python",
      "# %% fixed app/shared.py",
      "S = 3",
      "# %% clean: another: title",
      "z",
      "# %% before",
      "w",
    ].join("\n"),
  );

  test("carry kind, title, path and options", () => {
    expect(cells.map(({ kind, title, options, line }) => ({ kind, title, options, line }))).toEqual([
      { kind: "flagged", title: "a title", options: { limit: 3 }, line: 3 },
      { kind: "clean", title: "another: title", options: {}, line: 15 },
    ]);
  });

  test("carry the files of their workspace, their own over the shared ones", () => {
    expect(cells.map((cell) => cell.files.map((file) => [file.path, file.text, file.before]))).toEqual([
      [
        ["app/a.py", "x\n", undefined],
        ["app/shared.py", "S = 2\n", undefined],
        ["notes.md", "# ~~ kept, for it is no Python\n", undefined],
      ],
      [
        ["app/module.py", "z\n", "w\n"],
        ["app/shared.py", "S = 1\n", undefined],
      ],
    ]);
  });

  test("carry what the fixes must make of them", () => {
    expect([...(cells[0]?.fixed ?? [])]).toEqual([
      ["app/a.py", "y\n"],
      ["app/shared.py", "S = 3\n"],
    ]);
  });

  test.each([
    ["# %% flaged: typo", "no cell that fixtures know"],
    ["# %% flagged", "is written"],
    ["x = 1", 'starts with a "# %%" line'],
  ])("refuse %s", (source, message) => {
    expect(() => readCells(source)).toThrow(message);
  });
});
