// Flags constants that are made anew in each call of a function.

import type { PythonFile } from "../../python/python-file.ts";
import { enclosingFunction, statementOf } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { insertBelowImports } from "../insert-below-imports.ts";
import { removeWithGap } from "../remove-statement.ts";
import { type Fix, fileRule } from "../rule.ts";

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
      says: ["constant ... (at|on|in|to) (module|file|global) (level|scope)"],
      unless: [
        "(module level|file level) constant",
        "(private|logger|name|naming|upper case|`UPPER*`|screaming|enum|mutable|annotate|type|regex|pattern|sql|query|prompt|redefine|override|shadow)",
      ],
    },
    {
      stance: "avoid",
      says: ["constant ... (inside|within|in) (function|method|function body)", "(function level|local) constant"],
      unless: ["(magic|regex|pattern|sql|query|prompt|redefine|override|shadow|that|which)"],
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
      if (enclosingFunction(assignment) === undefined || !isFixed(value)) continue;
      // One of a class, of the module by `global`, or given another value elsewhere.
      const binding = file.scopes.bindingOf(name);
      if (binding?.scope.kind !== "function" || binding.places.length > 1) continue;
      yield {
        span: name,
        message: `\`${name.text}\` is made anew in each call; define the constant at module level.`,
        ...moveFix(file, assignment, name.text),
      };
    }
  },
});

/** None where the module or others mean another value by the name, or where a comment goes with it. */
function moveFix(file: PythonFile, assignment: SyntaxNode, name: string): { fix?: Fix } {
  const statement = statementOf(assignment);
  const gone = removeWithGap(file, statement);
  const { line } = file.lines.position(statement.start);
  const isCommented = file.lines
    .lineText(line - 1)
    .trim()
    .startsWith("#");
  const known = file.scopes.module.bindings.get(name)?.places;
  const isSame = known?.length === 1 && known[0]?.node.text === assignment.text;
  const isOther =
    (known !== undefined && !isSame) ||
    file.nodes("wildcard_import").length > 0 ||
    file.nodes("assignment").some((one) => one.field("left")?.text === name && one.text !== assignment.text);
  if (gone === undefined || isCommented || isOther || assignment.text.includes("\n")) return {};
  const added = isSame ? [] : insertBelowImports(file, assignment.text, []);
  const edits = [...added.map((edit) => ({ ...edit, inAnyOrder: true as const })), gone];
  return { fix: { title: `Move \`${name}\` to the module`, safe: false, edits } };
}

/** A literal, or a tuple of them. */
function isFixed(value: SyntaxNode): boolean {
  if (value.type === "tuple" || value.type === "unary_operator")
    return value.children.every((child) => !child.isNamed || isFixed(child));
  return /^(?:integer|float|true|false)$/.test(value.type) || (value.type === "string" && !value.text.includes("{"));
}
