// The packed extension holds what it needs and nothing else, and says the same version everywhere.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { beforeAll, expect, test } from "vitest";
import { root, vsix } from "./places.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
let archive: JSZip;
beforeAll(async () => {
  archive = await JSZip.loadAsync(readFileSync(vsix));
});

test("it is small", () => {
  expect(statSync(vsix).size).toBeLessThan(8 * 1024 * 1024);
});

test("it holds these files", () => {
  const files = Object.values(archive.files)
    .filter(({ dir }) => !dir)
    .map(({ name }) => name.replace(/^extension\//, ""))
    .filter((name) => !/^(snippets|syntaxes)\/[\w.-]+\.json$/.test(name))
    .toSorted();
  expect(files).toMatchInlineSnapshot(`
    [
      "LICENSE.txt",
      "[Content_Types].xml",
      "changelog.md",
      "dist/extension.js",
      "dist/ruff_wasm_bg.wasm",
      "dist/server.js",
      "dist/tree-sitter-python.wasm",
      "dist/web-tree-sitter.wasm",
      "extension.vsixmanifest",
      "media/fix-menu.png",
      "media/fix-on-save.md",
      "media/guide-status.png",
      "media/icon.png",
      "media/problems.png",
      "media/squiggle.png",
      "media/view.svg",
      "package.json",
      "readme.md",
    ]
  `);
});

test("every file that the manifest names is in it", () => {
  const named = JSON.stringify(manifest.contributes).matchAll(/"(?:\.\/)?((?:media|snippets|syntaxes)\/[\w./-]+)"/g);
  const paths = [...named].map((match) => match[1] ?? "");
  expect(paths.length).toBeGreaterThan(5);
  for (const path of [...paths, manifest.icon, manifest.main.slice(2)]) {
    expect(archive.file(`extension/${path}`), path).not.toBeNull();
  }
});

test("package, manifest and changelog say one version", async () => {
  const packed = JSON.parse((await archive.file("extension/package.json")?.async("string")) ?? "{}");
  expect(packed.version).toBe(manifest.version);
  const [, newest] = /^## \[?(\d+\.\d+\.\d+)/m.exec(readFileSync(join(root, "CHANGELOG.md"), "utf8")) ?? [];
  expect(newest).toBe(manifest.version);
});
