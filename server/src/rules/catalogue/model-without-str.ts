// Flags Django models without `__str__`.

import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { indentOf, lineEnd, statements } from "../../python/surroundings.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { Fix } from "../rule.ts";

export const modelWithoutStr = ruffRule({
  id: "model-without-str",
  summary: "A Django model without `__str__`.",
  why: "The admin, shells and logs show `Boat object (1)` for each row. Abstract models are left alone.",
  codes: ["DJ008"],
  fixes: "unsafe",
  repair: addStr,
  mentions: ["django"],
  message: (finding, _options, file) =>
    `\`${file.source(finding.span)}\` has no \`__str__\`, so the admin and logs show only its number; add one.`,
  generated: false,
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

/** The field that a person would know the row by: a name or title, else the first text. */
function addStr(finding: RuffFinding, file: PythonFile): Fix | undefined {
  const definition = nodeOfTypeAt(file.root, finding.span.start, "class_definition");
  const body = statements(definition);
  const last = body.at(-1);
  if (definition === undefined || last === undefined) return undefined;
  const texts = body.flatMap((statement) => {
    const assignment = statement.children.find(({ type }) => type === "assignment");
    const isText = /\b(Char|Text|Slug|Email)Field\(/.test(assignment?.field("right")?.text ?? "");
    return isText ? [assignment?.field("left")?.text ?? ""] : [];
  });
  const field = texts.find((name) => /name|title|label/.test(name)) ?? texts[0];
  const written = field === undefined ? `f"${definition.field("name")?.text} {self.pk}"` : `self.${field}`;
  const end = lineEnd(file);
  const indent = indentOf(file, last);
  const step = indent.includes("\t") ? "\t" : "    ";
  return {
    title: `Add \`__str__\` with ${field === undefined ? "the key" : `\`${field}\``}; look whether it tells the rows apart`,
    safe: false,
    edits: [
      {
        span: { start: last.end, end: last.end },
        text: `${end}${end}${indent}def __str__(self):${end}${indent}${step}return ${written}`,
      },
    ],
  };
}
