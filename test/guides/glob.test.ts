// Globs of every dialect against paths.

import { describe, expect, test } from "vitest";
import { compileGlob, type GlobDialect, globFault, splitGlobs } from "../../server/src/guides/glob.ts";

const dialects: Readonly<Record<string, GlobDialect>> = {
  vscode: { ignoreCase: true, start: "anywhere", folders: false },
  root: { ignoreCase: false, start: "root", folders: false },
  cursor: { ignoreCase: false, start: "anywhere-without-slash", folders: true },
};

describe.each([
  ["vscode", "**", ["a.py", "x/y/a.py"], []],
  ["vscode", "**/*", ["a.py", "x/y/a.py"], []],
  ["vscode", "*.py", ["a.py", "x/y/a.py", "X/A.PY"], ["a.pyi"]],
  ["vscode", "**.py", ["a.py", "x/y/a.py"], ["a.md"]],
  ["vscode", "src/*.py", ["src/a.py", "x/src/a.py"], ["src/x/a.py", "mysrc/a.py"]],
  ["vscode", "src/**", ["src/a.py", "src/x/y/a.py", "x/SRC/a.py"], ["lib/a.py"]],
  ["vscode", "src/**/*.py", ["src/a.py", "src/x/y/a.py"], ["src/a.js"]],
  ["vscode", "/src/**", [], ["src/a.py"]],
  ["vscode", "src/", [], ["src/a.py"]],
  ["vscode", "app/{api,db}/**/*.{py,pyi}", ["app/api/a.py", "app/db/x/a.pyi"], ["app/web/a.py", "app/api/a.js"]],
  ["vscode", "{a,b{c,d}}.py", ["a.py", "bc.py", "bd.py"], ["b.py"]],
  ["vscode", "a?.py", ["ab.py"], ["a.py", "abc.py", "a/.py"]],
  ["vscode", "[ab]*.py", ["a1.py", "b.py"], ["c.py"]],
  ["vscode", "[!a-c]x.py", ["dx.py"], ["ax.py", "bx.py"]],
  ["vscode", "a.c", ["a.c"], ["abc"]],
  ["vscode", "**/tests/**/test_*.py", ["tests/test_a.py", "x/tests/y/z/test_a.py"], ["tests/a.py"]],
  ["vscode", "{a,b", ["{a,b"], ["a"]],
  ["root", "*.py", ["a.py"], ["x/a.py"]],
  ["root", "src/*.py", ["src/a.py"], ["x/src/a.py", "src/x/a.py"]],
  ["root", "**/*.py", ["a.py", "x/y/a.py"], ["A.PY"]],
  ["root", "/src/**", ["src/a.py"], ["x/src/a.py"]],
  ["cursor", "*.py", ["a.py", "x/y/a.py"], ["a.pyx"]],
  ["cursor", "src/*.py", ["src/a.py"], ["x/src/a.py"]],
  ["cursor", "src/", ["src/a.py", "src/x/a.py"], ["lib/a.py"]],
  ["cursor", "**/a/**/b/**/c.py", ["a/b/c.py", "x/a/y/b/z/z/c.py", "a/b/a/b/c.py"], ["a/c.py"]],
] as const)("%s: %s", (dialect, pattern, yes, no) => {
  const matches = compileGlob(pattern, dialects[dialect] as GlobDialect);
  test.each([...yes])("matches %s", (path) => expect(matches(path)).toBe(true));
  test.each([...no])("does not match %s", (path) => expect(matches(path)).toBe(false));
});

test("commas split outside braces only", () => {
  expect(splitGlobs(" a/{b,c}/*.py , d.py,, e ")).toEqual([
    { text: "a/{b,c}/*.py", at: 1 },
    { text: "d.py", at: 16 },
    { text: "e", at: 23 },
  ]);
});

test.each([
  ["!tests/**", undefined],
  ["src\\**\\*.py", "src/**/*.py"],
  ["./src/**", "src/**"],
  ["../other/**", undefined],
  ["/src/**", "src/**"],
  ["src/", "src/**"],
  ["src/{a,b", undefined],
])("%s can never match", (pattern, better) => {
  const fault = globFault(pattern, dialects["vscode"] as GlobDialect);
  expect(fault?.why).toBeTruthy();
  expect(fault?.better).toBe(better);
});

test("a pattern made to be slow is not", () => {
  const matches = compileGlob(`${"**/a*a*a*a*a*".repeat(20)}b`, dialects["vscode"] as GlobDialect);
  expect(matches(`${"a".repeat(200)}/`.repeat(60))).toBe(false);
  expect(compileGlob("{a,b}".repeat(60), dialects["vscode"] as GlobDialect)("x")).toBe(false);
});
