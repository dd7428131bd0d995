// Lowers expressions, parameters and arguments of a syntax tree to the plain code of code/syntax.ts.

import type { SyntaxNode } from "../../python/syntax.ts";
import type { Argument, Clause, Expr, Param } from "./syntax.ts";

/** Nobody writes expressions as deep by hand, and whoever walks over one needs a stack frame or more for each level. */
const deepest = 200;
let depth = 0;

export function lowerExpression(node: SyntaxNode | undefined): Expr {
  if (!node) return { start: 0, end: 0, kind: "parts", items: [] };
  if (depth >= deepest) return { start: node.start, end: node.end, kind: "parts", items: [] };
  depth++;
  try {
    return lowered(node);
  } finally {
    depth--;
  }
}

/** Each object is written out whole: there are millions of them, and one that is copied together takes half as much again. */
function lowered(node: SyntaxNode): Expr {
  const { start, end } = node;
  switch (node.type) {
    case "identifier":
      return { start, end, kind: "name", name: wordOf(node) };
    case "type":
    case "parenthesized_expression":
    case "as_pattern_target":
    case "case_pattern":
      return lowerExpression(named(node)[0]);
    case "attribute":
      return {
        start,
        end,
        kind: "attribute",
        of: lowerExpression(node.field("object")),
        name: wordOf(node.field("attribute")),
      };
    case "call":
      return {
        start,
        end,
        kind: "call",
        callee: lowerExpression(node.field("function")),
        args: lowerArguments(node.field("arguments")),
      };
    case "string": {
      const value = stringValue(node);
      if (value !== undefined) return { start, end, kind: "literal", value };
      return {
        start,
        end,
        kind: "parts",
        isText: true,
        items: node.children.flatMap((child): Expr[] => {
          if (child.type === "interpolation") return [lowerExpression(child.field("expression"))];
          const isContent = child.type === "string_content";
          return isContent ? [{ start: child.start, end: child.end, kind: "literal", value: child.text }] : [];
        }),
      };
    }
    case "concatenated_string": {
      const parts = named(node).map(lowerExpression);
      if (parts.every((part) => part.kind === "literal")) {
        return {
          start,
          end,
          kind: "literal",
          value: parts.map((part) => (part.kind === "literal" ? part.value : "")).join(""),
        };
      }
      return { start, end, kind: "parts", isText: true, items: parts };
    }
    case "integer":
    case "float": {
      const value = Number(node.text.replaceAll("_", ""));
      return { start, end, kind: "literal", value: Number.isNaN(value) ? null : value };
    }
    case "true":
    case "false":
      return { start, end, kind: "literal", value: node.type === "true" };
    case "none":
      return { start, end, kind: "literal", value: null };
    case "list":
    case "tuple":
    case "set":
    case "expression_list":
    case "pattern_list":
    case "tuple_pattern":
    case "list_pattern":
      return {
        start,
        end,
        kind: "sequence",
        of: node.type === "set" ? "set" : node.type.startsWith("list") ? "list" : "tuple",
        items: named(node).map(lowerExpression),
      };
    case "list_splat":
    case "list_splat_pattern":
      return { start, end, kind: "starred", of: lowerExpression(named(node)[0]) };
    case "dictionary": {
      const pairs = named(node).filter((child) => child.type === "pair");
      return {
        start,
        end,
        kind: "dict",
        keys: pairs.map((pair) => lowerExpression(pair.field("key"))),
        values: pairs.map((pair) => lowerExpression(pair.field("value"))),
        ...(pairs.length < named(node).length && { isOpen: true as const }),
      };
    }
    case "subscript":
      return {
        start,
        end,
        kind: "subscript",
        of: lowerExpression(node.field("value")),
        index: node.fields("subscript").map(lowerExpression),
      };
    case "generic_type": {
      const [of, parameters] = named(node);
      return { start, end, kind: "subscript", of: lowerExpression(of), index: named(parameters).map(lowerExpression) };
    }
    case "union_type": {
      const [left, right] = named(node);
      return { start, end, kind: "binary", op: "|", left: lowerExpression(left), right: lowerExpression(right) };
    }
    case "member_type":
    case "dotted_name":
      return dotted(node);
    case "slice":
      return { start, end, kind: "slice", parts: named(node).map(lowerExpression) };
    case "lambda":
      return {
        start,
        end,
        kind: "lambda",
        params: lowerParams(node.field("parameters")),
        body: lowerExpression(node.field("body")),
      };
    case "list_comprehension":
    case "set_comprehension":
    case "dictionary_comprehension":
    case "generator_expression":
      return lowerComprehension(node);
    case "conditional_expression": {
      const [then, test, otherwise] = named(node);
      return {
        start,
        end,
        kind: "conditional",
        test: lowerExpression(test),
        then: lowerExpression(then),
        otherwise: lowerExpression(otherwise),
      };
    }
    case "boolean_operator":
      return {
        start,
        end,
        kind: "boolean",
        op: node.field("operator")?.type === "or" ? "or" : "and",
        left: lowerExpression(node.field("left")),
        right: lowerExpression(node.field("right")),
      };
    case "not_operator":
      return { start, end, kind: "not", of: lowerExpression(node.field("argument")) };
    case "await":
      return { start, end, kind: "await", of: lowerExpression(named(node)[0]) };
    case "yield":
      return {
        start,
        end,
        kind: "yield",
        of: optional(named(node)[0]),
        from: node.children.some((child) => child.type === "from"),
      };
    case "named_expression":
      return {
        start,
        end,
        kind: "walrus",
        name: node.field("name")?.text ?? "",
        value: lowerExpression(node.field("value")),
      };
    case "comparison_operator": {
      const operands = named(node).filter((child) => !isOperator(child, node));
      return {
        start,
        end,
        kind: "compare",
        ops: node.fields("operators").map((operator) => operator.text.replace(/\s+/g, " ")),
        items: operands.map(lowerExpression),
      };
    }
    case "binary_operator":
      return {
        start,
        end,
        kind: "binary",
        op: node.field("operator")?.text ?? "",
        left: lowerExpression(node.field("left")),
        right: lowerExpression(node.field("right")),
      };
    default:
      return { start, end, kind: "parts", items: named(node).map(lowerExpression) };
  }
}

export function lowerParams(node: SyntaxNode | undefined): Param[] {
  const params: Param[] = [];
  let keywordOnly = false;
  for (const child of named(node)) {
    const inner = child.type === "typed_parameter" ? (named(child)[0] ?? child) : child;
    const star = inner.type === "list_splat_pattern" ? "*" : inner.type === "dictionary_splat_pattern" ? "**" : "";
    if (child.type === "keyword_separator") {
      keywordOnly = true;
      continue;
    }
    if (child.type === "positional_separator") continue;
    const name = child.field("name")?.text ?? (star ? (named(inner)[0]?.text ?? "") : inner.text);
    params.push({
      name,
      annotation: optional(child.field("type")),
      fallback: optional(child.field("value")),
      star,
      keywordOnly,
    });
    if (star === "*") keywordOnly = true;
  }
  return params;
}

export function lowerArguments(node: SyntaxNode | undefined): Argument[] {
  if (!node) return [];
  if (node.type === "generator_expression") return [{ value: lowerExpression(node), name: "", star: "" }];
  return named(node).map((child): Argument => {
    switch (child.type) {
      case "keyword_argument":
        return { value: lowerExpression(child.field("value")), name: wordOf(child.field("name")), star: "" };
      case "list_splat":
        return { value: lowerExpression(named(child)[0]), name: "", star: "*" };
      case "dictionary_splat":
        return { value: lowerExpression(named(child)[0]), name: "", star: "**" };
      default:
        return { value: lowerExpression(child), name: "", star: "" };
    }
  });
}

export function optional(node: SyntaxNode | undefined): Expr | undefined {
  return node ? lowerExpression(node) : undefined;
}

export function unpackList(node: SyntaxNode): readonly SyntaxNode[] {
  return node.type === "expression_list" ? named(node) : [node];
}

/** The value of a plain string literal, without prefixes; undefined for f-strings and bytes. */
function stringValue(node: SyntaxNode): string | undefined {
  const open = node.children[0]?.text ?? "";
  if (/[fbt]/i.test(open.replace(/["']/g, "")) || node.children.some((child) => child.type === "interpolation"))
    return undefined;
  return node.children
    .filter((child) => child.type === "string_content")
    .map((child) => child.text)
    .join("");
}

function isOperator(child: SyntaxNode, node: SyntaxNode): boolean {
  return node.fields("operators").includes(child);
}

function dotted(node: SyntaxNode): Expr {
  const [first, ...rest] = named(node);
  let result: Expr = first
    ? { start: first.start, end: first.end, kind: "name", name: first.text }
    : lowerExpression(undefined);
  for (const part of rest)
    result = { start: node.start, end: part.end, kind: "attribute", of: result, name: part.text };
  return result;
}

function lowerComprehension(node: SyntaxNode): Expr {
  const body = node.field("body");
  const elements =
    body?.type === "pair"
      ? [lowerExpression(body.field("key")), lowerExpression(body.field("value"))]
      : [lowerExpression(body)];
  const clauses: { target: Expr; iterable: Expr; conditions: Expr[] }[] = [];
  for (const child of named(node)) {
    if (child.type === "for_in_clause") {
      clauses.push({
        target: lowerExpression(child.field("left")),
        iterable: lowerExpression(child.field("right")),
        conditions: [],
      });
    } else if (child.type === "if_clause") clauses.at(-1)?.conditions.push(lowerExpression(named(child)[0]));
  }
  return {
    start: node.start,
    end: node.end,
    kind: "comprehension",
    of:
      node.type === "dictionary_comprehension"
        ? "dict"
        : node.type === "set_comprehension"
          ? "set"
          : node.type === "list_comprehension"
            ? "list"
            : "generator",
    elements,
    clauses: clauses satisfies Clause[],
  };
}

const words = new Map<string, string>();

/** What is kept while one file is lowered is of no use for the next. */
export function forgetWords(): void {
  words.clear();
}

/** The same name is the same string wherever it stands in a file. */
function wordOf(node: SyntaxNode | undefined): string {
  const text = node?.text ?? "";
  const known = words.get(text);
  if (known !== undefined) return known;
  words.set(text, text);
  return text;
}

/** Children that say something: no punctuation, no comments. */
export function named(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node ? node.children.filter((child) => child.isNamed && child.type !== "comment") : [];
}
