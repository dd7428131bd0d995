// Tells classes whose objects live as long as the process: what a module makes, a cached function gives, an application holds.

import { flatStatements } from "../models/code/statements.ts";
import type { Expr, FunctionCode, Stmt } from "../models/code/syntax.ts";
import type { ModuleFacts } from "../models/program.ts";
import { lastName } from "../models/web/answers.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** A module lives long, and of the objects of a class those that something keeps. */
export function livesLong(file: PythonFile, scope: SyntaxNode, { facts }: Workspace): boolean {
  const name = scope.type === "class_definition" ? scope.field("name")?.text : undefined;
  if (name === undefined) return true;
  const others = [...facts.filesCalling(name), ...facts.filesImporting(name)].filter((path) => path !== file.path);
  // Who makes one, and for how long, is out of sight.
  if (others.length === 0 && !new RegExp(`(?<!class )\\b${name}\\b`).test(file.text)) return true;
  const users = new Set([file.path, ...others]);
  return [...users].some((path) => {
    const module = facts.program.module(path);
    return module !== undefined && flatStatements(module.code.body).some((one) => keeps(one, name, module));
  });
}

function keeps(statement: Stmt, name: string, module: ModuleFacts): boolean {
  switch (statement.kind) {
    case "assign":
      return makes(statement.value, name);
    case "expression":
      return isAdded(statement.value, name);
    case "function":
      return keepsOne(statement.function, name, module);
    case "class":
      return flatStatements(statement.class.body).some((one) => one.kind === "assign" && makes(one.value, name));
    default:
      return false;
  }
}

function makes(value: Expr | undefined, name: string): boolean {
  return value?.kind === "call" && lastName(value.callee) === name;
}

/** `app.add_middleware(Limiter)` */
function isAdded(call: Expr, name: string): boolean {
  return (
    call.kind === "call" &&
    lastName(call.callee) === "add_middleware" &&
    call.args.some(({ value }) => lastName(value) === name)
  );
}

/** `@cache def prices(): return Prices()`, or one that goes into a global or into the application's state. */
function keepsOne({ decorators, body }: FunctionCode, name: string, module: ModuleFacts): boolean {
  const isCached = decorators.some((one) => /^(lru_cache|cache)$/.test(lastName(one)));
  return flatStatements(body).some((one) => {
    if (one.kind === "return") return isCached && makes(one.value, name);
    if (one.kind === "expression") return isAdded(one.value, name);
    if (one.kind !== "assign" || !makes(one.value, name)) return false;
    return one.target.kind === "attribute"
      ? lastName(one.target.of) === "state"
      : one.target.kind === "name" && module.values.has(one.target.name);
  });
}
