// Lowers a syntax tree to the plain code of code/syntax.ts. Broken parts become `parts` without a value, never an error.

import type { SyntaxNode } from "../../python/syntax.ts";
import type { Argument, ClassCode, Clause, Expr, FunctionCode, Handler, ModuleCode, Param, Stmt } from "./syntax.ts";

export function lowerModule(root: SyntaxNode): ModuleCode {
  const imports = new Map<string, string>();
  const stars: string[] = [];
  collectImports(root, imports, stars);
  return { imports, stars, body: lowerBlock(root) };
}

function named(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node ? node.children.filter((child) => child.isNamed && child.type !== "comment") : [];
}

function collectImports(root: SyntaxNode, imports: Map<string, string>, stars: string[]): void {
  const pending: SyntaxNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "import_statement") {
      for (const item of node.fields("name")) {
        if (item.type === "aliased_import") {
          imports.set(item.field("alias")?.text ?? "", item.field("name")?.text ?? "");
        } else {
          const first = item.text.split(".")[0] ?? item.text;
          imports.set(first, first);
        }
      }
    } else if (node.type === "import_from_statement") {
      const module = (node.field("module_name")?.text ?? "").replace(/\s/g, "");
      const prefix = module.endsWith(".") ? module : `${module}.`;
      if (node.children.some((child) => child.type === "wildcard_import")) stars.push(module);
      for (const item of node.fields("name")) {
        const name = item.type === "aliased_import" ? (item.field("name")?.text ?? "") : item.text;
        const local = item.type === "aliased_import" ? (item.field("alias")?.text ?? "") : item.text;
        imports.set(local, prefix + name);
      }
    } else if (/statement$|clause$|block|definition$|module/.test(node.type)) {
      for (let at = node.children.length - 1; at >= 0; at--) {
        const child = node.children[at];
        if (child?.isNamed) pending.push(child);
      }
    }
  }
}

function lowerBlock(block: SyntaxNode | undefined): Stmt[] {
  const result: Stmt[] = [];
  for (const node of named(block)) lowerStatement(node, result);
  return result;
}

/** The block of a clause that does not name its body (except, finally). */
function blockOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.field("body") ?? node.children.find((child) => child.type === "block");
}

function lowerStatement(node: SyntaxNode, into: Stmt[]): void {
  const at = { start: node.start, end: node.end };
  switch (node.type) {
    case "expression_statement":
      for (const child of named(node)) {
        if (child.type === "assignment") lowerAssignment(child, into);
        else if (child.type === "augmented_assignment") {
          into.push({
            ...at,
            kind: "augment",
            target: lowerExpression(child.field("left")),
            value: lowerExpression(child.field("right")),
          });
        } else into.push({ ...at, kind: "expression", value: lowerExpression(child) });
      }
      return;
    case "for_statement":
      into.push({
        ...at,
        kind: "for",
        target: lowerExpression(node.field("left")),
        iterable: lowerExpression(node.field("right")),
        body: lowerBlock(node.field("body")),
        otherwise: lowerBlock(node.field("alternative")?.field("body")),
      });
      return;
    case "while_statement":
      into.push({
        ...at,
        kind: "while",
        test: lowerExpression(node.field("condition")),
        body: lowerBlock(node.field("body")),
        otherwise: lowerBlock(node.field("alternative")?.field("body")),
      });
      return;
    case "if_statement":
      into.push(lowerIf(node, node.fields("alternative"), at));
      return;
    case "with_statement":
      into.push({ ...at, kind: "with", items: withItems(node), body: lowerBlock(node.field("body")) });
      return;
    case "try_statement":
      lowerTry(node, into);
      return;
    case "match_statement":
      into.push({
        ...at,
        kind: "match",
        subject: lowerExpression(node.field("subject")),
        cases: named(node.field("body")).map((clause) => lowerBlock(clause.field("consequence"))),
      });
      return;
    case "return_statement":
      into.push({ ...at, kind: "return", value: optional(named(node)[0]) });
      return;
    case "raise_statement":
      into.push({ ...at, kind: "raise", value: optional(named(node)[0]) });
      return;
    case "type_alias_statement": {
      const [name, value] = [node.field("left"), node.field("right")];
      if (name && value) {
        const [target, type] = [lowerExpression(name), lowerExpression(value)];
        into.push({ ...at, kind: "assign", target, value: type, annotation: undefined });
      }
      return;
    }
    case "delete_statement":
      into.push({ ...at, kind: "delete", targets: named(node).flatMap(unpackList).map(lowerExpression) });
      return;
    case "break_statement":
      into.push({ ...at, kind: "leave", how: "break" });
      return;
    case "continue_statement":
      into.push({ ...at, kind: "leave", how: "continue" });
      return;
    case "pass_statement":
      into.push({ ...at, kind: "leave", how: "pass" });
      return;
    case "assert_statement":
      for (const child of named(node)) into.push({ ...at, kind: "expression", value: lowerExpression(child) });
      return;
    case "decorated_definition": {
      const decorators = node.children
        .filter((child) => child.type === "decorator")
        .map((child) => lowerExpression(named(child)[0]));
      const definition = node.field("definition");
      if (definition) lowerDefinition(definition, decorators, into);
      return;
    }
    case "function_definition":
    case "class_definition":
      lowerDefinition(node, [], into);
      return;
    case "ERROR":
      for (const child of named(node)) {
        if (/statement$|definition$/.test(child.type)) lowerStatement(child, into);
      }
      return;
    default:
      return;
  }
}

function lowerDefinition(node: SyntaxNode, decorators: readonly Expr[], into: Stmt[]): void {
  const at = { start: node.start, end: node.end };
  const name = node.field("name");
  const nameSpan = name ? { start: name.start, end: name.end } : at;
  if (node.type === "class_definition") {
    const args = lowerArguments(node.field("superclasses"));
    const lowered: ClassCode = {
      ...at,
      name: name?.text ?? "",
      nameSpan,
      bases: args.filter((arg) => arg.name === "" && arg.star === "").map((arg) => arg.value),
      keywords: args.filter((arg) => arg.name !== ""),
      decorators,
      body: lowerBlock(node.field("body")),
    };
    into.push({ ...at, kind: "class", class: lowered });
    return;
  }
  const body = node.field("body");
  const lowered: FunctionCode = {
    ...at,
    name: name?.text ?? "",
    nameSpan,
    params: lowerParams(node.field("parameters")),
    returns: optional(node.field("return_type")),
    decorators,
    body: lowerBlock(body),
    isAsync: node.children[0]?.type === "async",
    isGenerator: body !== undefined && yields(body),
  };
  into.push({ ...at, kind: "function", function: lowered });
}

function yields(body: SyntaxNode): boolean {
  const pending: SyntaxNode[] = [body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "yield") return true;
    if (node.type === "function_definition" || node.type === "lambda" || node.type === "class_definition") continue;
    pending.push(...node.children);
  }
  return false;
}

function lowerAssignment(node: SyntaxNode, into: Stmt[]): void {
  const targets: SyntaxNode[] = [];
  let current: SyntaxNode | undefined = node;
  let value: SyntaxNode | undefined;
  const annotation = node.field("type");
  while (current?.type === "assignment") {
    const left = current.field("left");
    if (left) targets.push(left);
    value = current.field("right");
    current = value;
  }
  const lowered = value ? lowerExpression(value) : undefined;
  for (const target of targets.reverse()) {
    into.push({
      start: node.start,
      end: node.end,
      kind: "assign",
      target: lowerExpression(target),
      value: lowered,
      annotation: optional(annotation),
    });
  }
}

function lowerIf(node: SyntaxNode, alternatives: readonly SyntaxNode[], at: { start: number; end: number }): Stmt {
  const [first, ...rest] = alternatives;
  let otherwise: Stmt[] = [];
  if (first?.type === "elif_clause") otherwise = [lowerIf(first, rest, { start: first.start, end: first.end })];
  else if (first) otherwise = lowerBlock(first.field("body"));
  return {
    ...at,
    kind: "if",
    test: lowerExpression(node.field("condition")),
    then: lowerBlock(node.field("consequence")),
    otherwise,
  };
}

function withItems(node: SyntaxNode): { value: Expr; target: Expr | undefined }[] {
  const clause = node.children.find((child) => child.type === "with_clause");
  const items: { value: Expr; target: Expr | undefined }[] = [];
  for (const item of named(clause)) {
    const value = item.field("value") ?? item;
    if (value.type === "as_pattern") {
      items.push({
        value: lowerExpression(named(value)[0]),
        target: optional(named(value.field("alias"))[0] ?? value.field("alias")),
      });
    } else items.push({ value: lowerExpression(value), target: undefined });
  }
  return items;
}

function lowerTry(node: SyntaxNode, into: Stmt[]): void {
  const handlers: Handler[] = [];
  let otherwise: Stmt[] = [];
  let last: Stmt[] = [];
  for (const child of named(node)) {
    if (child.type === "except_clause" || child.type === "except_group_clause") {
      const value = child.field("value") ?? named(child).find((part) => part.type !== "block");
      const pattern = value?.type === "as_pattern" ? value : undefined;
      handlers.push({
        start: child.start,
        end: child.end,
        type: optional(pattern ? named(pattern)[0] : value),
        name: pattern?.field("alias")?.text ?? "",
        body: lowerBlock(blockOf(child)),
      });
    } else if (child.type === "else_clause") otherwise = lowerBlock(child.field("body"));
    else if (child.type === "finally_clause") last = lowerBlock(blockOf(child));
  }
  into.push({
    start: node.start,
    end: node.end,
    kind: "try",
    body: lowerBlock(node.field("body")),
    handlers,
    otherwise,
    last,
  });
}

function lowerParams(node: SyntaxNode | undefined): Param[] {
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

function lowerArguments(node: SyntaxNode | undefined): Argument[] {
  if (!node) return [];
  if (node.type === "generator_expression") return [{ value: lowerExpression(node), name: "", star: "" }];
  return named(node).map((child): Argument => {
    switch (child.type) {
      case "keyword_argument":
        return { value: lowerExpression(child.field("value")), name: child.field("name")?.text ?? "", star: "" };
      case "list_splat":
        return { value: lowerExpression(named(child)[0]), name: "", star: "*" };
      case "dictionary_splat":
        return { value: lowerExpression(named(child)[0]), name: "", star: "**" };
      default:
        return { value: lowerExpression(child), name: "", star: "" };
    }
  });
}

function optional(node: SyntaxNode | undefined): Expr | undefined {
  return node ? lowerExpression(node) : undefined;
}

function unpackList(node: SyntaxNode): readonly SyntaxNode[] {
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

function lowerExpression(node: SyntaxNode | undefined): Expr {
  if (!node) return { start: 0, end: 0, kind: "parts", items: [] };
  const at = { start: node.start, end: node.end };
  switch (node.type) {
    case "identifier":
      return { ...at, kind: "name", name: node.text };
    case "type":
    case "parenthesized_expression":
    case "as_pattern_target":
    case "case_pattern":
      return lowerExpression(named(node)[0]);
    case "attribute":
      return {
        ...at,
        kind: "attribute",
        of: lowerExpression(node.field("object")),
        name: node.field("attribute")?.text ?? "",
      };
    case "call":
      return {
        ...at,
        kind: "call",
        callee: lowerExpression(node.field("function")),
        args: lowerArguments(node.field("arguments")),
      };
    case "string": {
      const value = stringValue(node);
      if (value !== undefined) return { ...at, kind: "literal", value };
      return {
        ...at,
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
          ...at,
          kind: "literal",
          value: parts.map((part) => (part.kind === "literal" ? part.value : "")).join(""),
        };
      }
      return { ...at, kind: "parts", isText: true, items: parts };
    }
    case "integer":
    case "float": {
      const value = Number(node.text.replaceAll("_", ""));
      return { ...at, kind: "literal", value: Number.isNaN(value) ? null : value };
    }
    case "true":
    case "false":
      return { ...at, kind: "literal", value: node.type === "true" };
    case "none":
      return { ...at, kind: "literal", value: null };
    case "list":
    case "tuple":
    case "set":
    case "expression_list":
    case "pattern_list":
    case "tuple_pattern":
    case "list_pattern":
      return {
        ...at,
        kind: "sequence",
        of: node.type === "set" ? "set" : node.type.startsWith("list") ? "list" : "tuple",
        items: named(node).map(lowerExpression),
      };
    case "list_splat":
    case "list_splat_pattern":
      return { ...at, kind: "starred", of: lowerExpression(named(node)[0]) };
    case "dictionary": {
      const pairs = named(node).filter((child) => child.type === "pair");
      return {
        ...at,
        kind: "dict",
        keys: pairs.map((pair) => lowerExpression(pair.field("key"))),
        values: pairs.map((pair) => lowerExpression(pair.field("value"))),
      };
    }
    case "subscript":
      return {
        ...at,
        kind: "subscript",
        of: lowerExpression(node.field("value")),
        index: node.fields("subscript").map(lowerExpression),
      };
    case "generic_type": {
      const [of, parameters] = named(node);
      return { ...at, kind: "subscript", of: lowerExpression(of), index: named(parameters).map(lowerExpression) };
    }
    case "union_type": {
      const [left, right] = named(node);
      return { ...at, kind: "binary", op: "|", left: lowerExpression(left), right: lowerExpression(right) };
    }
    case "member_type":
    case "dotted_name":
      return dotted(node);
    case "slice":
      return { ...at, kind: "slice", parts: named(node).map(lowerExpression) };
    case "lambda":
      return {
        ...at,
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
        ...at,
        kind: "conditional",
        test: lowerExpression(test),
        then: lowerExpression(then),
        otherwise: lowerExpression(otherwise),
      };
    }
    case "boolean_operator":
      return {
        ...at,
        kind: "boolean",
        op: node.field("operator")?.type === "or" ? "or" : "and",
        left: lowerExpression(node.field("left")),
        right: lowerExpression(node.field("right")),
      };
    case "not_operator":
      return { ...at, kind: "not", of: lowerExpression(node.field("argument")) };
    case "await":
      return { ...at, kind: "await", of: lowerExpression(named(node)[0]) };
    case "yield":
      return {
        ...at,
        kind: "yield",
        of: optional(named(node)[0]),
        from: node.children.some((child) => child.type === "from"),
      };
    case "named_expression":
      return {
        ...at,
        kind: "walrus",
        name: node.field("name")?.text ?? "",
        value: lowerExpression(node.field("value")),
      };
    case "comparison_operator": {
      const operands = named(node).filter((child) => !isOperator(child, node));
      return {
        ...at,
        kind: "compare",
        ops: node.fields("operators").map((operator) => operator.text.replace(/\s+/g, " ")),
        items: operands.map(lowerExpression),
      };
    }
    case "binary_operator":
      return {
        ...at,
        kind: "binary",
        op: node.field("operator")?.text ?? "",
        left: lowerExpression(node.field("left")),
        right: lowerExpression(node.field("right")),
      };
    default:
      return { ...at, kind: "parts", items: named(node).map(lowerExpression) };
  }
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
