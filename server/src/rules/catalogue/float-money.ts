// Flags amounts of money that are kept as floating point numbers.

import type { PythonFile } from "../../python/python-file.ts";
import type { RuffRequest } from "../../python/ruff.ts";
import { enclosingClass } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { insertImport } from "../insert-import.ts";
import { type Fix, type FixEdit, fileRule } from "../rule.ts";

const request: RuffRequest = { select: ["RUF032"], settings: {} };
/** "Amount", "cost" and "balance" are of rain, of a search and of colours as well: they need a currency beside them. */
const MONEY =
  /(?:^|_)(?:(?:price|salary|fee|subtotal|revenue|refund)(?:_(?:eur|usd|gbp|total|net|gross|due|paid))?|(?:amount|cost|balance|payment)_(?:eur|usd|gbp))$/;

export const floatMoney = fileRule({
  id: "float-money",
  scope: "file",
  summary: "Fields and columns for amounts of money that are `float`, and a `Decimal` made of a float.",
  why: "A float cannot hold 0.1: sums drift by cents. A field counts as money where its name says so and its type is a float; percentages, rates and numbers of other kinds are left alone.",
  severity: "warning",
  fix: "unsafe",
  tests: false,
  ruff: ["RUF032"],
  options: {},
  answers: ["Use `Decimal` for money.", "Never use floats for currency.", "Monetary amounts are `Decimal`."],
  means: [
    {
      stance: "want",
      says: [
        "decimal & (money|monetary|currency|price|financial|amount|payment)",
        "`Decimal*` & (money|monetary|currency|price|financial|amount|payment)",
        "(money|monetary|currency|price|amount) ... (as|in|using) (integer|int|`int`|cent|minor unit|smallest unit)",
        "(integer|int|`int`|cent) ... (money|monetary|currency|price)",
        "(decimal|`Decimal*`) ... (not|never|instead of|over|rather than) ... (float|`float*`) & (money|monetary|currency|price|financial|amount|payment)",
      ],
    },
    {
      stance: "avoid",
      says: ["(float|`float`|floating point) & (money|monetary|currency|price|financial|amount|payment)"],
    },
  ],
  examples: [
    {
      bad: "class Item:\n    price: float\n",
      good: "from decimal import Decimal\n\n\nclass Item:\n    price: Decimal\n",
    },
  ],
  ruffRequest: () => request,
  *check(file) {
    for (const assignment of file.nodes("assignment")) {
      const name = assignment.field("left");
      if (name?.type !== "identifier" || enclosingClass(assignment) === undefined || !MONEY.test(name.text)) continue;
      const type = assignment.field("type")?.text ?? "";
      const value = assignment.field("right")?.text ?? "";
      const isFloat =
        /^(?:Mapped\[)?(?:Optional\[)?float\b/.test(type) ||
        /^(?:\w+\.)?(?:Column|mapped_column)\(\s*(?:\w+\.)?(?:Float|Double|REAL)\b/.test(value) ||
        /^(?:\w+\.)?FloatField\(/.test(value);
      if (!isFloat) continue;
      const fix = decimalFix(file, assignment);
      yield {
        span: name,
        message: `\`${name.text}\` keeps money as a float, which cannot hold 0.1; use \`Decimal\`.`,
        ...(fix && { fix }),
      };
    }
    for (const { span, fix } of file.ruff(request)) {
      yield {
        span,
        message: "This `Decimal` is made of a float and keeps its error; write the number as a text.",
        ...(fix && { fix: { title: "Write the number as a text", safe: false, edits: fix.edits } }),
      };
    }
  },
});

/** The annotation and the column's type; what reads the field has to take Decimals from then on. */
function decimalFix(file: PythonFile, assignment: SyntaxNode): Fix | undefined {
  const [type, value] = [assignment.field("type"), assignment.field("right")];
  const edits: FixEdit[] = [];
  const word = /\bfloat\b/.exec(type?.text ?? "");
  if (type && word) {
    const { name, edits: imports } = insertImport(file, "decimal", "Decimal");
    edits.push(...imports, { span: { start: type.start + word.index, end: type.start + word.index + 5 }, text: name });
  }
  if (value?.type === "float") {
    const { name } = insertImport(file, "decimal", "Decimal");
    edits.push({ span: { start: value.start, end: value.end }, text: `${name}("${value.text}")` });
  } else if (value !== undefined && (value.type !== "call" || !column(file, value, edits))) return undefined;
  return edits.length === 0
    ? undefined
    : { title: "Keep it as a Decimal; a column needs a migration, and callers Decimals", safe: false, edits };
}

function column(file: PythonFile, call: SyntaxNode, edits: FixEdit[]): boolean {
  if (/^(\w+\.)?FloatField\(/.test(call.text)) return false;
  const kind = call.field("arguments")?.children.find((child) => child.isNamed);
  if (kind === undefined || !/^(\w+\.)?(Float|Double|REAL)(\(.*\))?$/.test(kind.text)) return true;
  const owner = /^(\w+)\./.exec(kind.text)?.[1];
  const inserted = owner === undefined ? insertImport(file, "sqlalchemy", "Numeric") : undefined;
  edits.push(...(inserted?.edits ?? []), {
    span: { start: kind.start, end: kind.end },
    text: `${inserted?.name ?? `${owner}.Numeric`}(12, 2)`,
  });
  return true;
}
