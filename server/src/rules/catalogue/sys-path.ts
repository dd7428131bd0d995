// Flags code that changes where Python looks for modules.

import { calleeName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { removeStatement } from "../remove-statement.ts";
import { type Fix, fileRule } from "../rule.ts";

const MESSAGE =
  "This changes where Python looks for modules, so imports depend on what ran before; install the package, or import it by its full name.";

export const sysPath = fileRule({
  id: "sys-path",
  scope: "file",
  summary: "`sys.path` is changed in the code.",
  why: "What a module imports then depends on the order in which files run and on the machine. Reading `sys.path` is left alone.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  mentions: ["path", "addsitedir"],
  answers: ["Never modify `sys.path`.", "No `sys.path` hacks.", "Do not use `sys.path.insert`."],
  means: [
    {
      stance: "avoid",
      says: [
        "(modify|change|adjust|manipulate|mutate|touch|alter|edit|extend|patch|hack|tweak|use|add|insert|append) ... (`sys.path`|`sys.path.*`|sys path)",
        "(`sys.path`|`sys.path.*`|sys path) (hack|manipulation|modification|mutation|change|tweak|edit|insert|append|trick|hacking)",
        "(`sys.path.insert*`|`sys.path.append*`|`sys.path.extend*`)",
        "leave `sys.path` alone",
        "`sys.path`",
      ],
    },
  ],
  examples: [
    {
      bad: 'import sys\n\nsys.path.insert(0, "src")\n',
      good: "import sys\n",
    },
  ],
  *check(file) {
    for (const call of file.nodes("call")) {
      if (/^(?:sys\.path\.(?:insert|append|extend|remove|pop|clear)|site\.addsitedir)$/.test(calleeName(file, call)))
        yield { span: call, message: MESSAGE, ...removalFix(file, call) };
    }
    for (const statement of file.nodes("assignment", "augmented_assignment")) {
      const target = statement.field("left");
      if (target && isSysPath(file, target)) yield { span: target, message: MESSAGE, ...removalFix(file, statement) };
    }
  },
});

/** `sys.path`, `path` from `sys`, and a part of it. */
function isSysPath(file: PythonFile, target: SyntaxNode): boolean {
  const whole = target.type === "subscript" ? target.field("value") : target;
  return whole?.type === "attribute" && file.resolve(whole) === "sys.path";
}

/** The whole statement, where it is nothing else. */
function removalFix(file: PythonFile, node: SyntaxNode): { readonly fix?: Fix } {
  const statement = node.parent?.type === "expression_statement" ? node.parent : undefined;
  const edit = statement && removeStatement(file, statement);
  const title = "Remove it; look whether the package is installed where this runs";
  return edit === undefined ? {} : { fix: { title, safe: false, edits: [edit] } };
}
