// "Heed: Open Directive": goes from a finding to the sentence of the guide that asks for it.

import * as vscode from "vscode";
import type { Place } from "../../../server/src/lsp/protocol.ts";
import type { Command } from "./command.ts";

export const openDirective: Command = {
  id: "heed.openDirective",
  servesServer: true,
  run: async (_tools, ...parameters) => {
    const place = isPlace(parameters[0]) ? parameters[0] : await placeAtCursor();
    if (place === undefined) return;
    const at = new vscode.Position(place.line, place.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { selection: new vscode.Range(at, at) });
  },
};

/** The server offers the directive of each finding as a code action, so those of the cursor's place are asked for. */
async function placeAtCursor(): Promise<Place | undefined> {
  const editor = vscode.window.activeTextEditor;
  const actions =
    editor &&
    (await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      editor.document.uri,
      editor.document.lineAt(editor.selection.active.line).range,
    ));
  const offers = (actions ?? []).flatMap((action) => {
    const place: unknown = action.command?.arguments?.[0];
    return action.command?.command === openDirective.id && isPlace(place) ? [{ label: action.title, place }] : [];
  });
  if (offers.length === 0) {
    void vscode.window.showInformationMessage("There is no finding in this line. Put the cursor on one first.");
    return undefined;
  }
  if (offers.length === 1) return offers[0]?.place;
  return (await vscode.window.showQuickPick(offers, { title: "Open a directive" }))?.place;
}

function isPlace(value: unknown): value is Place {
  const place = value as Partial<Place> | null | undefined;
  return typeof place?.uri === "string" && typeof place.line === "number" && typeof place.character === "number";
}
