// GitHub Copilot: `.github/copilot-instructions.md` and `*.instructions.md`, which VS Code and github.com read differently.

import type { FrontMatterItem } from "../front-matter-entry.ts";
import { misspelling } from "../front-matter-keys.ts";
import type { GlobDialect } from "../glob.ts";
import type { Applicability } from "../guide.ts";
import {
  byReaders,
  describeGlobs,
  everything,
  globItems,
  globReader,
  onRequest,
  type Reader,
  reportFaults,
} from "./applicability.ts";
import { endsWithPath, entry, type Format, type FormatContext, flag, folderAbove } from "./format.ts";

const vsCode = "GitHub Copilot in VS Code";
const gitHub = "GitHub Copilot on github.com";

// VS Code compares the whole path and lets a pattern begin in any folder; github.com counts from the root, as a shell does.
const vsCodeDialect: GlobDialect = { ignoreCase: true, start: "anywhere", folders: false };
const gitHubDialect: GlobDialect = { ignoreCase: false, start: "root", folders: false };

/** Those that `excludeAgent` can name. */
const agents: Readonly<Record<string, string>> = {
  "code-review": "GitHub Copilot code review",
  "coding-agent": "GitHub Copilot coding agent",
  "cloud-agent": "GitHub Copilot coding agent",
};

export const copilot: Format = {
  id: "copilot",
  owns: (path) =>
    endsWithPath(path, ".github/copilot-instructions.md") ||
    /(?:^|\/)\.github\/instructions\/(?:.+\/)?[^/]+\.instructions\.md$/.test(path),
  keys: { applyTo: "globs", name: "text", description: "text", excludeAgent: Object.keys(agents) },
  bareGlobs: false,
  applicability(context) {
    if (context.path.endsWith("copilot-instructions.md")) {
      return everything(vsCode, "instructions of the repository speak of every file");
    }
    const written = entry(context, "applyTo");
    if (!written || written.value === "other" || written.value === "boolean") return withoutGlobs(context);
    const globs = globItems(written.items);
    if (globs.length === 0) return withoutGlobs(context);
    reportFaults(globs, vsCodeDialect, context);
    const home = folderAbove(context.path, ".github", "");
    // A list is accepted, but not by VS Code, which is then one of those that differ.
    const isList = written.value === "list";
    const assistant = isList ? "GitHub Copilot" : vsCode;
    const main = globReader(globs.map(whole), { assistant, key: "applyTo", dialect: vsCodeDialect, home });
    const others: Reader[] = [
      globReader(globs.map(whole), { assistant: gitHub, key: "applyTo", dialect: gitHubDialect, home }),
      ...excluded(context),
    ];
    if (isList) {
      reportList(context, globs);
      others.push(deaf(vsCode, "VS Code reads `applyTo` as one string and ignores a list"));
    } else {
      reportDivergence(context, globs);
    }
    return byReaders(describeGlobs(globs, home), main, others);
  },
};

/** `*` alone is every file for both. */
function whole(glob: FrontMatterItem): FrontMatterItem {
  return glob.text === "*" ? { ...glob, text: "**" } : glob;
}

function withoutGlobs(context: FormatContext): Applicability {
  const start = context.matter?.span.start ?? 0;
  const key = context.matter?.entries.get("applyTo");
  // A key that is there but misspelt or of the wrong kind is reported as that.
  const isMeant = key ? key.value !== "empty" : misspelling(context.matter, "applyTo") !== undefined;
  if (!isMeant && (flag(context, "autoAttach") !== true || key)) {
    context.report({
      rule: "globs",
      severity: "information",
      span: key?.keySpan ?? { start, end: start },
      message: 'Without `applyTo` this guide is only read on request. Add for example `applyTo: "**/*.py"`.',
    });
  }
  return onRequest(vsCode, "there is no `applyTo`, so it is only read on request");
}

function reportList(context: FormatContext, globs: readonly FrontMatterItem[]): void {
  const list = entry(context, "applyTo");
  if (!list) return;
  const joined = `"${globs.map(({ text }) => text).join(",")}"`;
  context.report({
    rule: "globs",
    span: list.span,
    message:
      "VS Code reads `applyTo` as one string and ignores a list, so this guide is not applied there. Join the globs with commas.",
    fix: { title: "Join the globs in one string", safe: true, edits: [{ span: list.span, text: joined }] },
  });
}

/** A name without a folder is where the two readers are furthest apart: any folder, or the root alone. */
function reportDivergence(context: FormatContext, globs: readonly FrontMatterItem[]): void {
  for (const { text, span } of globs) {
    if (text.includes("/") || text === "*" || text === "**") continue;
    const better = `**/${text.replace(/^\*\*+/, "*")}`;
    context.report({
      rule: "globs",
      severity: "information",
      span,
      message: `VS Code applies \`${text}\` in every folder, github.com only in the root. Write \`${better}\` to mean every folder in both.`,
      fix: { title: `Write \`${better}\``, safe: true, edits: [{ span, text: better }] },
    });
  }
}

function excluded(context: FormatContext): Reader[] {
  const names = entry(context, "excludeAgent")?.items.flatMap(({ text }) => text.split(",")) ?? [];
  return names
    .map((agent) => agent.trim())
    .map((agent) => deaf(agents[agent] ?? agent, `\`excludeAgent\` names \`${agent}\``));
}

function deaf(assistant: string, because: string): Reader {
  return { assistant, verdict: () => ({ applies: false, because }) };
}
