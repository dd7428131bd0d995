// Lowers a syntax tree to the plain code of code/syntax.ts. Broken parts become `parts` without a value, never an error.

import type { SyntaxNode } from "../../python/syntax.ts";
import type { Span } from "../../text/span.ts";
import {
  forgetWords,
  lowerArguments,
  lowerExpression,
  lowerParams,
  named,
  optional,
  unpackList,
} from "./lower-expression.ts";
import type { ClassCode, Expr, FunctionCode, Handler, ModuleCode, Stmt } from "./syntax.ts";

export function lowerModule(root: SyntaxNode): ModuleCode {
  const imports = new Map<string, string>();
  const stars: string[] = [];
  collectImports(root, imports, stars);
  const body = lowerBlock(root);
  forgetWords();
  return { imports, stars, body };
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
  const { start, end } = node;
  switch (node.type) {
    case "expression_statement":
      for (const child of named(node)) {
        if (child.type === "assignment") lowerAssignment(child, into);
        else if (child.type === "augmented_assignment") {
          into.push({
            start,
            end,
            kind: "augment",
            target: lowerExpression(child.field("left")),
            value: lowerExpression(child.field("right")),
          });
        } else into.push({ start, end, kind: "expression", value: lowerExpression(child) });
      }
      return;
    case "for_statement":
      into.push({
        start,
        end,
        kind: "for",
        target: lowerExpression(node.field("left")),
        iterable: lowerExpression(node.field("right")),
        body: lowerBlock(node.field("body")),
        otherwise: lowerBlock(node.field("alternative")?.field("body")),
      });
      return;
    case "while_statement":
      into.push({
        start,
        end,
        kind: "while",
        test: lowerExpression(node.field("condition")),
        body: lowerBlock(node.field("body")),
        otherwise: lowerBlock(node.field("alternative")?.field("body")),
      });
      return;
    case "if_statement":
      into.push(lowerIf(node, node.fields("alternative"), { start, end }));
      return;
    case "with_statement":
      into.push({ start, end, kind: "with", items: withItems(node), body: lowerBlock(node.field("body")) });
      return;
    case "try_statement":
      lowerTry(node, into);
      return;
    case "match_statement":
      into.push({
        start,
        end,
        kind: "match",
        subject: lowerExpression(node.field("subject")),
        cases: named(node.field("body")).map((clause) => lowerBlock(clause.field("consequence"))),
      });
      return;
    case "return_statement":
      into.push({ start, end, kind: "return", value: optional(named(node)[0]) });
      return;
    case "raise_statement":
      into.push({ start, end, kind: "raise", value: optional(named(node)[0]) });
      return;
    case "type_alias_statement": {
      const [name, value] = [node.field("left"), node.field("right")];
      if (name && value) {
        const [target, type] = [lowerExpression(name), lowerExpression(value)];
        into.push({ start, end, kind: "assign", target, value: type, annotation: undefined });
      }
      return;
    }
    case "delete_statement":
      into.push({ start, end, kind: "delete", targets: named(node).flatMap(unpackList).map(lowerExpression) });
      return;
    case "break_statement":
      into.push({ start, end, kind: "leave", how: "break" });
      return;
    case "continue_statement":
      into.push({ start, end, kind: "leave", how: "continue" });
      return;
    case "pass_statement":
      into.push({ start, end, kind: "leave", how: "pass" });
      return;
    case "assert_statement":
      for (const child of named(node)) into.push({ start, end, kind: "expression", value: lowerExpression(child) });
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
  const { start, end } = node;
  const name = node.field("name");
  const nameSpan = { start: (name ?? node).start, end: (name ?? node).end };
  if (node.type === "class_definition") {
    const args = lowerArguments(node.field("superclasses"));
    const lowered: ClassCode = {
      start,
      end,
      name: name?.text ?? "",
      nameSpan,
      bases: args.filter((arg) => arg.name === "" && arg.star === "").map((arg) => arg.value),
      keywords: args.filter((arg) => arg.name !== ""),
      decorators,
      body: lowerBlock(node.field("body")),
    };
    into.push({ start, end, kind: "class", class: lowered });
    return;
  }
  const body = node.field("body");
  const lowered: FunctionCode = {
    start,
    end,
    name: name?.text ?? "",
    nameSpan,
    params: lowerParams(node.field("parameters")),
    returns: optional(node.field("return_type")),
    decorators,
    body: lowerBlock(body),
    isAsync: node.children[0]?.type === "async",
    isGenerator: body !== undefined && yields(body),
  };
  into.push({ start, end, kind: "function", function: lowered });
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

function lowerIf(node: SyntaxNode, alternatives: readonly SyntaxNode[], { start, end }: Span): Stmt {
  const [first, ...rest] = alternatives;
  let otherwise: Stmt[] = [];
  if (first?.type === "elif_clause") otherwise = [lowerIf(first, rest, { start: first.start, end: first.end })];
  else if (first) otherwise = lowerBlock(first.field("body"));
  return {
    start,
    end,
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
