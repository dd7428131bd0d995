// Flags text fields of Django models that may be null.

import { ruffRule } from "../ruff-rule.ts";

export const nullableTextField = ruffRule({
  id: "nullable-text-field",
  summary: "`null=True` on a Django text field.",
  why: 'Such a field has two ways to be empty, NULL and "", and every query must think of both.',
  codes: ["DJ001"],
  fixes: "none",
  mentions: ["null"],
  message: () => "A text field that may be null has two ways to be empty; use `blank=True` and an empty default.",
  options: {},
  answers: ["Never use `null=True` on CharField or TextField.", "Avoid `null=True` on string-based fields."],
  means: [{ stance: "avoid", says: ["`null=True` & (text|string|char|`CharField`|`TextField`|`*Field*`)"] }],
  examples: [
    {
      bad: "from django.db import models\n\n\nclass Boat(models.Model):\n    name = models.CharField(max_length=20, null=True)\n",
      good: "from django.db import models\n\n\nclass Boat(models.Model):\n    name = models.CharField(max_length=20, blank=True)\n",
    },
  ],
});
