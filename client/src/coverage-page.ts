// Writes the coverage of all guides as one Markdown page.

import type {
  CoverageDirective,
  CoverageGuide,
  CoverageResult,
  DirectiveStatus,
} from "../../server/src/lsp/protocol.ts";

/** What each status means, in the words of the page and the view. */
export const statusWords: Readonly<Record<DirectiveStatus, string>> = {
  enforced: "enforced",
  partial: "enforced in part",
  tool: "enforced by another tool",
  advisory: "for people and assistants only",
  conflict: "contradicts another directive",
  unreachable: "applies to no file",
};

const statuses = Object.keys(statusWords) as readonly DirectiveStatus[];

export function coveragePage({ guides, totals }: CoverageResult): string {
  if (guides.length === 0) {
    return "# What is enforced\n\nNo guide was found. Heed reads the instruction files of AI assistants, such as `AGENTS.md`, `CLAUDE.md`, `.github/copilot-instructions.md` and `.cursor/rules/*.mdc`.\n";
  }
  const sums = statuses
    .filter((status) => totals[status] > 0)
    .map((status) => `${totals[status]} ${statusWords[status]}`);
  return [
    "# What is enforced",
    `${count(totals.directives, "directive")} in ${count(guides.length, "guide")}: ${sums.join(", ")}.`,
    ...guides.map(guideSection),
  ].join("\n\n");
}

function guideSection(guide: CoverageGuide): string {
  const lines = [
    `## ${guide.path}`,
    `Applies to ${guide.applies} (${count(guide.matchedFiles, "file")}).`,
    "| Line | Directive | Status | Rules | Findings |\n| ---: | --- | --- | --- | ---: |",
  ];
  return `${lines.join("\n\n")}\n${guide.directives.map(row).join("\n")}`;
}

function row(directive: CoverageDirective): string {
  const { line, text, status, reason, rules, findings } = directive;
  const rest = reason === null ? "" : `: ${reason}`;
  const ids = [...new Set(rules.map(({ id }) => `\`${id}\``))];
  const cells = [line + 1, text, `${statusWords[status]}${rest}`, ids.join(", "), findings === 0 ? "" : findings];
  return `| ${cells.map((cell) => escape(String(cell))).join(" | ")} |`;
}

/** Text of a guide is shown as it is: it makes no table cells, links or markup of its own. */
function escape(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[|<>[\]*_\\]/g, "\\$&");
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
