// Flags constants that are made anew in each call of a function.

import type { PythonFile } from "../../python/python-file.ts";
import { enclosingFunction } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { constantsUp } from "../constants-up.ts";
import { fileRule } from "../rule.ts";

/** What is said of the head of a function says nothing of its body. */
const SIGNATURE = "(function|method) (signature|argument|parameter|call|default|name|decorator)";

export const constantInFunction = fileRule({
  id: "constant-in-function",
  scope: "file",
  summary: "A name written like a constant that a function gives a fixed value.",
  why: "At module level a constant is found, shared and tested. Only names in upper case that get a literal once are looked at, and not in tests.",
  severity: "information",
  fix: "unsafe",
  tests: false,
  options: {},
  answers: ["Define constants at module level.", "Constants belong at module scope, not inside functions."],
  means: [
    {
      stance: "want",
      says: [
        "constant ... (at|on|in|to) (module|file|global) (level|scope)",
        "constant ... (module|file|import) ... (not|never|instead of|rather than) (inside|in|into|within) (a|the|any)? (function|method|function body)",
        "constant ... (not|never|instead of|rather than) (inside|in|into|within) (a|the|any)? (function|method|function body)",
      ],
      unless: [
        "(module level|file level) constant",
        SIGNATURE,
        "(private|logger|name|naming|upper case|`UPPER*`|screaming|enum|mutable|annotate|type|regex|pattern|sql|query|prompt|redefine|override|shadow)",
      ],
    },
    {
      stance: "avoid",
      says: ["constant ... (inside|within|in) (function|method|function body)", "(function level|local) constant"],
      unless: [SIGNATURE, "(magic|regex|pattern|sql|query|prompt|redefine|override|shadow|that|which)"],
    },
  ],
  examples: [
    {
      bad: "def wait():\n    LIMIT = 3\n    return LIMIT\n",
      good: "LIMIT = 3\n\n\ndef wait():\n    return LIMIT\n",
    },
  ],
  *check(file) {
    const constants = file.nodes("assignment").filter((assignment) => isConstant(file, assignment));
    for (const assignment of constants) {
      const name = assignment.field("left") ?? assignment;
      const fix = constantsUp(file, assignment, constants);
      yield {
        span: name,
        message: `\`${name.text}\` is made anew in each call; define the constant at module level.`,
        ...(fix && { fix }),
      };
    }
  },
});

function isConstant(file: PythonFile, assignment: SyntaxNode): boolean {
  const [name, value] = [assignment.field("left"), assignment.field("right")];
  if (name?.type !== "identifier" || !/^_?[A-Z][A-Z0-9_]+$/.test(name.text) || value === undefined) return false;
  if (enclosingFunction(assignment) === undefined || !isFixed(value)) return false;
  // One of a class, of the module by `global`, or given another value elsewhere.
  const binding = file.scopes.bindingOf(name);
  return binding?.scope.kind === "function" && binding.places.length === 1;
}

/** A literal, or a tuple of them. */
function isFixed(value: SyntaxNode): boolean {
  if (value.type === "tuple" || value.type === "unary_operator")
    return value.children.every((child) => !child.isNamed || isFixed(child));
  return /^(?:integer|float|true|false)$/.test(value.type) || (value.type === "string" && !value.text.includes("{"));
}
