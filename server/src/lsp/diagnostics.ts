// All that is reported about one file, and a mark by which a client sees that nothing has changed.

import type { Diagnostic } from "vscode-languageserver";
import { toConfigurationDiagnostic, toDiagnostic } from "./convert.ts";
import type { Home } from "./workspaces.ts";

export interface DiagnosticReport {
  readonly items: Diagnostic[];
  readonly resultId: string;
}

export function diagnosticsOf(home: Home): DiagnosticReport {
  const { engine, folder, path } = home;
  const found = engine.findings(path).map((finding) => toDiagnostic(finding, folder));
  // A client that pulls is sent the configuration's problems unasked, because they matter although the file is closed.
  return reportOf(folder.client.pullsDiagnostics ? found : [...found, ...configurationProblems(home)]);
}

export function configurationReport(home: Home): DiagnosticReport {
  return reportOf(configurationProblems(home));
}

function configurationProblems({ engine, folder, path }: Home): Diagnostic[] {
  const own = engine.configurationProblems.filter((problem) => problem.path === path);
  return own.map((problem) => toConfigurationDiagnostic(problem, folder));
}

function reportOf(items: Diagnostic[]): DiagnosticReport {
  return { items, resultId: fingerprint(JSON.stringify(items)) };
}

/** Two 32-bit hashes: the same text always has the same mark, and two texts practically never share one. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 5381;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b, 33) ^ code;
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}-${text.length.toString(36)}`;
}
