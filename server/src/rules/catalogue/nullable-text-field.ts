// Flags text fields of Django models that may be null.

import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { keywordNode, removeItem, replaced } from "../call-edits.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { Fix } from "../rule.ts";

export const nullableTextField = ruffRule({
  id: "nullable-text-field",
  summary: "`null=True` on a Django text field.",
  why: 'Such a field has two ways to be empty, NULL and "", and every query must think of both.',
  codes: ["DJ001"],
  fixes: "unsafe",
  repair: blankInstead,
  mentions: ["null"],
  message: () => "A text field that may be null has two ways to be empty; use `blank=True` and an empty default.",
  options: {},
  answers: ["Never use `null=True` on CharField or TextField.", "Avoid `null=True` on string-based fields."],
  means: [
    {
      stance: "avoid",
      says: [
        "(text|string|char) (field|column) (never|not) (null|nullable)",
        "`null=True` & (text|string|char|`CharField`|`TextField`|`*Field*`)",
      ],
    },
  ],
  examples: [
    {
      bad: "from django.db import models\n\n\nclass Boat(models.Model):\n    name = models.CharField(max_length=20, null=True)\n",
      good: 'from django.db import models\n\n\nclass Boat(models.Model):\n    name = models.CharField(max_length=20, blank=True, default="")\n',
    },
  ],
});

function blankInstead(finding: RuffFinding, file: PythonFile): Fix | undefined {
  const call = nodeOfTypeAt(file.root, finding.span.start, "call");
  const list = call?.field("arguments");
  const nullable = call && keywordNode(call, "null");
  if (!call || !list || !nullable) return undefined;
  const wanted = [keywordNode(call, "blank") ? "" : "blank=True", keywordNode(call, "default") ? "" : 'default=""'];
  const texts = wanted.filter(Boolean);
  const edit = texts.length > 0 ? replaced(nullable, texts.join(", ")) : removeItem(file, list, nullable);
  return (
    edit && { title: "Let it be blank instead; it needs a migration that fills the rows", safe: false, edits: [edit] }
  );
}
