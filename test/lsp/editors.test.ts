// Other editors, attached to `heed lsp --stdio` as their users do, show what the command line finds.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { breach, files, optionals } from "./guide.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "heed-editors-")));
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const scripts = fileURLToPath(new URL("./editors/", import.meta.url));
const path = "app/mixed.py";

for (const [name, text] of Object.entries({
  ...files,
  [path]: `# 🦄\n${breach}\n\n${optionals}\n\nx = "🦄"; print(x)\n`,
})) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Shown {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** How the command line's findings read in an editor, whose tooltip also quotes the guide. */
function expected(): readonly Shown[] {
  const { stdout } = spawnSync(process.execPath, [cli, "check", root, "--format", "json"], { encoding: "utf8" });
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly message: string;
      readonly guide: { readonly file: string; readonly line: number; readonly text: string };
    }[];
  };
  return findings
    .filter(({ file }) => file === path)
    .map(({ line, column, message, guide }) => ({
      line,
      column,
      text: `${message} — "${guide.text}" (${guide.file.split("/").at(-1)}:${guide.line})`,
    }));
}

const editors = [
  {
    name: "Neovim",
    program: "nvim",
    parameters: ["--headless", "-u", "NONE", "--noplugin", "-c", `luafile ${scripts}findings.lua`],
  },
  { name: "Emacs", program: "emacs", parameters: ["-Q", "--batch", "-l", `${scripts}findings.el`] },
];

const isInstalled = (program: string) => spawnSync(program, ["--version"]).status === 0;

test.for(editors)("$name shows what the command line finds", ({ name, program, parameters }, { skip }) => {
  if (!isInstalled(program)) return skip(`${name} is not installed here, so it cannot be tried.`);
  const findings = expected();
  expect(findings.length).toBe(4);
  const { stdout, stderr, status } = spawnSync(program, parameters, {
    cwd: root,
    encoding: "utf8",
    timeout: 50_000,
    env: {
      ...process.env,
      HOME: root,
      XDG_CONFIG_HOME: root,
      XDG_DATA_HOME: root,
      HEED_NODE: process.execPath,
      HEED_CLI: cli,
      HEED_ROOT: root,
      HEED_FILE: join(root, path),
      HEED_COUNT: String(findings.length),
    },
  });
  if (status === 4) return skip(`${name} has no Eglot here, so it cannot be tried.`);
  const shown = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Shown);
  expect(shown.length, stderr).toBe(findings.length);
  for (const { line, column, text } of findings) {
    const same = shown.find((one) => one.line === line && one.column === column);
    expect(same?.text).toContain(text);
  }
});
