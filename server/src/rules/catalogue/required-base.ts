// Flags classes that do not inherit from the base which the guide demands of their kind.

import { basesOf, classKindIn, isOfClassKind } from "../definition-kind.ts";
import { isSameName, namedCode } from "../named-code.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";

export const requiredBase = fileRule({
  id: "required-base",
  scope: "file",
  summary: "A class of a kind that the guide wants to share a base, without that base.",
  why: "What the base gives or promises is missing. A class with a base that cannot be followed is left alone, and so is the base itself.",
  severity: "warning",
  fix: "none",
  additive: true,
  options: {
    base: option.string("", "The base class."),
    kind: option.string("", "What the classes are: exception, service, model, …"),
  },
  answers: ["All custom exceptions must inherit from `AppError`.", "Every repository extends `BaseRepository`."],
  means: [
    {
      stance: "want",
      says: [
        "(inherit|subclass|extend|derive) ... {base}",
        "(inherit|subclass|extend|derive) {base}",
        "{base} ... (base|base class|parent class|superclass) (class)? ... (for|of)",
        "(base class|base|parent class) ... {base}",
      ],
      // What is raised as a subclass of an error need not be a class of the kind that raises it.
      unless: ["raise ... subclass"],
      options: (reading) => readBase(reading),
    },
  ],
  examples: [
    {
      bad: "class OrderMissing(Exception):\n    pass\n",
      good: "from app.errors import AppError\n\n\nclass OrderMissing(AppError):\n    pass\n",
      options: { base: "AppError", kind: "exception" },
    },
  ],
  *check(file, { base, kind }) {
    if (base === "") return;
    for (const definition of file.nodes("class_definition")) {
      const name = definition.field("name");
      if (name === undefined || name.text === base.split(".").at(-1) || !isOfClassKind(file, definition, kind))
        continue;
      const bases = basesOf(definition);
      const isPlain = bases.every((one) =>
        /^(?:object|ABC|abc\.ABC|Exception|BaseException|ValueError|RuntimeError|KeyError|TypeError)$/.test(one.text),
      );
      if (!isPlain || bases.some((one) => isSameName(file.resolve(one) ?? one.text, base))) continue;
      yield {
        span: name,
        message: `\`${name.text}\` does not inherit from \`${base}\`; the guide wants that of every ${kind}.`,
      };
    }
  },
});

function readBase(reading: Reading): { base: string; kind: string } | undefined {
  const base = reading.caught["base"]?.replace(/\(.*\)$/s, "");
  if (
    base === undefined ||
    namedCode(base, reading.guideExamples)?.kind !== "name" ||
    !/^[A-Z]/.test(base.split(".").at(-1) ?? "")
  )
    return undefined;
  const kind = classKindIn(reading.clause.replace(reading.caught["base"] ?? "", ""));
  return kind === "" ? undefined : { base, kind };
}
