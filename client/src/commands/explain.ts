// "Heed: Explain Rule": a rule's page, for the rule that is named or one that the user picks.

import * as vscode from "vscode";
import type { Session } from "../session.ts";
import type { Command } from "./command.ts";

export const explain: Command = {
  id: "heed.explain",
  servesServer: true,
  run: async ({ session, pages }, ...parameters) => {
    const named = parameters[0];
    const rule = typeof named === "string" ? named : await pickRule(session);
    if (rule === undefined) return;
    const answer = await session.request("heed/explain", { rule });
    if (answer !== undefined) await pages.show(answer.rule, answer.markdown);
  },
};

async function pickRule(session: Session): Promise<string | undefined> {
  const rules = await rulesInSight(session);
  if (rules.length === 0) {
    void vscode.window.showInformationMessage(
      "No rule is in force here: no guide of this workspace says something that Heed can check.",
    );
    return undefined;
  }
  return vscode.window.showQuickPick(rules, { title: "Explain a rule", placeHolder: "Rules that your guides bring" });
}

/** Those of the current file, where one is open, else those of all guides. */
async function rulesInSight(session: Session): Promise<string[]> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const status = uri && (await session.request("heed/status", { uri: uri.toString() }));
  if (status !== undefined && status.rules.length > 0) return [...status.rules].toSorted();
  const all = await session.request("heed/coverage", {});
  const ids = all?.guides.flatMap((guide) => guide.directives.flatMap(({ rules }) => rules.map((rule) => rule.id)));
  return [...new Set(ids)].toSorted();
}
