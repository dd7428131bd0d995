// Flags Django models without `__str__`.

import { ruffRule } from "../ruff-rule.ts";

export const modelWithoutStr = ruffRule({
  id: "model-without-str",
  summary: "A Django model without `__str__`.",
  why: "The admin, shells and logs show `Boat object (1)` for each row. Abstract models are left alone.",
  codes: ["DJ008"],
  fixes: "none",
  mentions: ["django"],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span)}\` has no \`__str__\`, so the admin and logs show only its number; add one.`,
  options: {},
  answers: ["Every model defines `__str__`.", "Always implement `__str__` on Django models."],
  means: [
    { stance: "want", says: ["model & `__str__*`", "model ... (define|have|implement|include|add) ... `__str__*`"] },
  ],
  examples: [
    {
      bad: "from django.db import models\n\n\nclass Boat(models.Model):\n    name = models.CharField(max_length=20)\n",
      good: "from django.db import models\n\n\nclass Boat(models.Model):\n    name = models.CharField(max_length=20)\n\n    def __str__(self):\n        return self.name\n",
    },
  ],
});
