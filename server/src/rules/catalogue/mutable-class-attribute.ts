// Flags class attributes that hold a list, dict or set which all instances share.

import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { insertImport } from "../insert-import.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { Fix } from "../rule.ts";
import { writtenType } from "../written-type.ts";

export const mutableClassAttribute = ruffRule({
  id: "mutable-class-attribute",
  summary: "A list, dict or set as a class attribute that is not marked `ClassVar`.",
  why: "All instances share it: what one changes, all see. `ClassVar` says that this is meant; fields of dataclasses and models are left alone.",
  severity: "warning",
  codes: ["RUF012"],
  fixes: "unsafe",
  repair: classVariable,
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
      says: [
        "class (attribute|variable) (never|not) (mutable|dict|dictionary)",
        "mutable class (attribute|variable|level)",
        "mutable ... (as|in) class (attribute|variable)",
      ],
      unless: ["`ClassVar*`"],
    },
  ],
  examples: [
    {
      bad: "class Cart:\n    items = []\n",
      good: "from typing import ClassVar\n\n\nclass Cart:\n    items: ClassVar[list] = []\n",
    },
  ],
});

function classVariable(finding: RuffFinding, file: PythonFile): Fix | undefined {
  const assignment = nodeOfTypeAt(file.root, finding.span.start, "assignment");
  const [name, annotation, value] = ["left", "type", "right"].map((field) => assignment?.field(field));
  if (name?.type !== "identifier" || !value) return undefined;
  const type = annotation?.text ?? writtenType(file, value);
  if (type === undefined) return undefined;
  const { name: marker, edits } = insertImport(file, "typing", "ClassVar");
  const written = `${marker}[${type}]`;
  const edit =
    annotation === undefined
      ? { span: { start: name.end, end: name.end }, text: `: ${written}` }
      : { span: { start: annotation.start, end: annotation.end }, text: written };
  return {
    title: "Mark it `ClassVar`; look whether each instance should have its own",
    safe: false,
    edits: [...edits, edit],
  };
}
