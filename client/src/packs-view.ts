// The tree of guides and their directives, each with what became of it and how many findings it has.

import * as vscode from "vscode";
import type { CoverageDirective, CoverageGuide, DirectiveStatus } from "../../server/src/lsp/protocol.ts";
import { count, statusWords } from "./coverage-page.ts";
import type { Session } from "./session.ts";

/** Coverage looks at the whole workspace, so it is renewed only when typing pauses. */
const patience = 600;

type Node =
  | { readonly kind: "guide"; readonly guide: CoverageGuide }
  | { readonly kind: "directive"; readonly guide: CoverageGuide; readonly directive: CoverageDirective };

export class PacksView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: readonly vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStale = false;

  constructor(session: Session) {
    this.#session = session;
    this.#view = vscode.window.createTreeView<Node>("heed.packs", { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      session.onDidChange(() => this.#soon()),
      vscode.languages.onDidChangeDiagnostics(() => this.#soon()),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.#soon();
      }),
    ];
  }

  get onDidChangeTreeData(): vscode.Event<undefined> {
    return this.#changed.event;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node?.kind === "directive") return [];
    if (node?.kind === "guide") {
      return node.guide.directives.map((directive) => ({ kind: "directive", guide: node.guide, directive }));
    }
    this.#isStale = false;
    const coverage = await this.#session.request("heed/coverage", {});
    if (coverage === undefined) {
      this.#view.message = "";
      return [];
    }
    const { totals, guides } = coverage;
    this.#view.message =
      guides.length === 0
        ? ""
        : `${totals.enforced + totals.partial} of ${count(totals.directives, "directive")} enforced`;
    return guides.map((guide) => ({ kind: "guide", guide }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === "guide" ? guideItem(node.guide) : directiveItem(node.guide, node.directive);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  /** A hidden view asks for nothing; it is renewed when it is shown. */
  #soon(): void {
    this.#isStale = true;
    if (!this.#view.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(undefined), patience);
  }
}

function guideItem(guide: CoverageGuide): vscode.TreeItem {
  const item = new vscode.TreeItem(guide.path, vscode.TreeItemCollapsibleState.Collapsed);
  const findings = guide.directives.reduce((sum, directive) => sum + directive.findings, 0);
  item.id = guide.uri;
  item.iconPath = new vscode.ThemeIcon("law");
  item.description = findings === 0 ? guide.applies : `${guide.applies} · ${count(findings, "finding")}`;
  item.tooltip = `${guide.path}\nFormat: ${guide.format}\nApplies to ${guide.applies} (${count(guide.matchedFiles, "file")})`;
  item.contextValue = "guide";
  item.command = openPlace(guide.uri, 0);
  return item;
}

function directiveItem(guide: CoverageGuide, directive: CoverageDirective): vscode.TreeItem {
  const item = new vscode.TreeItem(directive.text);
  item.iconPath = statusIcons[directive.status];
  item.description = [
    ...(directive.findings === 0 ? [] : [count(directive.findings, "finding")]),
    ...new Set(directive.rules.map(({ id }) => id)),
  ].join(" · ");
  item.tooltip = directiveTooltip(directive);
  item.contextValue = "directive";
  item.command = openPlace(guide.uri, directive.line);
  item.accessibilityInformation = { label: `${directive.text}, ${statusWords[directive.status]}` };
  return item;
}

function directiveTooltip({ text, status, reason, rules }: CoverageDirective): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString().appendText(text).appendMarkdown("\n\n");
  tooltip.appendText(`This is ${statusWords[status]}${reason === null ? "." : `: ${reason}`}`);
  for (const rule of rules) {
    tooltip.appendMarkdown(`\n\n**${rule.id}**`);
    for (const evidence of rule.evidence) tooltip.appendMarkdown("\n- ").appendText(evidence);
  }
  return tooltip;
}

function openPlace(uri: string, line: number): vscode.Command {
  return { title: "Open", command: "heed.openDirective", arguments: [{ uri, line, character: 0 }] };
}

function icon(name: string, color: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, new vscode.ThemeColor(color));
}

const statusIcons: Readonly<Record<DirectiveStatus, vscode.ThemeIcon>> = {
  enforced: icon("pass-filled", "testing.iconPassed"),
  partial: icon("pass", "testing.iconPassed"),
  tool: icon("tools", "testing.iconPassed"),
  advisory: icon("comment", "disabledForeground"),
  conflict: icon("warning", "list.warningForeground"),
  unreachable: icon("circle-slash", "disabledForeground"),
};
