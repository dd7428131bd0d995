// Finds what runs when an app starts: lifespan functions, start-up events, and the functions that they call, in order.

import type { Span } from "../../text/span.ts";
import { functionsIn } from "../code/functions.ts";
import { flatStatements } from "../code/statements.ts";
import type { Expr, FunctionCode } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { ClassFacts, Program } from "../program.ts";
import type { Workspace } from "../workspace.ts";

export interface StartStep {
  readonly path: string;
  readonly name: string;
  readonly call: Span;
  /** Undefined where it is not the workspace's own. */
  readonly function: FunctionCode | undefined;
}

const MAX_DEPTH = 4;
const WORDS = /lifespan|on_event|on_startup|startup|add_event_handler|__main__/;

/** Every call made on the way up, a called function's own calls right after it. */
export function startSteps(workspace: Workspace, covers: (path: string) => boolean): readonly StartStep[] {
  const { program } = workspace.facts;
  const steps: StartStep[] = [];
  const seen = new Set<FunctionCode>();
  for (const path of workspace.pythonFiles) {
    if (!covers(path) || !WORDS.test(workspace.text(path) ?? "")) continue;
    const body = program.module(path)?.code.body ?? [];
    const starting = [...functionsIn(body)]
      .map(({ code }) => code)
      .filter((code) => isStart(code, [...walkCode(body)]));
    for (const code of starting) {
      // What a start-up function does itself is a step like what it calls.
      steps.push({ path, name: code.name, call: code.nameSpan, function: code });
      follow(program, { path, code, owner: undefined }, { steps, seen }, 0);
    }
  }
  return steps;
}

function isStart(code: FunctionCode, exprs: readonly Expr[]): boolean {
  if (
    code.decorators.some(
      (decorator) => decorator.kind === "call" && called(decorator) === "on_event" && literal(decorator) === "startup",
    )
  )
    return true;
  if (/lifespan/i.test(code.name) || /^(on_)?(app(lication)?_)?start_?up(_\w+)?$/i.test(code.name)) return true;
  return exprs.some(
    (expr) =>
      expr.kind === "call" &&
      ((called(expr) === "add_event_handler" &&
        expr.args.some(({ value }) => value.kind === "name" && value.name === code.name)) ||
        expr.args.some(
          ({ name, value }) =>
            (name === "lifespan" && value.kind === "name" && value.name === code.name) ||
            (name === "on_startup" &&
              value.kind === "sequence" &&
              value.items.some((item) => item.kind === "name" && item.name === code.name)),
        )),
  );
}

interface Called {
  readonly path: string;
  readonly code: FunctionCode;
  /** The class that `self` is an object of. */
  readonly owner: ClassFacts | undefined;
}

function follow(
  program: Program,
  { path, code, owner }: Called,
  found: { readonly steps: StartStep[]; readonly seen: Set<FunctionCode> },
  depth: number,
): void {
  if (found.seen.has(code) || depth > MAX_DEPTH) return;
  found.seen.add(code);
  const makers = makersOf(code);
  const self = owner && code.params[0]?.name;
  const functionOf = (callee: Expr): Called | undefined => {
    if (owner && callee.kind === "attribute" && callee.of.kind === "name" && callee.of.name === self) {
      const member = program.member(owner, callee.name);
      return member?.method && { path: member.owner.path, code: member.method, owner };
    }
    return calledFunction(program, path, callee, makers);
  };
  for (const call of inOrder(code)) {
    const target = functionOf(call.callee);
    found.steps.push({ path, name: called(call), call, function: target?.code });
    if (target) follow(program, target, found, depth + 1);
    // `run_in_executor(None, reset_jobs)` calls what it is given.
    for (const { value } of call.args) {
      const given = value.kind === "name" || value.kind === "attribute" ? functionOf(value) : undefined;
      if (given === undefined) continue;
      found.steps.push({ path, name: given.code.name, call: value, function: given.code });
      follow(program, given, found, depth + 1);
    }
  }
}

type CallExpr = Expr & { readonly kind: "call" };

/** What stands inside a call runs before it. */
function inOrder(code: FunctionCode): readonly CallExpr[] {
  return [...walkCode(code.body)].filter((expr) => expr.kind === "call").toSorted((a, b) => a.start - b.start);
}

/** A function, or a method of an object that the workspace makes: `cleanup.run()`, `Cleaner().run()`, of a local too. */
function calledFunction(
  program: Program,
  path: string,
  callee: Expr,
  makers: ReadonlyMap<string, Expr>,
): Called | undefined {
  const meant = program.expression(path, callee);
  if (meant?.kind === "function") return { path: meant.path, code: meant.function, owner: undefined };
  if (callee.kind !== "attribute") return undefined;
  const { of } = callee;
  const local = of.kind === "name" ? makers.get(of.name) : of.kind === "call" ? of.callee : undefined;
  const made = local ? { path, expr: local } : valueOf(program, path, of);
  const owner = made && program.expression(made.path, made.expr);
  const member = owner?.kind === "class" ? program.member(owner.class, callee.name) : undefined;
  return owner?.kind === "class" && member?.method
    ? { path: member.owner.path, code: member.method, owner: owner.class }
    : undefined;
}

/** What the locals of a function were made by: `job = Cleaner()` gives `Cleaner`. */
function makersOf(code: FunctionCode): ReadonlyMap<string, Expr> {
  return new Map(
    flatStatements(code.body).flatMap((one): [string, Expr][] =>
      one.kind === "assign" && one.target.kind === "name" && one.value?.kind === "call"
        ? [[one.target.name, one.value.callee]]
        : [],
    ),
  );
}

function valueOf(program: Program, path: string, of: Expr): { path: string; expr: Expr } | undefined {
  const meant = program.expression(path, of);
  if (meant?.kind === "class") return { path, expr: of };
  if (meant?.kind !== "value" || meant.value.value?.kind !== "call") return undefined;
  return { path: meant.path, expr: meant.value.value.callee };
}

function called(call: Expr & { readonly kind: "call" }): string {
  const { callee } = call;
  return callee.kind === "name" || callee.kind === "attribute" ? callee.name : "";
}

function literal(call: CallExpr): unknown {
  const first = call.args[0]?.value;
  return first?.kind === "literal" ? first.value : undefined;
}
