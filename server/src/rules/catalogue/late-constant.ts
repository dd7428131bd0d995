// Flags constants of a module that stand below its functions and classes.

import { fileRule } from "../rule.ts";

export const lateConstant = fileRule({
  id: "late-constant",
  scope: "file",
  summary: "A module's constant below its first function or class.",
  why: "Who looks for a setting looks at the top. Constants made of what the module defines, and those under a main guard, have to stand below and are left alone.",
  severity: "information",
  fix: "none",
  options: {},
  answers: ["Define constants at the top of the module, after the imports.", "Constants go right below the imports."],
  means: [
    {
      stance: "want",
      says: [
        "constant ... (top|beginning|start|head) ... (module|file|script)?",
        "constant ... (after|below|under|following|beneath) ... import",
        "constant ... (before|above) ... (function|class|definition)",
        "(top|beginning) ... (module|file) ... constant",
      ],
      unless: ["enum", "magic", "(constants file|constants module|separate file|`*constants.py`)"],
    },
  ],
  examples: [
    {
      bad: "def wait():\n    return LIMIT\n\n\nLIMIT = 3\n",
      good: "LIMIT = 3\n\n\ndef wait():\n    return LIMIT\n",
    },
  ],
  *check(file) {
    let defined = false;
    const names = new Set<string>();
    for (const statement of file.root.children) {
      const definition = statement.type === "decorated_definition" ? statement.field("definition") : statement;
      if (definition?.type === "function_definition" || definition?.type === "class_definition") {
        defined = true;
        names.add(definition.field("name")?.text ?? "");
        continue;
      }
      const assignment = statement.type === "expression_statement" ? statement.children[0] : undefined;
      const name = assignment?.type === "assignment" ? assignment.field("left") : undefined;
      const value = assignment?.field("right");
      if (!defined || name?.type !== "identifier" || value === undefined) continue;
      if (!/^[A-Z][A-Z0-9_]*$/.test(name.text) || uses(value.text, names)) {
        names.add(name.text);
        continue;
      }
      yield {
        span: name,
        message: `The constant \`${name.text}\` stands below functions and classes; move it up, below the imports.`,
      };
    }
  },
});

function uses(text: string, names: ReadonlySet<string>): boolean {
  return (text.match(/[A-Za-z_]\w*/g) ?? []).some((word) => names.has(word));
}
