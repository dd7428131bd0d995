// What a statement does to the values known: it binds names, runs bodies, and joins what branches leave.

import type { Expr, Stmt } from "../code/syntax.ts";
import { commitsEachRound } from "./commits.ts";
import { listOf, store } from "./containers.ts";
import type { Evaluator, Outcome } from "./evaluator.ts";
import { joinValues } from "./joins.ts";
import { iterate } from "./rows.ts";
import { type Frame, loopOf, type Scope, UNKNOWN, unknownIn, type Value } from "./values.ts";

/** A loop over a few classes is run for each of them. */
const MAX_ROUNDS = 8;

/** True where what follows the statements cannot be reached. */
export function runBody(
  evaluator: Evaluator,
  body: readonly Stmt[],
  scope: Scope,
  frame: Frame,
  out: Outcome,
): boolean {
  for (const statement of body) {
    if (evaluator.isExhausted()) return true;
    if (runStatement(evaluator, statement, scope, frame, out)) return true;
  }
  return false;
}

/** True where what follows cannot be reached. */
function runStatement(evaluator: Evaluator, statement: Stmt, scope: Scope, frame: Frame, out: Outcome): boolean {
  switch (statement.kind) {
    case "assign": {
      const value = statement.value
        ? evaluator.evaluate(statement.value, scope, frame, out)
        : evaluator.annotated(statement.annotation, frame.path);
      assign(evaluator, statement.target, value, scope, frame);
      return false;
    }
    case "augment": {
      const value = evaluator.evaluate(statement.value, scope, frame, out);
      const before = evaluator.evaluate(statement.target, scope, frame, out);
      assign(
        evaluator,
        statement.target,
        before.kind === "many" || value.kind === "many" ? joinValues([before, value]) : unknownIn(loopOf(value)),
        scope,
        frame,
      );
      return false;
    }
    case "expression":
      evaluator.evaluate(statement.value, scope, frame, out);
      return false;
    case "for": {
      const iterable = evaluator.evaluate(statement.iterable, scope, frame, out);
      const items = iterable.kind === "tuple" ? iterable.items : iterable.kind === "many" ? iterable.items : undefined;
      const rounds = items?.some((item) => item.kind === "class") && items.length <= MAX_ROUNDS ? items : [undefined];
      const before = scope.branch();
      for (const item of rounds) {
        evaluator.loop(statement, statement.body, false, frame, (loop) => {
          assign(evaluator, statement.target, item ?? iterate(evaluator, iterable, loop, frame), scope, frame);
          // From the second round on, the commit of the one before has been.
          if (commitsEachRound(evaluator, statement.body, frame)) evaluator.commits++;
          runBody(evaluator, statement.body, scope, frame, out);
        });
      }
      scope.merge([before, scope.branch()], joinValues);
      return runBody(evaluator, statement.otherwise, scope, frame, out);
    }
    case "while": {
      evaluator.evaluate(statement.test, scope, frame, out);
      const before = scope.branch();
      evaluator.loop(
        statement,
        statement.body,
        false,
        frame,
        () => runBody(evaluator, statement.body, scope, frame, out),
        true,
      );
      scope.merge([before, scope.branch()], joinValues);
      return runBody(evaluator, statement.otherwise, scope, frame, out);
    }
    case "if": {
      const test = evaluator.evaluate(statement.test, scope, frame, out);
      if (test.kind === "literal")
        return runBody(evaluator, test.value ? statement.then : statement.otherwise, scope, frame, out);
      return runBranches(evaluator, [statement.then, statement.otherwise], scope, frame, out);
    }
    case "match":
      evaluator.evaluate(statement.subject, scope, frame, out);
      return runBranches(evaluator, [...statement.cases, []], scope, frame, out);
    case "with":
      for (const item of statement.items) {
        const value = evaluator.evaluate(item.value, scope, frame, out);
        if (item.target) assign(evaluator, item.target, entered(value), scope, frame);
      }
      return runBody(evaluator, statement.body, scope, frame, out);
    case "try": {
      const ended = runBody(evaluator, statement.body, scope, frame, out);
      const handled = statement.handlers.map((handler) => {
        const branch = scope.branch();
        return { branch, ended: runBody(evaluator, handler.body, branch, frame, out) };
      });
      const rest = ended || runBody(evaluator, statement.otherwise, scope, frame, out);
      const open = handled.filter((one) => !one.ended).map((one) => one.branch);
      if (open.length > 0) scope.merge(rest ? open : [scope.branch(), ...open], joinValues);
      return runBody(evaluator, statement.last, scope, frame, out) || (rest && open.length === 0);
    }
    case "return": {
      const value = statement.value ? evaluator.evaluate(statement.value, scope, frame, out) : UNKNOWN;
      out.results.push(value);
      evaluator.events.returned(value, statement, frame, evaluator);
      return true;
    }
    case "raise":
      if (statement.value) evaluator.evaluate(statement.value, scope, frame, out);
      return true;
    case "delete":
      for (const target of statement.targets) evaluator.evaluate(target, scope, frame, out);
      return false;
    case "leave":
      return statement.how !== "pass";
    case "function":
      scope.set(statement.function.name, {
        kind: "function",
        function: statement.function,
        path: frame.path,
        self: undefined,
        scope,
      });
      return false;
    case "class":
      return false;
  }
}

function runBranches(
  evaluator: Evaluator,
  bodies: readonly (readonly Stmt[])[],
  scope: Scope,
  frame: Frame,
  out: Outcome,
): boolean {
  const open: Scope[] = [];
  for (const body of bodies) {
    const branch = scope.branch();
    if (!runBody(evaluator, body, branch, frame, out)) open.push(branch);
  }
  if (open.length === 0) return true;
  scope.merge(open, joinValues);
  return false;
}

export function assign(evaluator: Evaluator, target: Expr, value: Value, scope: Scope, frame: Frame): void {
  switch (target.kind) {
    case "name":
      scope.set(target.name, value);
      return;
    case "sequence": {
      const starred = target.items.findIndex((item) => item.kind === "starred");
      target.items.forEach((item, at) => {
        const part =
          value.kind === "tuple" && starred < 0
            ? (value.items[at] ?? UNKNOWN)
            : value.kind === "many"
              ? value.element
              : unknownIn(loopOf(value));
        const rest: Value = value.kind === "many" ? listOf(value.element) : UNKNOWN;
        assign(
          evaluator,
          item.kind === "starred" ? item.of : item,
          item.kind === "starred" ? rest : part,
          scope,
          frame,
        );
      });
      return;
    }
    case "attribute": {
      const of = evaluator.evaluate(target.of, scope, frame);
      if (of.kind === "instance") of.fields.set(target.name, value);
      return;
    }
    case "subscript": {
      for (const index of target.index) evaluator.evaluate(index, scope, frame);
      store(evaluator, target, value, scope, frame);
      return;
    }
    default:
      return;
  }
}

/** What `with … as x` binds: the thing itself, as sessions and results give. */
function entered(value: Value): Value {
  return value.kind === "instance" || value.kind === "external" || value.kind === "result" || value.kind === "many"
    ? value
    : unknownIn(loopOf(value));
}
