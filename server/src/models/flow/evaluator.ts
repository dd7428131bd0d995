// Runs functions over abstract values, to find out where rows come from and what is read of them. No code is executed.

import type { Span } from "../../text/span.ts";
import { annotationNames } from "../orm/annotations.ts";
import type { Entity, Relationship } from "../orm/entity.ts";
import type { Registry } from "../orm/registry.ts";
import type { Argument, Expr, FunctionCode, Stmt } from "../code/syntax.ts";
import type { ClassFacts, Meant, Program } from "../program.ts";
import { callValue } from "./calls.ts";
import { isShared, pathOf, readCost } from "./loading.ts";
import { foreignRow, iterate, materialise } from "./rows.ts";
import {
  type EntityValue,
  type Frame,
  type Loop,
  Scope,
  UNKNOWN,
  type Value,
  joinValues,
  loopOf,
  unknownIn,
} from "./values.ts";
import type { FlowEvents } from "./events.ts";

const MAX_DEPTH = 6;
/** A loop over a few classes is run for each of them. */
const MAX_ROUNDS = 8;
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
  readonly #stack: FunctionCode[] = [];
  readonly #moduleValues = new Map<string, Value>();
  readonly #instances = new Map<ClassFacts, Value>();
  #steps = 0;

  constructor(program: Program, registry: Registry, events: FlowEvents) {
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
  ): Value {
    if (this.#stack.includes(code) || caller.frame.depth >= MAX_DEPTH) return UNKNOWN;
    const frame: Frame = { path, function: code, caller, depth: caller.frame.depth + 1 };
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
    if (init?.method && !this.#stack.includes(init.method) && this.#stack.length < MAX_DEPTH) {
      this.#run(
        { path: init.owner.path, function: init.method, caller: undefined, depth: MAX_DEPTH - 2 },
        init.method,
        [],
        made,
        undefined,
      );
    }
    return made;
  }

  construct(
    facts: ClassFacts,
    args: readonly { value: Value; argument: Argument | undefined }[],
    caller: { frame: Frame; call: Span },
  ): Value {
    const init = this.program.member(facts, "__init__");
    const made: Value = { kind: "instance", class: facts, fields: new Map() };
    if (init?.method) this.inline(init.method, init.owner.path, args, made, undefined, caller);
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
    this.#body(code.body, scope, frame, { results, yields });
    this.loops.length = loops;
    this.#stack.pop();
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
        scope.set(param.name, rest.length > 0 ? { kind: "tuple", items: rest } : UNKNOWN);
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
    const { names, isCollection } = annotationNames(annotation);
    for (const name of names) {
      const meant = this.program.name(path, name);
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

  #body(body: readonly Stmt[], scope: Scope, frame: Frame, out: Outcome): boolean {
    for (const statement of body) {
      if (++this.#steps > MAX_STEPS) return true;
      if (this.#statement(statement, scope, frame, out)) return true;
    }
    return false;
  }

  /** True where what follows cannot be reached. */
  #statement(statement: Stmt, scope: Scope, frame: Frame, out: Outcome): boolean {
    switch (statement.kind) {
      case "assign": {
        const value = statement.value
          ? this.evaluate(statement.value, scope, frame, out)
          : this.annotated(statement.annotation, frame.path);
        this.assign(statement.target, value, scope, frame);
        return false;
      }
      case "augment": {
        const value = this.evaluate(statement.value, scope, frame, out);
        const before = this.evaluate(statement.target, scope, frame, out);
        this.assign(
          statement.target,
          before.kind === "many" || value.kind === "many" ? joinValues([before, value]) : unknownIn(loopOf(value)),
          scope,
          frame,
        );
        return false;
      }
      case "expression":
        this.evaluate(statement.value, scope, frame, out);
        return false;
      case "for": {
        const iterable = this.evaluate(statement.iterable, scope, frame, out);
        const items =
          iterable.kind === "tuple" ? iterable.items : iterable.kind === "many" ? iterable.items : undefined;
        const rounds = items?.some((item) => item.kind === "class") && items.length <= MAX_ROUNDS ? items : [undefined];
        const before = scope.branch();
        for (const item of rounds) {
          this.loop(statement, statement.body, false, frame, (loop) => {
            this.assign(statement.target, item ?? iterate(this, iterable, loop, frame), scope, frame);
            this.#body(statement.body, scope, frame, out);
          });
        }
        scope.merge([before, scope.branch()], joinValues);
        return this.#body(statement.otherwise, scope, frame, out);
      }
      case "while": {
        this.evaluate(statement.test, scope, frame, out);
        const before = scope.branch();
        this.#body(statement.body, scope, frame, out);
        scope.merge([before, scope.branch()], joinValues);
        return this.#body(statement.otherwise, scope, frame, out);
      }
      case "if": {
        const test = this.evaluate(statement.test, scope, frame, out);
        if (test.kind === "literal")
          return this.#body(test.value ? statement.then : statement.otherwise, scope, frame, out);
        return this.#branches([statement.then, statement.otherwise], scope, frame, out);
      }
      case "match":
        this.evaluate(statement.subject, scope, frame, out);
        return this.#branches([...statement.cases, []], scope, frame, out);
      case "with":
        for (const item of statement.items) {
          const value = this.evaluate(item.value, scope, frame, out);
          if (item.target) this.assign(item.target, entered(value), scope, frame);
        }
        return this.#body(statement.body, scope, frame, out);
      case "try": {
        const ended = this.#body(statement.body, scope, frame, out);
        const handled = statement.handlers.map((handler) => {
          const branch = scope.branch();
          return { branch, ended: this.#body(handler.body, branch, frame, out) };
        });
        const rest = ended || this.#body(statement.otherwise, scope, frame, out);
        const open = handled.filter((one) => !one.ended).map((one) => one.branch);
        if (open.length > 0) scope.merge(rest ? open : [scope.branch(), ...open], joinValues);
        return this.#body(statement.last, scope, frame, out) || (rest && open.length === 0);
      }
      case "return": {
        const value = statement.value ? this.evaluate(statement.value, scope, frame, out) : UNKNOWN;
        out.results.push(value);
        this.events.returned(value, statement, frame, this);
        return true;
      }
      case "raise":
        if (statement.value) this.evaluate(statement.value, scope, frame, out);
        return true;
      case "delete":
        for (const target of statement.targets) this.evaluate(target, scope, frame, out);
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

  #branches(bodies: readonly (readonly Stmt[])[], scope: Scope, frame: Frame, out: Outcome): boolean {
    const open: Scope[] = [];
    for (const body of bodies) {
      const branch = scope.branch();
      if (!this.#body(body, branch, frame, out)) open.push(branch);
    }
    if (open.length === 0) return true;
    scope.merge(open, joinValues);
    return false;
  }

  loop(span: Span, body: readonly Stmt[] | undefined, once: boolean, frame: Frame, run: (loop: Loop) => void): void {
    const loop: Loop = { start: span.start, end: span.end, frame, body, outer: this.loops.at(-1), once };
    this.loops.push(loop);
    const depth = this.loops.length;
    run(loop);
    this.loops.length = depth - 1;
  }

  assign(target: Expr, value: Value, scope: Scope, frame: Frame): void {
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
          this.assign(item.kind === "starred" ? item.of : item, part, scope, frame);
        });
        return;
      }
      case "attribute": {
        const of = this.evaluate(target.of, scope, frame);
        if (of.kind === "instance") of.fields.set(target.name, value);
        return;
      }
      case "subscript": {
        if (target.of.kind === "name") {
          const of = scope.get(target.of.name);
          const entry: Value = { kind: "dict", key: UNKNOWN, value };
          if (of?.kind === "dict")
            scope.set(target.of.name, {
              kind: "dict",
              key: of.key,
              value: of.value === UNKNOWN ? value : joinValues([of.value, value]),
            });
          else if (of?.kind === "many" && of.isFixed) scope.set(target.of.name, entry);
        }
        for (const index of target.index) this.evaluate(index, scope, frame);
        return;
      }
      default:
        return;
    }
  }

  evaluate(expr: Expr, scope: Scope, frame: Frame, out?: Outcome): Value {
    switch (expr.kind) {
      case "name":
        return scope.get(expr.name) ?? this.#global(expr.name, frame.path);
      case "literal":
        return { kind: "literal", value: expr.value };
      case "attribute":
        return this.attribute(this.evaluate(expr.of, scope, frame, out), expr.name, expr, frame);
      case "call":
        return callValue(this, expr, scope, frame);
      case "sequence": {
        const items = expr.items.map((item) =>
          this.evaluate(item.kind === "starred" ? item.of : item, scope, frame, out),
        );
        if (expr.items.some((item) => item.kind === "starred"))
          return { kind: "many", element: UNKNOWN, rows: undefined, isFixed: false };
        if (expr.of === "tuple") return { kind: "tuple", items };
        return {
          kind: "many",
          element: items.length === 0 ? UNKNOWN : joinValues(items),
          rows: undefined,
          isFixed: true,
          items,
        };
      }
      case "dict": {
        const keys = expr.keys.map((key) => this.evaluate(key, scope, frame, out));
        const values = expr.values.map((value) => this.evaluate(value, scope, frame, out));
        return { kind: "dict", key: joinValues(keys), value: joinValues(values) };
      }
      case "subscript": {
        const of = this.evaluate(expr.of, scope, frame, out);
        const index = expr.index.map((item) => this.evaluate(item, scope, frame, out));
        return subscript(this, of, expr, index, frame);
      }
      case "lambda":
        return { kind: "lambda", params: expr.params, body: expr.body, scope, frame };
      case "comprehension":
        return this.comprehension(expr, scope, frame, false);
      case "conditional": {
        const test = this.evaluate(expr.test, scope, frame, out);
        if (test.kind === "literal") return this.evaluate(test.value ? expr.then : expr.otherwise, scope, frame, out);
        return joinValues([
          this.evaluate(expr.then, scope, frame, out),
          this.evaluate(expr.otherwise, scope, frame, out),
        ]);
      }
      case "boolean":
        return joinValues([this.evaluate(expr.left, scope, frame, out), this.evaluate(expr.right, scope, frame, out)]);
      case "not": {
        const of = this.evaluate(expr.of, scope, frame, out);
        return of.kind === "literal" ? { kind: "literal", value: !of.value } : UNKNOWN;
      }
      case "await":
        return this.evaluate(expr.of, scope, frame, out);
      case "starred":
        return this.evaluate(expr.of, scope, frame, out);
      case "yield": {
        const value = expr.of ? this.evaluate(expr.of, scope, frame, out) : UNKNOWN;
        out?.yields.push(expr.from && value.kind === "many" ? value.element : value);
        return UNKNOWN;
      }
      case "walrus": {
        const value = this.evaluate(expr.value, scope, frame, out);
        scope.set(expr.name, value);
        return value;
      }
      case "compare": {
        const items = expr.items.map((item) => this.evaluate(item, scope, frame, out));
        const [left, right] = expr.items;
        const isNone =
          expr.ops.length === 1 && right?.kind === "literal" && right.value === null && items[0]?.kind === "literal";
        if (isNone && left) {
          const same = items[0]?.kind === "literal" && items[0].value === null;
          return { kind: "literal", value: expr.ops[0] === "is" || expr.ops[0] === "==" ? same : !same };
        }
        return unknownIn(items.map(loopOf).find((loop) => loop !== undefined));
      }
      case "binary": {
        const left = this.evaluate(expr.left, scope, frame, out);
        const right = this.evaluate(expr.right, scope, frame, out);
        if (expr.op === "+" && (left.kind === "many" || right.kind === "many")) return joinValues([left, right]);
        return unknownIn(loopOf(left) ?? loopOf(right));
      }
      case "slice":
      case "parts": {
        const values = expr.kind === "slice" ? expr.parts : expr.items;
        return unknownIn(
          values.map((item) => loopOf(this.evaluate(item, scope, frame, out))).find((loop) => loop !== undefined),
        );
      }
    }
  }

  comprehension(expr: Expr & { kind: "comprehension" }, scope: Scope, frame: Frame, once: boolean): Value {
    const inner = new Scope(scope);
    const loops = this.loops.length;
    let element: Value = UNKNOWN;
    let keyed: Value = UNKNOWN;
    let whole: Value | undefined;
    for (const clause of expr.clauses) {
      const iterable = this.evaluate(clause.iterable, inner, frame);
      const loop: Loop = {
        start: expr.start,
        end: expr.end,
        frame,
        body: undefined,
        outer: this.loops.at(-1),
        once: once && clause.conditions.length === 0,
      };
      whole ??= iterable;
      this.loops.push(loop);
      this.assign(clause.target, iterate(this, iterable, loop, frame), inner, frame);
      for (const condition of clause.conditions) this.evaluate(condition, inner, frame);
    }
    const [first, second] = expr.elements;
    if (first) element = this.evaluate(first, inner, frame);
    if (second) keyed = this.evaluate(second, inner, frame);
    this.loops.length = loops;
    if (expr.of === "dict") return { kind: "dict", key: element, value: keyed };
    return { kind: "many", element, rows: undefined, isFixed: false };
  }

  /** Reads an attribute of a value; of an entity this may be the read that costs a query. */
  attribute(of: Value, name: string, at: Span, frame: Frame): Value {
    switch (of.kind) {
      case "entity":
        return this.#entityAttribute(of, name, at, frame);
      case "class":
        return this.#classAttribute(of, name);
      case "module": {
        const meant = this.program.expression(of.path, { kind: "name", name, start: 0, end: 0 });
        return meant ? this.#meant(meant) : UNKNOWN;
      }
      case "external":
        return { kind: "external", name: `${of.name}.${name}` };
      case "instance": {
        const field = of.fields.get(name);
        if (field) return field;
        const member = this.program.member(of.class, name);
        if (member?.method) {
          const isProperty = member.method.decorators.some(
            (it) => it.kind === "name" && /^(cached_)?property$/.test(it.name),
          );
          if (!isProperty)
            return { kind: "function", function: member.method, path: member.owner.path, self: of, scope: undefined };
          return this.inline(member.method, member.owner.path, [], of, undefined, { frame, call: at });
        }
        if (member?.attribute?.value)
          return this.evaluate(member.attribute.value, new Scope(), {
            path: member.owner.path,
            function: undefined,
            caller: undefined,
            depth: MAX_DEPTH,
          });
        return member?.attribute ? this.annotated(member.attribute.annotation, member.owner.path) : UNKNOWN;
      }
      case "tuple": {
        const found = of.items.find((item) => item.kind === "entity" && item.entity.name === name);
        return found ?? unknownIn(loopOf(of));
      }
      case "unknown":
        return of;
      default:
        return unknownIn(loopOf(of));
    }
  }

  #entityAttribute(of: EntityValue, name: string, at: Span, frame: Frame): Value {
    const relationship = of.entity.relationships.get(name);
    if (relationship) return this.read(of, relationship, at, frame);
    // Async's `await patient.awaitable_attrs.visits` reads `visits` all the same.
    if (name === "awaitable_attrs") return of;
    const proxy = of.entity.proxies.get(name);
    if (proxy) {
      const through = of.entity.relationships.get(proxy.relationship);
      if (through) this.read(of, through, at, frame);
      return UNKNOWN;
    }
    const property = of.entity.properties.get(name);
    if (property) return this.inline(property.code, property.path, [], of, undefined, { frame, call: at });
    const method = this.program.member(of.entity.class, name);
    if (method?.method)
      return { kind: "function", function: method.method, path: method.owner.path, self: of, scope: undefined };
    return unknownIn(of.loop);
  }

  /** Follows a relationship of an entity, and reports the read where it costs a query for each row. */
  read(from: EntityValue, relationship: Relationship, at: Span, frame: Frame): Value {
    // What a loop's variable holds after the loop, or what a function returned out of one, is a single row.
    const of = from.loop && !this.loops.includes(from.loop) ? { ...from, loop: undefined } : from;
    const target = this.registry.target(relationship, of.entity);
    const cost = readCost(of, relationship);
    const isWhole = !relationship.collection && target !== undefined && this.wholeTables.has(target.name);
    if (cost === "query" && !isWhole) {
      this.events.lazyRead(of, relationship, at, frame);
      if (of.loop) of.rows.touched.add(pathOf(of, relationship));
    }
    if (!target || cost === "never") return UNKNOWN;
    const path = [...of.path, relationship.name];
    const one: EntityValue = {
      kind: "entity",
      entity: target,
      rows: of.rows,
      path,
      arrivedBy: { owner: of.entity, name: relationship.name },
      loop: isShared(of, relationship) ? undefined : of.loop,
    };
    return relationship.collection ? { kind: "many", element: one, rows: undefined, isFixed: false } : one;
  }

  #classAttribute(of: Value & { kind: "class" }, name: string): Value {
    const { entity } = of;
    if (entity) {
      if (entity.relationships.has(name)) return { kind: "path", entity, names: [name] };
      if (entity.columns.has(name)) return { kind: "column", entity, name };
      if (name === "query") return { kind: "external", name: "flask_sqlalchemy.query" };
    }
    const member = this.program.member(of.class, name);
    if (member?.method)
      return {
        kind: "function",
        function: member.method,
        path: member.owner.path,
        self: isClassMethod(member.method) ? of : undefined,
        scope: undefined,
      };
    if (member?.attribute?.value)
      return this.evaluate(member.attribute.value, new Scope(), {
        path: member.owner.path,
        function: undefined,
        caller: undefined,
        depth: MAX_DEPTH,
      });
    return UNKNOWN;
  }

  #global(name: string, path: string): Value {
    const meant = this.program.name(path, name);
    if (!meant) return { kind: "external", name: `builtins.${name}` };
    return this.#meant(meant);
  }

  #meant(meant: Meant): Value {
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
          ? this.evaluate(meant.value.value, new Scope(), {
              path: meant.path,
              function: undefined,
              caller: undefined,
              depth: MAX_DEPTH,
            })
          : this.annotated(meant.value.annotation, meant.path);
        this.#moduleValues.set(key, value);
        return value;
      }
    }
  }
}

interface Outcome {
  readonly results: Value[];
  readonly yields: Value[];
}

function isClassMethod(code: FunctionCode): boolean {
  return code.decorators.some((it) => it.kind === "name" && it.name === "classmethod");
}

/** What `with … as x` binds: the thing itself, as sessions and results give. */
function entered(value: Value): Value {
  return value.kind === "instance" || value.kind === "external" || value.kind === "result" || value.kind === "many"
    ? value
    : unknownIn(loopOf(value));
}

function subscript(
  evaluator: Evaluator,
  of: Value,
  expr: Expr & { kind: "subscript" },
  index: readonly Value[],
  frame: Frame,
): Value {
  const isSlice = expr.index.some((item) => item.kind === "slice");
  switch (of.kind) {
    case "many":
      return isSlice ? { ...of, rows: undefined } : of.element;
    case "tuple": {
      const [at] = index;
      return at?.kind === "literal" && typeof at.value === "number"
        ? (of.items.at(at.value) ?? UNKNOWN)
        : unknownIn(loopOf(of));
    }
    case "dict":
      return of.value;
    case "query":
      return isSlice ? materialise(evaluator, of.query, expr, frame) : UNKNOWN;
    case "class":
      return of;
    default:
      return unknownIn(loopOf(of) ?? index.map(loopOf).find((loop) => loop !== undefined));
  }
}
