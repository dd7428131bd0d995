// Where request data enters a file, and where a path made of it is proved to stay inside a folder.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf, methodCall } from "../python/call.ts";
import { type Carrying, findCarried } from "../python/carried.ts";
import { matched, parametersGiven } from "../python/handed-over.ts";
import { calleeName } from "../python/name-of.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { Place } from "../python/scopes.ts";
import { descendants, enclosing, enclosingClass, enclosingFunction, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { isClientName } from "../python/uploads.ts";
import { isNarrowField } from "./narrow-field.ts";
import { isCut } from "./path-cuts.ts";

const requests = [
  "fastapi.Request",
  "starlette.requests.Request",
  "fastapi.WebSocket",
  "starlette.websockets.WebSocket",
];
const texts = /^(builtins\.str|pathlib\.\w+|os\.PathLike|builtins\.bytes)$/;

/** What a file gets from requests, and from callers that the text calls users. */
export class Untrusted {
  readonly #file: PythonFile;
  readonly #workspace: Workspace;
  readonly #parameters = new Set<SyntaxNode>();
  readonly #given: (place: Place) => boolean;

  constructor(file: PythonFile, workspace: Workspace, names: readonly string[]) {
    this.#file = file;
    this.#workspace = workspace;
    this.#addRouteParameters();
    for (const definition of file.nodes("function_definition")) {
      if (definition.field("name")?.text.startsWith("_") !== false) continue;
      for (const { name, nameNode } of parametersOf(definition))
        if (names.includes(name)) this.#parameters.add(nameNode);
    }
    this.#given = parametersGiven(file, (argument, isGiven) => this.#find(argument, isGiven) !== undefined);
  }

  /** The request data in an expression. */
  in(node: SyntaxNode): SyntaxNode | undefined {
    return this.#find(node, this.#given) ?? this.#fromElsewhere(node);
  }

  #find(node: SyntaxNode, isGiven: (place: Place) => boolean): SyntaxNode | undefined {
    return findCarried(this.#file, node, {
      ...this.#carrying,
      isSourceParameter: (place) => this.#parameters.has(place.name) || isGiven(place),
    });
  }

  get #carrying(): Carrying {
    return { isSource: (node) => this.#isSource(node), isEnd: (node) => isCut(this.#file, node) };
  }

  #isSource(node: SyntaxNode): boolean {
    const file = this.#file;
    if (isClientName(file, node)) return true;
    if (node.type === "attribute" || node.type === "subscript") {
      const object = node.field("object") ?? node.field("value");
      if (object === undefined) return false;
      if (node.type === "subscript" && isRequestData(file, object)) return true;
      if (object.type !== "identifier" || node.type === "subscript") return false;
      const isParameter = file.scopes.bindingOf(object)?.places.some(({ name }) => this.#bodies.has(name));
      const type = file.typeOf(node);
      return (
        isParameter === true && (type === undefined || texts.test(type)) && !isNarrowField(file, this.#workspace, node)
      );
    }
    const target = node.type === "call" ? methodCall(node) : undefined;
    return target?.method === "get" && isRequestData(file, target.receiver);
  }

  readonly #bodies = new Set<SyntaxNode>();

  #addRouteParameters(): void {
    const file = this.#file;
    for (const route of this.#workspace.facts.routes(file.path).routes) {
      if (route.functionPath !== file.path) continue;
      const definition = file
        .nodes("function_definition")
        .find((one) => one.field("name")?.start === route.function.nameSpan.start);
      for (const { nameNode, annotation, default: fallback } of definition ? parametersOf(definition) : []) {
        const marks = `${annotation?.text ?? ""} ${fallback?.text ?? ""}`;
        if (/\b(Depends|Security)\(|\b(pattern|regex)\s*=/.test(marks)) continue;
        const type = file.typeOf(nameNode);
        if (type !== undefined && texts.test(type)) this.#parameters.add(nameNode);
        else if (type === undefined && annotation === undefined) this.#parameters.add(nameNode);
        else if (file.isInstance(nameNode, "pydantic.BaseModel")) this.#bodies.add(nameNode);
      }
    }
  }

  /** A parameter of a function that routes of other files call with request data. */
  #fromElsewhere(node: SyntaxNode): SyntaxNode | undefined {
    const definition = enclosingFunction(node);
    const name = definition?.field("name")?.text;
    if (definition === undefined || name === undefined || depthGuard > 0) return undefined;
    const found = findCarried(this.#file, node, {
      isSource: () => false,
      isEnd: (one) => isCut(this.#file, one),
      isSourceParameter: ({ name: parameter }) =>
        definitionOf(parameter) === definition && this.#isCalledWith(definition, name, parameter),
    });
    return found;
  }

  readonly #called = new Map<SyntaxNode, boolean>();

  #isCalledWith(definition: SyntaxNode, name: string, parameter: SyntaxNode): boolean {
    const known = this.#called.get(parameter);
    if (known !== undefined) return known;
    const found = this.#findCaller(definition, name, parameter);
    this.#called.set(parameter, found);
    return found;
  }

  #findCaller(definition: SyntaxNode, name: string, parameter: SyntaxNode): boolean {
    const owner = enclosingClass(definition)?.field("name")?.text;
    const called = new RegExp(`\\b${name}\\s*\\(`);
    depthGuard++;
    try {
      for (const path of this.#workspace.facts.filesCalling(name)) {
        if (path === this.#file.path) continue;
        const other = this.#workspace.facts.routes(path).routes.length > 0 ? this.#workspace.python(path) : undefined;
        if (other === undefined) continue;
        const untrusted = requestsOf(other, this.#workspace);
        for (const call of other.nodes("call")) {
          if (!called.test(call.text) || !this.#isCallOf(other, call, name, owner)) continue;
          const argument = matched(call, definition).find(([taking]) => taking === parameter)?.[1];
          if (
            argument !== undefined &&
            untrusted.in(argument) !== undefined &&
            !isGuarded(other, argument, argument, this.#workspace, [])
          )
            return true;
        }
      }
    } finally {
      depthGuard--;
    }
    return false;
  }

  #isCallOf(other: PythonFile, call: SyntaxNode, name: string, owner: string | undefined): boolean {
    const callee = call.field("function");
    if (callee === undefined) return false;
    const target = methodCall(call);
    const type =
      owner === undefined || target === undefined
        ? other.resolve(callee)
        : `${other.typeOf(target.receiver) ?? other.resolve(target.receiver) ?? ""}.${target.method}`;
    const dotted = owner === undefined ? name : `${owner}.${name}`;
    if (type === undefined || !type.endsWith(`.${dotted}`)) return false;
    return this.#workspace.moduleFile(type.slice(0, -dotted.length - 1), other.path) === this.#file.path;
  }
}

const ofRoutes = new WeakMap<PythonFile, Untrusted>();

function requestsOf(file: PythonFile, workspace: Workspace): Untrusted {
  const known = ofRoutes.get(file) ?? new Untrusted(file, workspace, []);
  ofRoutes.set(file, known);
  return known;
}

/** Callers are looked at one step far. */
let depthGuard = 0;

function definitionOf(parameter: SyntaxNode): SyntaxNode | undefined {
  return enclosing(parameter, "function_definition", "lambda");
}

function isRequestData(file: PythonFile, node: SyntaxNode): boolean {
  const inner = node.type === "parenthesized_expression" ? (namedChildren(node)[0] ?? node) : node;
  if (inner.type === "attribute") {
    const object = inner.field("object");
    const isPart = /^(query_params|path_params|headers|cookies)$/.test(inner.field("attribute")?.text ?? "");
    return isPart && object !== undefined && file.isInstance(object, ...requests);
  }
  if (inner.type === "identifier") {
    const value = file.scopes.bindingOf(inner)?.places.at(-1)?.value;
    return value?.type === "await" && isRequestData(file, value);
  }
  const call = inner.type === "await" ? namedChildren(inner)[0] : undefined;
  const target = call?.type === "call" ? methodCall(call) : undefined;
  return target !== undefined && /^(json|form)$/.test(target.method) && file.isInstance(target.receiver, ...requests);
}

const containing = /^(is_relative_to|relative_to)$/;
const telling =
  /valid|safe|secur|saniti[sz]|check|ensure|allow|guard|confine|contain|clean|assert|within|inside|under/i;

export type Guard = "guarded" | "weak" | undefined;

/** How the function makes sure, before the sink, that the path stays where it belongs. */
export function isGuarded(
  file: PythonFile,
  sink: SyntaxNode,
  path: SyntaxNode,
  workspace: Workspace,
  validators: readonly string[],
): Guard {
  const definition = enclosingFunction(sink);
  if (definition === undefined) return undefined;
  const names = namesIn(file, path);
  const mentions = (node: SyntaxNode) => [...descendants(node)].some((one) => names.has(one.text));
  let guard: Guard;
  for (const node of descendants(definition.field("body") ?? definition)) {
    if (node.start >= sink.start) break;
    if (node.type === "comparison_operator") {
      const [left, right] = namedChildren(node);
      const isMembership = /\bin$/.test(
        node.children
          .filter(({ isNamed }) => !isNamed)
          .map(({ text }) => text)
          .join(" "),
      );
      if (
        isMembership &&
        ((left && names.has(left.text)) || (right && (mentions(right) || /\.parents$/.test(right.text))))
      )
        return "guarded";
      if (/commonpath|\.parents?\b/.test(node.text) && mentions(node)) return "guarded";
    }
    if (node.type !== "call") continue;
    const target = methodCall(node);
    const name = calleeName(file, node);
    if (target && containing.test(target.method) && mentions(node))
      return /\.resolve\(|realpath\(|abspath\(|normpath\(/.test(definition.text) ? "guarded" : "weak";
    if (target && /^(isalnum|isidentifier|isdigit|isdecimal)$/.test(target.method) && mentions(target.receiver))
      return "guarded";
    if (/^re\.(full)?match$/.test(name) && mentions(node)) return "guarded";
    if (/(^|\.)(fullmatch|match)$/.test(target?.method ?? "") && argumentsOf(node).positional.some(mentions))
      return "guarded";
    if (target?.method === "startswith" && mentions(target.receiver)) {
      const prefix = argumentsOf(node).positional[0]?.text ?? "";
      if (/["'](\/|\.|\.\.)["']$/.test(prefix) || /os\.(path\.)?sep/.test(prefix) || /\/["']$/.test(prefix))
        return "guarded";
      guard = "weak";
    }
    const takes = argumentsOf(node);
    if (![...takes.positional, ...takes.keywords.values()].some((one) => mentions(one))) continue;
    const last = name.split(".").at(-1) ?? "";
    if (validators.some((one) => one.split(".").at(-1) === last)) return "guarded";
    if (telling.test(last) && !/^(os|pathlib|shutil)\./.test(name)) return "guarded";
    if (guardsItself(file, node, workspace)) return "guarded";
  }
  return guard;
}

/** A helper of the workspace that tests containment and raises. */
function guardsItself(file: PythonFile, call: SyntaxNode, workspace: Workspace): boolean {
  const callee = call.field("function");
  const resolved =
    callee &&
    (file.resolve(callee) ?? (methodCall(call)?.receiver.text === "self" ? `.${methodCall(call)?.method}` : undefined));
  if (resolved === undefined) return false;
  const name = resolved.split(".").at(-1);
  const path = resolved.startsWith(".")
    ? file.path
    : workspace.moduleFile(resolved.slice(0, resolved.lastIndexOf(".")), file.path);
  const holder = path === file.path ? file : path === undefined ? undefined : workspace.python(path);
  const definition = holder?.nodes("function_definition").find((one) => one.field("name")?.text === name);
  return (
    definition !== undefined && /is_relative_to|relative_to|commonpath|\.parents\b|fullmatch/.test(definition.text)
  );
}

/** The names that the path is made of, also through locals. */
function namesIn(file: PythonFile, path: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>([path.text]);
  const pending = [path];
  const seen = new Set<SyntaxNode>();
  for (let node = pending.pop(); node && seen.size < 60; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const one of descendants(node)) {
      if (one.type === "attribute" || one.type === "subscript") names.add(one.text);
      if (one.type !== "identifier" || one.fieldName === "attribute") continue;
      const places = file.scopes.bindingOf(one)?.places ?? [];
      if (
        !places.some(({ kind }) => /^(assignment|parameter|for|walrus)$/.test(kind)) ||
        file.scopes.bindingOf(one)?.scope.kind === "module"
      )
        continue;
      names.add(one.text);
      for (const { value, kind } of places) if (value && kind !== "parameter") pending.push(value);
    }
  }
  return names;
}
