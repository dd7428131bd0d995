// Runs functions over abstract values, to find out where rows come from and what is read of them. No code is executed.

import type { Span } from "../../text/span.ts";
import type { Argument, Expr, FunctionCode, Stmt } from "../code/syntax.ts";
import { annotationNames, annotationParts } from "../orm/annotations.ts";
import type { Entity, Registry } from "../orm/entity.ts";
import type { ClassFacts, Meant, Program } from "../program.ts";
import { readAttribute } from "./attributes.ts";
import { KnownSessions } from "./commits.ts";
import type { FlowEvents } from "./events.ts";
import { evaluateComprehension, evaluateExpression } from "./expressions.ts";
import { joinValues } from "./joins.ts";
import { foreignRow } from "./rows.ts";
import { runBody } from "./statements.ts";
import { type Frame, type Loop, Scope, UNKNOWN, type Value } from "./values.ts";

const MAX_DEPTH = 6;
/** Work per entry function; code that needs more is given up on, silently. */
const MAX_STEPS = 30_000;

export class Evaluator {
  readonly program: Program;
  readonly registry: Registry;
  readonly events: FlowEvents;
  /** Loops that are running, innermost last. */
  readonly loops: Loop[] = [];
  /** Entities of which this run has deleted rows. */
  readonly deletions = new Set<Entity>();
  /** Entities whose whole table has been read, so that a many-to-one to them costs nothing. */
  readonly wholeTables = new Set<string>();
  /** Commits so far, after each of which the session fetches its objects again. */
  commits = 0;
  readonly sessions = new KnownSessions();
  readonly #stack: FunctionCode[] = [];
  readonly #moduleValues = new Map<string, Value>();
  readonly #instances = new Map<ClassFacts, Value>();
  #steps = 0;

  /** Sessions of this workspace keep what they have loaded when they commit. */
  readonly keepsObjects: boolean;

  constructor(program: Program, registry: Registry, events: FlowEvents, keepsObjects: boolean) {
    this.keepsObjects = keepsObjects;
    this.program = program;
    this.registry = registry;
    this.events = events;
  }

  /** Runs a function as nobody in particular calls it: its parameters are known by their annotations alone. */
  enter(path: string, code: FunctionCode, owner: ClassFacts | undefined): void {
    this.#steps = 0;
    this.loops.length = 0;
    this.wholeTables.clear();
    this.deletions.clear();
    this.commits = 0;
    const self = owner ? this.instance(owner) : undefined;
    this.#run({ path, function: code, caller: undefined, depth: 0 }, code, [], self, undefined);
  }

  /** The value of a call of a function of the workspace. */
  inline(
    code: FunctionCode,
    path: string,
    args: readonly { readonly value: Value; readonly argument: Argument | undefined }[],
    self: Value | undefined,
    scope: Scope | undefined,
    caller: { frame: Frame; call: Span },
    property?: Frame["property"],
  ): Value {
    if (this.#stack.includes(code) || caller.frame.depth >= MAX_DEPTH) return UNKNOWN;
    const inner = { path, function: code, caller, depth: caller.frame.depth + 1 };
    const frame: Frame = property ? { ...inner, property } : inner;
    this.events.called(code, path, frame);
    return this.#run(frame, code, args, self, scope);
  }

  delete(entity: Entity, at: Span, frame: Frame): void {
    this.events.deleted(entity, at, frame, this.deletions);
    this.deletions.add(entity);
  }

  /** An object of a class of the workspace; its fields come from `__init__` and the class's own annotations. */
  instance(facts: ClassFacts): Value {
    const known = this.#instances.get(facts);
    if (known) return known;
    const fields = new Map<string, Value>();
    const made: Value = { kind: "instance", class: facts, fields };
    this.#instances.set(facts, made);
    const init = this.program.member(facts, "__init__");
    if (init?.method && this.#stack.length < MAX_DEPTH) this.#initialise(made, init.method, init.owner.path, []);
    this.#enter(facts, made);
    return made;
  }

  /** A unit of work has its repositories once it was entered. */
  #enter(facts: ClassFacts, made: Value): void {
    if (this.#stack.length >= MAX_DEPTH) return;
    for (const name of ["__enter__", "__aenter__"]) {
      const enter = this.program.member(facts, name);
      if (enter?.method) this.#initialise(made, enter.method, enter.owner.path, []);
    }
  }

  /** Runs an `__init__` that nobody in particular calls. */
  #initialise(
    made: Value,
    code: FunctionCode,
    path: string,
    args: readonly { value: Value; argument: Argument | undefined }[],
  ): void {
    if (this.#stack.includes(code)) return;
    this.#run({ path, function: code, caller: undefined, depth: MAX_DEPTH - 2 }, code, args, made, undefined);
  }

  construct(
    facts: ClassFacts,
    args: readonly { value: Value; argument: Argument | undefined }[],
    caller: { frame: Frame; call: Span },
  ): Value {
    const init = this.program.member(facts, "__init__");
    const made: Value = { kind: "instance", class: facts, fields: new Map() };
    if (!init?.method) {
      this.#enter(facts, made);
      return made;
    }
    const isOfModule = caller.frame.function === undefined && this.#stack.length < MAX_DEPTH;
    if (isOfModule) this.#initialise(made, init.method, init.owner.path, args);
    else this.inline(init.method, init.owner.path, args, made, undefined, caller);
    this.#enter(facts, made);
    return made;
  }

  #run(
    frame: Frame,
    code: FunctionCode,
    args: readonly { value: Value; argument: Argument | undefined }[],
    self: Value | undefined,
    outer: Scope | undefined,
  ): Value {
    const scope = new Scope(outer);
    this.#bind(scope, frame, code, args, self);
    this.#stack.push(code);
    const loops = this.loops.length;
    const results: Value[] = [];
    const yields: Value[] = [];
    runBody(this, code.body, scope, frame, { results, yields });
    this.loops.length = loops;
    this.#stack.pop();
    if (code.isGenerator && isContextManager(code)) return joinValues(yields);
    if (code.isGenerator) return { kind: "many", element: joinValues(yields), rows: undefined, isFixed: false };
    return results.length === 0 ? UNKNOWN : joinValues(results);
  }

  #bind(
    scope: Scope,
    frame: Frame,
    code: FunctionCode,
    args: readonly { value: Value; argument: Argument | undefined }[],
    self: Value | undefined,
  ): void {
    const isStatic = code.decorators.some((it) => it.kind === "name" && it.name === "staticmethod");
    const params = [...code.params];
    if (self && !isStatic) {
      const first = params.shift();
      if (first) scope.set(first.name, self);
    }
    const spread = args.some((arg) => arg.argument && arg.argument.star !== "");
    const positional = args.filter((arg) => (arg.argument?.name ?? "") === "" && (arg.argument?.star ?? "") === "");
    let next = 0;
    for (const param of params) {
      if (param.star !== "") {
        const rest = param.star === "*" ? positional.slice(next).map((arg) => arg.value) : [];
        const isKnown = param.star === "*" && frame.caller !== undefined && !spread;
        scope.set(param.name, rest.length > 0 || isKnown ? { kind: "tuple", items: rest } : UNKNOWN);
        next = positional.length;
        continue;
      }
      const named = args.find((arg) => arg.argument?.name === param.name);
      const given = named?.value ?? (param.keywordOnly ? undefined : positional[next++]?.value);
      if (given) scope.set(param.name, given);
      else if (param.fallback && frame.caller && !spread)
        scope.set(param.name, this.evaluate(param.fallback, scope, frame));
      else scope.set(param.name, this.annotated(param.annotation, frame.path));
    }
  }

  /** What a value can be told to be from its annotation: an object of a class of the workspace, one or many. */
  annotated(annotation: Expr | undefined, path: string, depth = 0): Value {
    if (!annotation) return UNKNOWN;
    const { isCollection } = annotationNames(annotation);
    for (const part of annotationParts(annotation)) {
      const meant = typeof part === "string" ? this.program.name(path, part) : this.program.expression(path, part);
      if (meant?.kind === "class") {
        const entity = this.registry.ofClass(meant.class);
        if (!entity) return isCollection ? UNKNOWN : this.instance(meant.class);
        const row = foreignRow(entity, path);
        return isCollection ? { kind: "many", element: row, rows: undefined, isFixed: false } : row;
      }
      // An alias such as `SessionDep = Annotated[Session, Depends(get_db)]`; one that names itself ends the search.
      if (meant?.kind === "value" && meant.value.value && meant.value.value !== annotation && depth < 3) {
        return this.annotated(meant.value.value, meant.path, depth + 1);
      }
    }
    return UNKNOWN;
  }

  /** Counts a step of work; true where the function has had its share. */
  isExhausted(): boolean {
    return ++this.#steps > MAX_STEPS;
  }

  evaluate(expr: Expr, scope: Scope, frame: Frame, out?: Outcome): Value {
    return evaluateExpression(this, expr, scope, frame, out);
  }

  attribute(of: Value, name: string, at: Span, frame: Frame): Value {
    return readAttribute(this, of, name, at, frame);
  }

  /** `once`: whoever reads the elements stops at the first. */
  comprehension(expr: Expr & { kind: "comprehension" }, scope: Scope, frame: Frame, once: boolean): Value {
    return evaluateComprehension(this, expr, scope, frame, once);
  }

  loop(
    span: Span,
    body: readonly Stmt[] | undefined,
    once: boolean,
    frame: Frame,
    run: (loop: Loop) => void,
    isWhile = false,
  ): void {
    const loop: Loop = { start: span.start, end: span.end, frame, body, outer: this.loops.at(-1), once, isWhile };
    this.loops.push(loop);
    const depth = this.loops.length;
    run(loop);
    this.loops.length = depth - 1;
  }

  /** The value of an expression that stands in no function, as a module's constants and a class's attributes do. */
  outsideFunctions(expr: Expr, path: string): Value {
    return this.evaluate(expr, new Scope(), { path, function: undefined, caller: undefined, depth: MAX_DEPTH });
  }

  global(name: string, path: string): Value {
    const meant = this.program.name(path, name);
    if (!meant) return { kind: "external", name: `builtins.${name}` };
    return this.meant(meant);
  }

  meant(meant: Meant): Value {
    switch (meant.kind) {
      case "class":
        return { kind: "class", class: meant.class, entity: this.registry.ofClass(meant.class) };
      case "function":
        return { kind: "function", function: meant.function, path: meant.path, self: undefined, scope: undefined };
      case "external":
        return { kind: "external", name: meant.name };
      case "module":
        return { kind: "module", path: meant.path };
      case "value": {
        const key = `${meant.path}\0${meant.name}`;
        const known = this.#moduleValues.get(key);
        if (known) return known;
        this.#moduleValues.set(key, UNKNOWN);
        const value = meant.value.value
          ? this.outsideFunctions(meant.value.value, meant.path)
          : this.annotated(meant.value.annotation, meant.path);
        this.#moduleValues.set(key, value);
        return value;
      }
    }
  }
}

/** What a call of it gives is what `with` gets of it. */
function isContextManager({ decorators }: FunctionCode): boolean {
  return decorators.some((it) =>
    /^(async)?contextmanager$/.test(it.kind === "name" || it.kind === "attribute" ? it.name : ""),
  );
}

/** What a function that runs has given so far. */
export interface Outcome {
  readonly results: Value[];
  readonly yields: Value[];
}
