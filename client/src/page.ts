// Shows text of the server (a rule's page, why a guide applies, what is enforced) as a rendered, read-only page.

import * as vscode from "vscode";

const scheme = "heed";

export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  get onDidChange(): vscode.Event<vscode.Uri> {
    return this.#changed.event;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? "This page was shown in an earlier session. Run the command again to renew it.";
  }

  /** A page of the same title is renewed, not opened a second time. */
  async show(title: string, markdown: string): Promise<void> {
    // The tab shows the last part of the path, so a slash in the title must not divide it.
    const uri = vscode.Uri.from({ scheme, path: `/${title.replaceAll("/", "∕")}` });
    this.#texts.set(uri.path, withoutFileLinks(markdown));
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, "markdown");
    try {
      await vscode.commands.executeCommand("markdown.showPreview", uri);
    } catch {
      // The built-in Markdown extension can be disabled; the text is readable without it.
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** The preview follows no links to files, and would show their markup; the text of such a link says enough. */
function withoutFileLinks(markdown: string): string {
  return markdown.replace(/\[([^\]\n]+)\]\(file:[^)\n]*\)/g, "$1");
}
