// Flags constants that are made anew in each call of a function.

import { enclosingFunction } from "../../python/surroundings.ts";
import { fileRule } from "../rule.ts";

export const constantInFunction = fileRule({
  id: "constant-in-function",
  scope: "file",
  summary: "A name written like a constant that a function gives a fixed value.",
  why: "At module level a constant is found, shared and tested. Only names in upper case that get a literal are looked at.",
  severity: "information",
  fix: "none",
  options: {},
  answers: ["Define constants at module level.", "Constants belong at module scope, not inside functions."],
  means: [
    {
      stance: "want",
      says: ["constant ... (at|on|in|to) (module|file|global) (level|scope)"],
      unless: [
        "(module level|file level) constant",
        "(private|logger|name|naming|upper case|`UPPER*`|screaming|enum|mutable|annotate|type)",
      ],
    },
    {
      stance: "avoid",
      says: ["constant ... (inside|within|in) (function|method|function body)", "(function level|local) constant"],
      unless: ["magic"],
    },
  ],
  examples: [
    {
      bad: "def wait():\n    LIMIT = 3\n    return LIMIT\n",
      good: "LIMIT = 3\n\n\ndef wait():\n    return LIMIT\n",
    },
  ],
  *check(file) {
    for (const assignment of file.nodes("assignment")) {
      const [name, value] = [assignment.field("left"), assignment.field("right")];
      if (name?.type !== "identifier" || !/^_?[A-Z][A-Z0-9_]+$/.test(name.text) || value === undefined) continue;
      if (!/^(?:integer|float|string|tuple|true|false|unary_operator)$/.test(value.type)) continue;
      if (value.text.includes("{") || enclosingFunction(assignment) === undefined) continue;
      if (
        assignment.parent?.parent?.type === "class_definition" ||
        assignment.parent?.parent?.parent?.type === "class_definition"
      )
        continue;
      yield {
        span: name,
        message: `\`${name.text}\` is made anew in each call; define the constant at module level.`,
      };
    }
  },
});
