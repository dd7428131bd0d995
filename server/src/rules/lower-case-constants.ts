// The module-level names that never change and are not written as constants.

import type { PythonFile } from "../python/python-file.ts";
import { statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { boundNames } from "./bound-names.ts";
import { hasCasing } from "./casing.ts";

/** Names bound once to a literal, save those that a tool looks for. */
export function* lowerCaseConstants(file: PythonFile): Generator<SyntaxNode> {
  if (/(^|\/)(migrations|versions|alembic)\//.test(file.path) || toolFiles.test(file.path) || file.isGenerated) return;
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
    if (bindings.get(name.text) === 1 && !changed.has(name.text)) yield name;
  }
}

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
