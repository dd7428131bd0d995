// heed/coverage: every directive of every guide and what became of it.

import type { CancellationToken } from "vscode-languageserver";
import { totalsOf } from "../../engine/coverage.ts";
import { cancellationOf } from "../answer.ts";
import type { CoverageResult } from "../protocol.ts";
import type { Session } from "../session.ts";

export async function coverage(_: unknown, { workspaces }: Session, token: CancellationToken): Promise<CoverageResult> {
  const found = [];
  for (const folder of workspaces.folders) {
    const engine = folder.engine ?? (await folder.ready);
    const guides = await engine.coverage({ cancellation: cancellationOf(token) });
    found.push(...guides.map((covered) => ({ folder, covered })));
  }
  return {
    guides: found.map(({ folder, covered: { guide, matchedFiles, directives } }) => ({
      uri: folder.uriOf(guide.path),
      path: guide.path,
      format: guide.format,
      applies: guide.applicability.description,
      matchedFiles,
      directives: directives.map(({ binding, text, status, reason, findings }) => ({
        line: binding.directive.line,
        endLine: binding.directive.endLine,
        text,
        status,
        reason,
        rules: binding.rules.map(({ rule, given, evidence }) => ({ id: rule.id, options: given, evidence })),
        findings,
      })),
    })),
    totals: totalsOf(found.map(({ covered }) => covered)),
  };
}
