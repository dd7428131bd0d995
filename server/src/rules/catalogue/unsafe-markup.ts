// Flags text that is declared safe markup.

import { argumentNodes } from "../../python/call.ts";
import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { isDynamic, messageParts } from "../message-parts.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { Fix } from "../rule.ts";
import { swapModule } from "../swap-module.ts";

export const unsafeMarkup = ruffRule({
  id: "unsafe-markup",
  summary: "`mark_safe(...)` and `Markup(...)` around text that varies.",
  why: "What is marked safe is not escaped, so a visitor's text can carry a script to other visitors.",
  codes: ["S308", "S704"],
  fixes: "unsafe",
  repair: formatted,
  mentions: ["mark_safe", "Markup"],
  message: () => "This text is not escaped any more; build it with `format_html`, or leave escaping to the template.",
  options: {},
  answers: ["Never use `mark_safe` on user input.", "Avoid `mark_safe`; use `format_html`."],
  means: [
    {
      stance: "avoid",
      says: ["`mark_safe*`", "mark safe", "`Markup*`", "mark ... (content|input|html|string|output) ... safe"],
    },
  ],
  examples: [
    {
      bad: 'from django.utils.safestring import mark_safe\n\n\ndef badge(name):\n    return mark_safe(f"<b>{name}</b>")\n',
      good: 'from django.utils.html import format_html\n\n\ndef badge(name):\n    return format_html("<b>{}</b>", name)\n',
    },
  ],
});

function formatted(finding: RuffFinding, file: PythonFile): Fix | undefined {
  const call = nodeOfTypeAt(file.root, finding.span.start, "call");
  const callee = call?.field("function");
  const [text, ...others] = call ? argumentNodes(call) : [];
  if (!call || !callee || !text || others.length > 0) return undefined;
  const parts = messageParts(text);
  if (!isDynamic(parts) || parts.some((part) => part.isFormatted || /["\\\n]/.test(part.text))) return undefined;
  const quote = text.text.at(-1) === "'" ? "'" : '"';
  if (parts.some((part) => part.kind === "text" && part.text.includes(quote))) return undefined;
  const isPlain = text.type !== "string" || !/^\w*f/i.test(text.text);
  const written = parts.map((part) =>
    part.kind === "value" ? "{}" : isPlain ? part.text.replaceAll(/[{}]/g, "$&$&") : part.text,
  );
  const format = `${quote}${written.join("")}${quote}`;
  const values = parts.flatMap((part) => (part.kind === "value" ? [part.text] : [])).join(", ");
  const title = "Escape the values; look whether one of them is markup on purpose";
  if (finding.code === "S704") {
    const edit = { span: { start: call.start, end: call.end }, text: `${callee.text}(${format}).format(${values})` };
    return { title, safe: false, edits: [edit] };
  }
  const edits =
    callee.type === "identifier"
      ? swapModule(file, callee, { module: "django.utils.html", name: "format_html" })
      : undefined;
  if (edits === undefined) return undefined;
  const given = { span: { start: text.start, end: text.end }, text: `${format}, ${values}` };
  return { title, safe: false, edits: [...edits, given] };
}
