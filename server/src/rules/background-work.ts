// Which functions run apart from any request: in tasks, schedulers, threads and loops of their own, or called from those alone.

import { type FunctionPlace, functionsIn, statementsIn } from "../models/code/functions.ts";
import type { Expr, FunctionCode, ModuleCode, Stmt } from "../models/code/syntax.ts";
import { walkCode, walkExpression } from "../models/code/walk.ts";
import type { Workspace } from "../models/workspace.ts";
import { isTestPath } from "../python/source-file.ts";
import { importersOf } from "./importers.ts";

/** A handler of a queue calls a step, which calls a helper: further away nothing is certain. */
const MAX_CALLERS = 3;

type Own = Pick<FunctionPlace, "code" | "class">;

export function runsApart(workspace: Workspace, path: string, code: FunctionCode): boolean {
  return (
    loopsForever(code) ||
    isLifecycle(code) ||
    followsProcess(workspace, path, code) ||
    scheduledIn(workspace, path).has(code.name)
  );
}

/** Whatever calls it runs apart, or it is only handed on, to be called by a queue or an event. */
export function isCalledApart(workspace: Workspace, path: string, { code, class: owner }: Own, depth = 0): boolean {
  const { facts } = workspace;
  const importing = importersOf(path, [code.name, owner?.name ?? ""], workspace);
  const files = new Set([path, ...facts.filesCalling(code.name), ...importing].filter((one) => !isTestPath(one)));
  let isKnown = false;
  for (const file of files) {
    const module = facts.program.module(file)?.code;
    for (const { place, use } of module ? usersOf(code.name, module) : []) {
      const { code: around } = place;
      if (around === code) continue;
      isKnown = true;
      const isApart =
        use === "handed" ||
        runsApart(workspace, file, around) ||
        (depth < MAX_CALLERS &&
          !facts.routes(file).routes.some((route) => route.function === around) &&
          isCalledApart(workspace, file, place, depth + 1));
      if (!isApart) return false;
    }
  }
  return isKnown;
}

type Use = "called" | "handed";

interface User {
  readonly place: FunctionPlace;
  readonly use: Use;
}

const users = new WeakMap<ModuleCode, ReadonlyMap<string, readonly User[]>>();

/** The functions of a module that speak of a name, told once for all names. */
function usersOf(name: string, code: ModuleCode): readonly User[] {
  let known = users.get(code);
  if (known === undefined) {
    const found = new Map<string, User[]>();
    for (const place of functionsIn(code.body)) {
      for (const [used, use] of usesIn(place.code)) {
        const same = found.get(used);
        if (same) same.push({ place, use });
        else found.set(used, [{ place, use }]);
      }
    }
    users.set(code, (known = found));
  }
  return known.get(name) ?? [];
}

/** How a function speaks of others by their names: calls them, or hands them to something. */
function usesIn(around: FunctionCode): ReadonlyMap<string, Use> {
  const called = new Set<Expr>();
  const started = new Set<Expr>();
  const all = walkCode(around.body);
  for (const one of all) {
    if (one.kind !== "call") continue;
    called.add(one.callee);
    if (!STARTING.test(lastName(one.callee))) continue;
    for (const { value } of one.args) for (const part of walkExpression(value)) started.add(part);
  }
  const found = new Map<string, Use>();
  for (const one of all) {
    if (one.kind !== "name" && one.kind !== "attribute") continue;
    if (called.has(one) && !started.has(one)) found.set(one.name, "called");
    else if (!found.has(one.name)) found.set(one.name, "handed");
  }
  return found;
}

function lastName(callee: Expr): string {
  return callee.kind === "attribute" || callee.kind === "name" ? callee.name : "";
}

const STARTING =
  /^(create_task|ensure_future|add_task|add_job|Thread|run_in_executor|to_thread|submit|run_coroutine_threadsafe|start_soon)$/;

const scheduled = new WeakMap<ModuleCode, ReadonlySet<string>>();

/** Functions that run apart from a request: handed to a task, a scheduler or a thread. */
function scheduledIn(workspace: Workspace, path: string): ReadonlySet<string> {
  const code = workspace.facts.program.module(path)?.code;
  if (code === undefined) return new Set();
  let known = scheduled.get(code);
  if (known === undefined) scheduled.set(code, (known = namesScheduled(code.body)));
  return known;
}

function namesScheduled(code: readonly Stmt[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const expr of walkCode(code)) {
    if (expr.kind !== "call") continue;
    if (!STARTING.test(lastName(expr.callee))) continue;
    for (const argument of expr.args) {
      const of = argument.value.kind === "call" ? argument.value.callee : argument.value;
      if (of.kind === "name" || of.kind === "attribute") names.add(of.name);
    }
  }
  for (const { code: one } of functionsIn(code)) {
    const decorated = one.decorators.some((decorator) => {
      const of = decorator.kind === "call" ? decorator.callee : decorator;
      const last = of.kind === "attribute" || of.kind === "name" ? of.name : "";
      return /^(task|shared_task|actor|job|scheduled_job|repeat_every|on_event|command|periodic_task)$/.test(last);
    });
    if (decorated) names.add(one.name);
  }
  return names;
}

/** It is handed a process that runs, and waits for its end. */
function followsProcess({ facts: { program } }: Workspace, path: string, code: FunctionCode): boolean {
  const processes = code.params.flatMap(({ name, annotation }) => {
    const meant = annotation && program.expression(path, annotation);
    return meant?.kind === "external" && PROCESS.test(meant.name) ? [name] : [];
  });
  if (processes.length === 0) return false;
  return walkCode(code.body).some(
    (one) =>
      one.kind === "call" &&
      one.callee.kind === "attribute" &&
      /^(wait|communicate)$/.test(one.callee.name) &&
      one.callee.of.kind === "name" &&
      processes.includes(one.callee.of.name),
  );
}

const PROCESS = /^(asyncio\.subprocess\.Process|subprocess\.Popen|multiprocessing\.(context\.)?Process)$/;

function loopsForever(code: FunctionCode): boolean {
  return [...statementsIn(code.body)].some(
    (statement) => statement.kind === "while" && statement.test.kind === "literal" && statement.test.value === true,
  );
}

/** Start-up and shutdown run before there is a request that could hand anything in. */
function isLifecycle(code: FunctionCode): boolean {
  return code.decorators.some((decorator) => {
    const of = decorator.kind === "call" ? decorator.callee : decorator;
    return (of.kind === "attribute" || of.kind === "name") && /contextmanager$/.test(of.name);
  });
}
