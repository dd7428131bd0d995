// Which calls end something that runs, which start something, and which do neither.

import { argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { loggerCall } from "./logging.ts";

/** "process" ends a process for certain; "other" ends whatever its receiver is. */
export type Ending = "process" | "other";

const processMethods = /^(terminate|kill|send_signal)$/;
const processFunctions = /^(os\.kill|os\.killpg|signal\.pthread_kill)$/;
const ownProcessEnders =
  /^_*(kill|terminate)(_|$)|^_*(stop|end|shut_?down|clean_?up|close)_(\w+_)?(process|proc|subprocess|worker|segment)s?$/;
const otherMethods = /^(cancel|close|aclose|stop|shutdown|disconnect)$/;
const ownEnders = /^_*(clean_?up|stop|close|tear_?down|shut_?down|dispose|release|disconnect)(_|$)/;

export function endingOf(file: PythonFile, call: SyntaxNode): Ending | undefined {
  const target = methodCall(call);
  // Signal 0 only asks whether the process is there.
  if (processFunctions.test(calleeName(file, call)))
    return argumentsOf(call).positional[1]?.text === "0" ? undefined : "process";
  const name = target?.method ?? call.field("function")?.text ?? "";
  if (target && processMethods.test(name)) return "process";
  if (ownProcessEnders.test(name)) return "process";
  if ((target !== undefined && otherMethods.test(name)) || ownEnders.test(name)) return "other";
  return helperEnds(file, call, name) ? "process" : undefined;
}

/** A function of this file that ends a process, whatever it is called, and starts none. */
function helperEnds(file: PythonFile, call: SyntaxNode, name: string): boolean {
  const target = methodCall(call);
  if (target !== undefined && target.receiver.text !== "self") return false;
  const body = file
    .nodes("function_definition")
    .find((one) => one.field("name")?.text === name)
    ?.field("body");
  const calls = body === undefined ? [] : [...callsIn(body)];
  const ends = calls.some(
    (one) =>
      processFunctions.test(calleeName(file, one)) ||
      (methodCall(one) !== undefined && processMethods.test(methodCall(one)?.method ?? "")),
  );
  return ends && !calls.some((one) => isStart(file, one));
}

/** Calls of the standard library that leave something running behind. */
export const taskStart = /^asyncio\.(create_task|ensure_future|AbstractEventLoop\.create_task)$/;
export const processStart =
  /^(subprocess\.Popen|asyncio\.(subprocess\.)?create_subprocess_(exec|shell)|asyncio\.subprocess\.create_subprocess_(exec|shell))$/;
const ownStarts = /^_*(re)?(start|launch|spawn|begin|connect|open)(_|$)/;

/** True for `asyncio.create_task`, `ensure_future` and a loop's `create_task`; a task group waits for its own. */
export function isTaskStart(file: PythonFile, call: SyntaxNode): boolean {
  if (taskStart.test(calleeName(file, call))) return true;
  const target = methodCall(call);
  if (target?.method !== "create_task") return false;
  const type = file.typeOf(target.receiver) ?? "";
  if (/AbstractEventLoop$/.test(type)) return true;
  return (
    /^asyncio\.(get_event_loop|get_running_loop|new_event_loop)\(\)$/.test(target.receiver.text) ||
    isLoop(file, target.receiver)
  );
}

function isLoop(file: PythonFile, receiver: SyntaxNode): boolean {
  if (receiver.type !== "identifier") return false;
  const places = file.scopes.bindingOf(receiver)?.places ?? [];
  return (
    places.length > 0 &&
    places.every(
      ({ value }) =>
        value?.type === "call" &&
        /^asyncio\.(get_event_loop|get_running_loop|new_event_loop)$/.test(calleeName(file, value)),
    )
  );
}

export function isProcessStart(file: PythonFile, call: SyntaxNode): boolean {
  return processStart.test(calleeName(file, call));
}

/** Also the team's own functions whose names say that they start something. */
export function isStart(file: PythonFile, call: SyntaxNode): boolean {
  if (isTaskStart(file, call) || isProcessStart(file, call)) return true;
  const name = methodCall(call)?.method ?? call.field("function")?.text ?? "";
  return ownStarts.test(name) && calleeName(file, call) !== "open" && !isNeutral(file, call);
}

const neutralMethods =
  /^(wait|wait_for|poll|communicate|join|get|pop|discard|remove|keys|values|items|is_alive|done|append|add|format|total_seconds|setdefault|update|lower|upper|strip|isoformat)$/;
const neutralFunctions =
  /^(asyncio\.(sleep|wait|wait_for|gather|timeout|shield)|time\.\w+|datetime\.\w+(\.\w+)*|contextlib\.\w+)$/;

/** Logging, waiting, looking things up: no step of their own. */
export function isNeutral(file: PythonFile, call: SyntaxNode): boolean {
  if (loggerCall(file, call) !== undefined) return true;
  const resolved = file.resolve(call.field("function") ?? call) ?? "";
  if (resolved.startsWith("builtins.") && resolved !== "builtins.open") return true;
  if (neutralFunctions.test(calleeName(file, call))) return true;
  const target = methodCall(call);
  return target !== undefined && neutralMethods.test(target.method);
}

export function* callsIn(node: SyntaxNode): Generator<SyntaxNode> {
  if (node.type === "call") yield node;
  if (/^(function_definition|class_definition|lambda)$/.test(node.type)) return;
  for (const inner of withinScope(node)) if (inner.type === "call") yield inner;
}

export interface Removal {
  readonly node: SyntaxNode;
  readonly container: string;
  readonly key: string;
}

/** `del d[key]`, `d.pop(key)`, `d.pop(key, None)` or `d.discard(key)` of an instance's, class's or module's collection. */
export function* removalsIn(file: PythonFile, node: SyntaxNode): Generator<Removal> {
  for (const inner of [node, ...withinScope(node)]) {
    if (inner.type === "delete_statement") {
      const target = inner.children.find((child) => child.isNamed);
      const container = target?.type === "subscript" ? target.field("value") : undefined;
      const key = target?.field("subscript");
      if (container && key && key.type !== "slice" && isShared(file, container))
        yield { node: inner, container: container.text, key: key.text };
    }
    if (inner.type !== "call") continue;
    const target = methodCall(inner);
    const [key, fallback, more] = argumentsOf(inner).positional;
    if (!target || !key || more || key.type === "integer" || key.type === "unary_operator") continue;
    if (target.method !== "pop" && !(target.method === "discard" && !fallback)) continue;
    if (isShared(file, target.receiver)) yield { node: inner, container: target.receiver.text, key: key.text };
  }
}

/** A collection that outlives the function: of the instance, the class or the module. */
export function isShared(file: PythonFile, container: SyntaxNode): boolean {
  if (container.type === "attribute")
    return /^\w+(\.\w+)+$/.test(container.text) && !/^os\.environ$/.test(container.text);
  if (container.type !== "identifier") return false;
  const binding = file.scopes.lookUp(container.text, file.scopes.scopeOf(container));
  return binding?.scope.kind === "module";
}
