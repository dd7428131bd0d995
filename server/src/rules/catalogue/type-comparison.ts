// Flags `type(x) == T` where isinstance does.

import { argumentNodes } from "../../python/call.ts";
import { nodeOfTypeAt } from "../../python/node-at.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { RuffFinding } from "../../python/ruff.ts";
import { namedChildren } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { ruffRule } from "../ruff-rule.ts";
import type { Fix } from "../rule.ts";

export const typeComparison = ruffRule({
  id: "type-comparison",
  summary: "`type(x) == T`.",
  why: "It fails for every subclass. `type(x) is T`, which means exactly that class, is left alone.",
  codes: ["E721"],
  fixes: "unsafe",
  repair: isinstance,
  mentions: ["type("],
  message: () => "Comparing types with `==` fails for subclasses; use `isinstance`.",
  options: {},
  answers: ["Use `isinstance()` instead of comparing types.", "Never compare types with `type(x) == y`."],
  means: [
    {
      stance: "want",
      says: [
        "`isinstance*` (instead of|over|rather than|not|for) ... type",
        "`isinstance*` & type",
        "use `isinstance*`",
        "`isinstance*` ... (to|over|instead of|rather than|not) `type(*`",
        "isinstance ... (type check|type checking|type)",
      ],
      unless: [
        "duck typing",
        "prefer ... (to|over) ... `isinstance*`",
        "(guard|narrow|narrowing|assert|assertion|attribute|`# type: ignore`)",
      ],
    },
    { stance: "avoid", says: ["`type(*) ==*`", "`type(*) is *`", "compare type", "type comparison"] },
  ],
  examples: [
    { bad: "def is_text(x):\n    return type(x) == str\n", good: "def is_text(x):\n    return isinstance(x, str)\n" },
  ],
});

function isinstance(finding: RuffFinding, file: PythonFile): readonly Fix[] {
  const comparison = nodeOfTypeAt(file.root, finding.span.start, "comparison_operator");
  const [left, right, ...others] = comparison ? namedChildren(comparison) : [];
  const operator = comparison?.children.find(({ type }) => type === "==" || type === "!=");
  if (!comparison || !left || !right || !operator || others.length > 0) return [];
  const span = { start: comparison.start, end: comparison.end };
  const not = operator.type === "!=";
  const exact: Fix = {
    title: "Compare with `is`, which means exactly that class",
    safe: false,
    edits: [{ span: { start: operator.start, end: operator.end }, text: not ? "is not" : "is" }],
  };
  const [of, type] = [typed(file, left) ?? typed(file, right), typed(file, left) ? right : left];
  if (of === undefined || (typed(file, left) && typed(file, right))) return [exact];
  const text = `${not ? "not " : ""}isinstance(${of.text}, ${type.text})`;
  const inner = comparison.parent?.type ?? "";
  const isPart = not && /^(comparison_operator|binary_operator|unary_operator)$/.test(inner);
  const title = "Use isinstance; look whether subclasses should count";
  return [{ title, safe: false, edits: [{ span, text: isPart ? `(${text})` : text }] }, exact];
}

/** The `x` of `type(x)`. */
function typed(file: PythonFile, node: SyntaxNode): SyntaxNode | undefined {
  const callee = node.type === "call" ? node.field("function") : undefined;
  return callee && file.resolve(callee) === "builtins.type" ? argumentNodes(node)[0] : undefined;
}
