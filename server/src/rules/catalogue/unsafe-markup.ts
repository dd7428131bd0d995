// Flags text that is declared safe markup.

import { ruffRule } from "../ruff-rule.ts";

export const unsafeMarkup = ruffRule({
  id: "unsafe-markup",
  summary: "`mark_safe(...)` and `Markup(...)` around text that varies.",
  why: "What is marked safe is not escaped, so a visitor's text can carry a script to other visitors.",
  codes: ["S308", "S704"],
  fixes: "none",
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
