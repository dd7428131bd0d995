// Work that is left running in the background: tasks, threads, and whether somebody waits for it.

import { argument, argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import {
  ancestors,
  decoratorsOf,
  enclosing,
  enclosingClass,
  enclosingFunction,
  withinScope,
} from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { isTaskStart } from "./lifecycle-calls.ts";

export interface Spawned {
  readonly call: SyntaxNode;
  readonly kind: "task" | "thread" | "background";
  /** The function that runs, as it is named at the call. */
  readonly work: SyntaxNode | undefined;
}

export function* spawnedWork(file: PythonFile): Iterable<Spawned> {
  for (const call of file.nodes("call")) {
    const name = calleeName(file, call);
    if (isTaskStart(file, call)) {
      const coroutine = argument(call, 0, "coro");
      yield { call, kind: "task", work: coroutine?.type === "call" ? coroutine.field("function") : undefined };
    } else if (/^(threading\.(Thread|Timer)|multiprocessing\.Process|_thread\.start_new_thread)$/.test(name)) {
      yield { call, kind: "thread", work: argumentsOf(call).keywords.get("target") ?? argumentsOf(call).positional[1] };
    } else {
      const target = methodCall(call);
      if (
        target?.method === "add_task" &&
        file.isInstance(target.receiver, "starlette.background.BackgroundTasks", "fastapi.BackgroundTasks")
      )
        yield { call, kind: "background", work: argument(call, 0, "func") };
      else if (
        target?.method === "submit" &&
        /^concurrent\.futures(\.\w+)?\.(Thread|Process)PoolExecutor$/.test(file.typeOf(target.receiver) ?? "")
      )
        yield { call, kind: "thread", work: argument(call, 0, "fn") };
    }
  }
}

const waiting =
  /^(asyncio\.(gather|wait|wait_for|as_completed|shield|timeout)|concurrent\.futures\.(wait|as_completed))$/;

/** `thread.join()`, `future.result()`, `loop.run_until_complete(task)` */
const WAITED = /(^|\.)(join|result|run_until_complete)$/;

function calleeText(call: SyntaxNode): string {
  return call.field("function")?.text ?? "";
}

/** Awaited, joined, gathered, handed back, or handed on in the function that starts it. */
export function isAwaited(file: PythonFile, call: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = call; at && at.type !== "block"; at = at.parent) {
    if (at.type === "await" || at.type === "yield") return true;
    if (at.type === "return_statement") return true;
    // A signal comes when the program is to end or to tell how it is.
    if (at.type === "call" && /(^|\.)(add_signal_handler|signal\.signal)$/.test(calleeText(at))) return true;
    if (at.type === "call" && at !== call && (waiting.test(calleeName(file, at)) || WAITED.test(calleeText(at))))
      return true;
  }
  if (isInPool(call)) return true;
  const around = enclosingFunction(call);
  const names = heldIn(call);
  if (!around || names.length === 0) return false;
  if (names.some((name) => isAwaitedElsewhere(call, name) || isOfCaller(around, name))) return true;
  const scope = around.field("body");
  if (!scope) return false;
  for (const node of withinScope(scope)) {
    if (node.start < call.end && !(node.type === "await" && enclosing(call, "for_statement", "while_statement")))
      continue;
    const isWait =
      node.type === "await" ||
      node.type === "return_statement" ||
      node.type === "yield" ||
      (node.type === "call" && (WAITED.test(calleeText(node)) || waiting.test(calleeName(file, node))));
    if (
      isWait &&
      names.some(
        (name) => new RegExp(`(?<![\\w.])${name.replaceAll(".", "\\.")}\\b`).test(node.text) || loopsOver(node, name),
      )
    )
      return true;
  }
  return false;
}

/** `with ThreadPoolExecutor() as pool: pool.submit(…)`: the block ends when all of it has ended. */
function isInPool(call: SyntaxNode): boolean {
  const target = methodCall(call);
  if (target?.method !== "submit") return false;
  const opened = new RegExp(`\\bas\\s+${target.receiver.text}\\b`);
  return [...ancestors(call)].some(
    (above) =>
      above.type === "with_statement" &&
      opened.test(above.children.find(({ type }) => type === "with_clause")?.text ?? ""),
  );
}

/** `futures.add(create_task(…))`, where the caller has handed in the futures that it waits for. */
function isOfCaller(around: SyntaxNode, name: string): boolean {
  const parameters = around.field("parameters")?.children ?? [];
  return parameters.some((one) => (one.field("name") ?? one.children[0] ?? one).text === name || one.text === name);
}

/** `self.reader = create_task(…)`, and another method of the class waits for `self.reader`. */
function isAwaitedElsewhere(call: SyntaxNode, name: string): boolean {
  const attribute = /^(?:self|cls)\.(\w+)$/.exec(name)?.[1];
  const around = attribute === undefined ? undefined : enclosingClass(call);
  return (
    around !== undefined &&
    new RegExp(`\\bawait\\s+(?:asyncio\\.\\w+\\(\\s*\\*?)?(?:self|cls)\\.${attribute}\\b(?![.(\\[])`).test(around.text)
  );
}

/** `for thread in threads: thread.join()` */
function loopsOver(node: SyntaxNode, name: string): boolean {
  for (let loop = enclosing(node, "for_statement"); loop; loop = enclosing(loop, "for_statement")) {
    const target = loop.field("left")?.text ?? "";
    if (
      new RegExp(`\\b${name}\\b`).test(loop.field("right")?.text ?? "") &&
      target !== "" &&
      node.text.includes(target)
    )
      return true;
  }
  return false;
}

/** The local names through which the result can be had: `task = …`, `tasks.append(…)`, `tasks = [… for …]`. */
function heldIn(call: SyntaxNode): readonly string[] {
  const names: string[] = [];
  for (
    let at: SyntaxNode | undefined = call.parent;
    at && at.type !== "block" && at.type !== "module";
    at = at.parent
  ) {
    const left = at.type === "assignment" ? at.field("left") : undefined;
    if (left) names.push(left.type === "subscript" ? (left.field("value")?.text ?? "") : left.text);
    if (at.type === "named_expression") names.push(at.field("name")?.text ?? "");
    const target = at.type === "call" ? methodCall(at) : undefined;
    if (target && /^(append|add|extend|insert)$/.test(target.method)) names.push(target.receiver.text);
  }
  const [name] = names;
  if (name !== undefined && /^\w+$/.test(name)) {
    // `tasks.append(task)` further down.
    const around = enclosingFunction(call)?.text ?? "";
    for (const [, list = ""] of around.matchAll(new RegExp(`\\b(\\w+)\\.(?:append|add)\\(${name}\\)`, "g")))
      names.push(list);
  }
  return names.filter(Boolean);
}

/** The definition in this file of the function that runs. */
export function workDefinition(file: PythonFile, work: SyntaxNode | undefined): SyntaxNode | undefined {
  const maker = work?.type === "attribute" ? work.field("object") : undefined;
  if (maker?.type === "call") return methodOf(file, calleeText(maker), work?.field("attribute")?.text);
  const name = work?.type === "attribute" ? work.field("attribute")?.text : work?.text;
  const isOwn =
    work?.type === "identifier" ||
    (work?.type === "attribute" && /^(self|cls)$/.test(work.field("object")?.text ?? ""));
  return isOwn ? file.nodes("function_definition").find((one) => one.field("name")?.text === name) : undefined;
}

/** `Ferry().run`: the method of a class of this file. */
function methodOf(file: PythonFile, owner: string, method: string | undefined): SyntaxNode | undefined {
  return file
    .nodes("function_definition")
    .find((one) => one.field("name")?.text === method && enclosingClass(one)?.field("name")?.text === owner);
}

/** The work is the process's own: its loop goes on with it, a signal ends the process with it, or an object puts its own state off. */
export function isOfProcess(file: PythonFile, { call, kind }: Spawned): boolean {
  if (kind === "thread") return isPutOff(file, call);
  if (takesConnection(call)) return true;
  for (let at = call.parent; at; at = at.parent) {
    if (at.type === "call" && /(^|\.)(add_signal_handler|signal\.signal|atexit\.register)$/.test(calleeText(at)))
      return true;
  }
  const loop = methodCall(call)?.receiver.text;
  const body = loop === undefined ? undefined : enclosingFunction(call)?.field("body");
  if (body === undefined) return false;
  for (const node of withinScope(body)) {
    if (node.start > call.end && node.type === "call" && calleeText(node) === `${loop}.run_forever`) return true;
  }
  return false;
}

/** `create_task(self.serve(reader, writer))`: the connection is open here, and cannot be handed to a queue. */
function takesConnection(call: SyntaxNode): boolean {
  const coroutine = argument(call, 0, "coro");
  const parameters = enclosingFunction(call)?.field("parameters");
  if (coroutine?.type !== "call" || parameters === undefined) return false;
  const { positional, keywords } = argumentsOf(coroutine);
  return [...positional, ...keywords.values()].some(
    ({ type, text }) =>
      type === "identifier" &&
      new RegExp(String.raw`\b${text}\s*:\s*["']?(?:\w+\.)*(?:StreamReader|StreamWriter|WebSocket|socket)\b`).test(
        parameters.text,
      ),
  );
}

/** `self.timer = Timer(…)`, and `self.timer.cancel()`: what waits in this process cannot be done by another. */
function isPutOff(file: PythonFile, call: SyntaxNode): boolean {
  if (calleeName(file, call) !== "threading.Timer") return false;
  const around = enclosingClass(call)?.text ?? "";
  return heldIn(call).some((name) => name.startsWith("self.") && around.includes(`${name}.cancel(`));
}

/** It takes what a process writes until that ends. */
function followsProcess(body: SyntaxNode): boolean {
  return /\.(stdout|stderr)\b/.test(body.text) && /\b(readline|poll|for \w+ in)\b/.test(body.text);
}

/** A server's own loop: the function that runs has a loop without an end of its own, and its object keeps hold of it. */
export function runsForever(file: PythonFile, { call, work }: Spawned): boolean {
  const isKept = heldIn(call).some((name) => name.includes("."));
  const body = workDefinition(file, work)?.field("body");
  if (body) {
    if (followsProcess(body)) return true;
    for (const node of withinScope(body)) {
      // A server runs until it is stopped.
      const called = node.type === "call" ? (node.field("function")?.text ?? "") : "";
      if (/(^|\.)(serve_forever|run_forever|run_app)$|^(uvicorn|hypercorn|waitress)\.(run|serve)$/.test(called))
        return true;
      if (node.type !== "while_statement") continue;
      const condition = node.field("condition")?.text ?? "";
      // "while loop.is_running()": as long as the process.
      if (/(^|\.)(is_running|running)(\(\))?$/.test(condition)) return true;
      if (isKept && !/[<>]|\blen\(/.test(condition)) return true;
    }
  }
  const name = (work?.text ?? "").split(".").at(-1) ?? "";
  return (
    !body &&
    /(^|_)(loop|forever|serve|listen|consume|poll|monitor|watch|run_forever|heartbeat|scheduler|worker|server)(_|$)/.test(
      name,
    )
  );
}

/** Called while the application starts or stops. */
export function isLifecycle(file: PythonFile, definition: SyntaxNode): boolean {
  const decorators = decoratorsOf(definition).map((one) => one.text);
  if (
    decorators.some((one) =>
      /contextmanager|on_event|on_startup|on_shutdown|before_serving|after_serving|worker_(ready|init|process_init)/.test(
        one,
      ),
    )
  )
    return true;
  const name = definition.field("name")?.text ?? "";
  if (/^_*(lifespan|on_?)?(startup|start_?up|shutdown)|^_*lifespan|^main$|^__aenter__$/.test(name)) return true;
  return new RegExp(
    `\\b(lifespan|on_startup|on_shutdown)=\\[?[^)\\]]*\\b${name}\\b|(add_event_handler|add_signal_handler|signal\\.signal|atexit\\.register)\\([^)]*\\b${name}\\b`,
  ).test(file.text);
}
