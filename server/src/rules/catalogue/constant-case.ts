// Flags module-level constants that are not written in upper case.

import type { PythonFile } from "../../python/python-file.ts";
import { statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { boundNames } from "../bound-names.ts";
import { hasCasing, toCasing } from "../casing.ts";
import { renameDefinition } from "../rename-definition.ts";
import { renameWithin } from "../rename.ts";
import { fileRule } from "../rule.ts";

export const constantCase = fileRule({
  id: "constant-case",
  scope: "file",
  summary: "Module-level names bound once to a literal and not written in upper case.",
  why: "Upper case tells a reader that a value does not change. Loggers, routers, apps, type aliases, dunder names, names that are bound again or changed in place, and names that a tool looks for are left alone.",
  severity: "warning",
  fix: "unsafe",
  ruff: ["N816"],
  tests: true,
  options: {},
  answers: [
    "Constants are written in UPPER_CASE.",
    "Use UPPER_SNAKE_CASE for module-level constants.",
    "Constants: UPPER_CASE.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "constant ... (upper case|upper snake case|all caps|screaming snake case|capital letter|caps)",
        "(upper case|upper snake case|all caps|capital letter) ... constant",
        "constant ... (uppercase|capital|capitalized)",
        "(upper|capital) ... constant",
      ],
      unless: ["enum", "typescript", "javascript", "environment"],
    },
    {
      // "Constants: `MAX_RETRIES`": the example is the convention.
      stance: "want",
      says: ["constant {shown}"],
      options: ({ clause }) =>
        /^\W*constants?(?: names?)?\W*[:→=–—-]\W*[A-Z][A-Z\d]*_[A-Z\d_]*\W*(?:=.*)?$/i.test(clause) &&
        !/[a-z]\w*_\w*\W*(?:=|$)/.test(clause)
          ? {}
          : undefined,
    },
  ],
  examples: [
    {
      bad: "timeout = 30\n\n\ndef wait():\n    return timeout\n",
      good: "TIMEOUT = 30\n\n\ndef wait():\n    return TIMEOUT\n",
    },
  ],
  *check(file, _options, { workspace }) {
    if (/(^|\/)(migrations|versions|alembic)\//.test(file.path) || toolFiles.test(file.path)) return;
    if (file.isGenerated) return;
    const bindings = new Map<string, number>();
    for (const { name, kind } of boundNames(file))
      if (kind === "module") bindings.set(name.text, (bindings.get(name.text) ?? 0) + 1);
    const changed = changedNames(file);
    for (const statement of statements(file.root)) {
      const assignment = statement.children.find((child) => child.type === "assignment");
      const name = assignment?.field("left");
      const value = assignment?.field("right");
      if (name?.type !== "identifier" || value === undefined || !isLiteral(value)) continue;
      if (hasCasing(name.text, "UPPER_CASE") || /^__\w+__$/.test(name.text) || toolNames.has(name.text)) continue;
      if (bindings.get(name.text) !== 1 || changed.has(name.text)) continue;
      const better = toCasing(name.text, "UPPER_CASE");
      const everywhere = renameDefinition(file, name, better, workspace);
      const edits = everywhere ?? renameWithin(file, file.root, name.text, better);
      const look = everywhere
        ? "wherever it is used; look for its name in texts"
        : "in this file; look for imports elsewhere";
      yield {
        span: name,
        message: `\`${name.text}\` never changes; write constants in upper case, as \`${better}\`.`,
        ...(edits === undefined ? {} : { fix: { title: `Rename to ${better} ${look}`, safe: false, edits } }),
      };
    }
  },
});

/** Files in which a tool looks for names of its own. */
const toolFiles = /(^|\/)(gunicorn[\w.]*|conf|setup|noxfile|tasks|fabfile|conftest|urls|apps)\.py$/;
const toolNames: ReadonlySet<string> = new Set([
  "pytest_plugins",
  "pytestmark",
  "collect_ignore",
  "app_name",
  "urlpatterns",
  "default_app_config",
  "revision",
  "down_revision",
  "branch_labels",
  "depends_on",
  "bind",
  "workers",
]);

function isLiteral(node: SyntaxNode): boolean {
  switch (node.type) {
    case "integer":
    case "float":
    case "true":
    case "false":
      return true;
    case "string":
      return !node.children.some((child) => child.type === "interpolation");
    case "concatenated_string":
      return node.children.every(isLiteral);
    case "unary_operator":
      return node.children.filter((child) => child.isNamed).every(isLiteral);
    case "binary_operator":
    case "pair":
    case "parenthesized_expression":
      return node.children.filter((child) => child.isNamed).every(isLiteral);
    case "tuple":
    case "list":
    case "set":
    case "dictionary": {
      const items = node.children.filter((child) => child.isNamed && child.type !== "comment");
      return items.length > 0 && items.every(isLiteral);
    }
    default:
      return false;
  }
}

/** Names that a function declares `global`, that are changed in place, or deleted. */
function changedNames(file: PythonFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of file.nodes("global_statement", "augmented_assignment", "delete_statement", "assignment", "call")) {
    if (node.type === "global_statement" || node.type === "delete_statement")
      for (const child of node.children) names.add(rootName(child));
    else if (node.type === "augmented_assignment") names.add(rootName(node.field("left")));
    else if (node.type === "assignment" && /^(subscript|attribute)$/.test(node.field("left")?.type ?? ""))
      names.add(rootName(node.field("left")));
    else if (node.type === "call" && mutators.test(node.field("function")?.field("attribute")?.text ?? ""))
      names.add(rootName(node.field("function")));
  }
  return names;
}

const mutators = /^(append|add|update|extend|insert|pop|popitem|remove|discard|clear|setdefault|sort|reverse)$/;

function rootName(node: SyntaxNode | undefined): string {
  let at = node;
  while (at !== undefined && at.type !== "identifier") at = at.field("object") ?? at.field("value");
  return at?.text ?? "";
}
