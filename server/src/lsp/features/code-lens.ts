// textDocument/codeLens: above a guide, how much of it is enforced and where.

import type { CancellationToken, CodeLens, CodeLensParams } from "vscode-languageserver";
import { cancellationOf } from "../answer.ts";
import { count } from "../prose.ts";
import type { Session } from "../session.ts";

export async function codeLens(
  params: CodeLensParams,
  session: Session,
  token: CancellationToken,
): Promise<CodeLens[] | null> {
  const home = await session.workspaces.homeOf(params.textDocument.uri);
  // Asked after the folder is ready, because its settings come with it.
  if (!home?.engine.guide(home.path) || !session.settings.view.guideCodeLens) return null;
  const [covered] = await home.engine.coverage({ guides: [home.path], cancellation: cancellationOf(token) });
  if (!covered) return null;
  const { directives, guide, matchedFiles } = covered;
  const enforced = directives.filter(({ status }) => status === "enforced").length;
  const inPart = directives.filter(({ status }) => status === "partial").length;
  const findings = directives.reduce((sum, directive) => sum + directive.findings, 0);
  const title = [
    `Heed enforces ${enforced} of ${count(directives.length, "directive")}${inPart === 0 ? "" : `, ${inPart} in part`}`,
    count(findings, "finding"),
    `${guide.applicability.description}: ${count(matchedFiles, "Python file")}`,
  ].join(" · ");
  const top = { line: 0, character: 0 };
  return [{ range: { start: top, end: top }, command: { title, command: "heed.coverage" } }];
}
