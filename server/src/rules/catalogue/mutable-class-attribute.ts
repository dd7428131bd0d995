// Flags class attributes that hold a list, dict or set which all instances share.

import { ruffRule } from "../ruff-rule.ts";

export const mutableClassAttribute = ruffRule({
  id: "mutable-class-attribute",
  summary: "A list, dict or set as a class attribute that is not marked `ClassVar`.",
  why: "All instances share it: what one changes, all see. `ClassVar` says that this is meant; fields of dataclasses and models are left alone.",
  severity: "warning",
  codes: ["RUF012"],
  fixes: "none",
  message: (finding, _options, file) =>
    `All instances share \`${file.source(finding.span)}\`; set it in \`__init__\`, or mark it \`ClassVar\`.`,
  options: {},
  answers: ["Mark mutable class attributes with `ClassVar`.", "Never use mutable class attributes."],
  means: [
    {
      stance: "want",
      says: [
        "`ClassVar*` & (class|attribute|variable|constant|annotate|mark|mutable|field)",
        "(mark|annotate) ... class (attribute|variable|constant|level) ... `ClassVar*`",
        "immutable class (attribute|variable)",
      ],
    },
    {
      stance: "avoid",
      says: ["mutable class (attribute|variable|level)", "mutable ... (as|in) class (attribute|variable)"],
      unless: ["`ClassVar*`"],
    },
  ],
  examples: [
    {
      bad: "class Cart:\n    items = []\n",
      good: "from typing import ClassVar\n\n\nclass Cart:\n    items: ClassVar[list[str]] = []\n",
    },
  ],
});
