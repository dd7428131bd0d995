// The editor and the command line give the same findings for the same tree.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Diagnostic, WorkspaceDiagnosticReport } from "vscode-languageserver/node";
import { Editor, pullingEditor } from "./client.ts";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

const files = Object.fromEntries(
  readdirSync(examples, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((place) => [place.slice(examples.length).replaceAll("\\", "/"), readFileSync(place, "utf8")]),
);

interface CliFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: string;
}

const severityNames = ["", "error", "warning", "information", "hint"];

function toCliFinding(file: string, { range, code, severity }: Diagnostic): CliFinding {
  const { start, end } = range;
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    rule: String(code),
    severity: severityNames[severity ?? 0] ?? "",
  };
}

test("the example has the same findings in the editor and on the command line", async () => {
  const editor = await Editor.start(files, {
    capabilities: pullingEditor,
    settings: { diagnostics: { scope: "workspace" } },
  });
  try {
    const report: WorkspaceDiagnosticReport = await editor.connection.sendRequest("workspace/diagnostic", {
      previousResultIds: [],
    });
    const shown = report.items.flatMap((item) => {
      const file = decodeURIComponent(item.uri.slice(editor.uri("").length).replace(/^\//, ""));
      return item.kind === "full" ? item.items.map((diagnostic) => toCliFinding(file, diagnostic)) : [];
    });
    const { stdout } = spawnSync(process.execPath, [cli, "check", editor.root, "--format", "json", "--no-cache"], {
      encoding: "utf8",
    });
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly CliFinding[] };
    const found = findings.map(({ file, line, column, endLine, endColumn, rule, severity }) => ({
      file,
      line,
      column,
      endLine,
      endColumn,
      rule,
      severity,
    }));
    expect(found.length).toBeGreaterThan(0);
    const inOrder = (all: readonly CliFinding[]) => all.map((finding) => JSON.stringify(finding)).toSorted();
    expect(inOrder(shown)).toEqual(inOrder(found));
  } finally {
    await editor.stop();
  }
});
