// Which columns a file filters, joins or orders by, and where.

import type { Expr, ModuleCode } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Program } from "../program.ts";
import type { Column, Entity, Registry } from "./entity.ts";
import { LocalNames } from "./local-names.ts";

export interface ColumnUse {
  readonly entity: Entity;
  readonly column: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** What it is compared to is a member of an enumeration: it holds few values. */
  readonly isFew: boolean;
  /** What it is compared to is a text that stands there: one of a few words. */
  readonly isWord: boolean;
  /** An index serves the query by its other columns. */
  readonly isServed: boolean;
  /** The rows are sorted by it. */
  readonly isOrder: boolean;
}

const USING = new Set(["filter", "where", "order_by", "join", "outerjoin", "join_from", "outerjoin_from", "having"]);

/** One use for each column and call, however often the call names it. */
export function columnUses(program: Program, registry: Registry, path: string, code: ModuleCode): readonly ColumnUse[] {
  const uses: ColumnUse[] = [];
  /** The columns by which a chain of calls chooses; its calls all begin where the chain begins. */
  const chosenBy = new Map<number, Set<string>>();
  /** What a chain asks for one row of, in whichever of its calls. */
  const singleIn = new Map<number, Set<Entity>>();
  /** The entities of which a chain looks at the few rows that an indexed column of theirs has under one key. */
  const narrowedBy = new Map<number, Set<Entity>>();
  const locals = new LocalNames(code);
  for (const call of walkCode(code.body)) {
    if (call.kind !== "call" || call.callee.kind !== "attribute" || isAggregate(program, path, call.callee.of))
      continue;
    const found = new Map<string, ColumnUse>();
    const narrowed = narrowedBy.get(call.start) ?? new Set();
    narrowedBy.set(call.start, narrowed);
    const add = (entity: Entity | undefined, column: string, isFew = false, isWord = false): void => {
      if (entity?.columns.has(column))
        found.set(keyOf(entity, column), {
          isFew: isFew || found.get(keyOf(entity, column))?.isFew === true,
          isWord: isWord && found.get(keyOf(entity, column))?.isWord !== false,
          entity,
          column,
          path,
          start: call.start,
          end: call.end,
          isServed: false,
          isOrder: call.callee.kind === "attribute" && call.callee.name === "order_by",
        });
    };
    if (call.callee.name === "filter_by") {
      const entity = queriedEntity(program, registry, path, call.callee.of);
      for (const { name, value } of call.args) {
        add(entity, name, false, isText(value));
        if (entity && isNarrowing(entity, name)) narrowed.add(entity);
      }
    } else if (USING.has(call.callee.name)) {
      const conditions = call.args.flatMap(({ value }) => conditionsOf(value, locals));
      const single = conditions.map((condition) => oneRowOf(program, registry, path, condition, locals));
      if (/^(filter|where)$/.test(call.callee.name)) {
        const ofChain = singleIn.get(call.start) ?? new Set();
        for (const entity of single) if (entity) ofChain.add(entity);
        singleIn.set(call.start, ofChain);
      }
      for (const condition of conditions) {
        if (call.callee.name !== "order_by" && condition.kind === "compare" && condition.ops.join() === "==") {
          for (const part of condition.items) {
            const entity = part.kind === "attribute" ? entityOf(program, registry, path, part.of, locals) : undefined;
            if (entity && part.kind === "attribute" && isNarrowing(entity, part.name)) narrowed.add(entity);
          }
        }
        for (const part of comparedParts(condition)) {
          if (part.kind !== "attribute") continue;
          const entity = entityOf(program, registry, path, part.of, locals);
          if (entity === undefined || !single.includes(entity))
            add(
              entity,
              part.name,
              isOfEnum(program, path, condition, locals) || isOfOwnType(entity?.columns.get(part.name), condition),
              isOfWords(condition),
            );
        }
      }
    }
    uses.push(...found.values());
    const chosen = chosenBy.get(call.start) ?? new Set();
    if (call.callee.name !== "order_by") for (const column of found.keys()) chosen.add(column);
    chosenBy.set(call.start, chosen);
  }
  return uses
    .filter((use) => !singleIn.get(use.start)?.has(use.entity))
    .map((use) => ({
      ...use,
      isServed:
        isServedBeside(use, chosenBy.get(use.start) ?? new Set()) ||
        (!use.isOrder && narrowedBy.get(use.start)?.has(use.entity) === true),
    }));
}

/** `Seat.hall_id == key` leaves few rows to look through, where an index leads to them. */
function isNarrowing(entity: Entity, name: string): boolean {
  const column = entity.columns.get(name);
  if (!column || column.types.some((type) => /^(Boolean|bool|\w*Enum|ENUM)$/.test(type))) return false;
  return column.indexed || column.unique || entity.indexes.some(([lead]) => lead === name);
}

/** Of an index on hall and row, `hall == 1, row == 2` needs no other one on the row. */
function isServedBeside({ entity, column }: ColumnUse, chosen: ReadonlySet<string>): boolean {
  return entity.indexes.some((columns) => {
    const at = columns.indexOf(column);
    return at > 0 && columns.slice(0, at).every((before) => chosen.has(keyOf(entity, before)));
  });
}

function keyOf(entity: Entity, column: string): string {
  return `${entity.path}:${entity.name}.${column}`;
}

/** `func.count().filter(…)` looks at rows that are there already. */
function isAggregate(program: Program, path: string, of: Expr): boolean {
  if (of.kind !== "call") return false;
  const meant = program.expression(path, of.callee);
  return meant?.kind === "external" && /^sqlalchemy\b.*\.func\.\w+$/.test(meant.name);
}

/** `Visit.state == State.OVER`, `Visit.state == state.value` of a parameter `state: State` */
function isOfEnum(program: Program, path: string, condition: Expr, locals: LocalNames): boolean {
  return (
    condition.kind === "compare" &&
    condition.items.some((item) => {
      const member = item.kind === "attribute" && item.name === "value" ? item.of : item;
      const type =
        member.kind === "attribute" ? member.of : member.kind === "name" ? locals.annotation(member) : undefined;
      const owner = type && program.expression(path, type);
      return owner?.kind === "class" && program.externalBases(owner.class).some((base) => /^enum\./.test(base));
    })
  );
}

/** `Visit.state == states.State.OVER`, where the column says that it holds a `State`, wherever that is defined. */
function isOfOwnType(column: Column | undefined, condition: Expr): boolean {
  return (
    condition.kind === "compare" &&
    condition.items.some((item) => {
      const owner = item.kind === "attribute" ? item.of : undefined;
      const name = owner?.kind === "attribute" || owner?.kind === "name" ? owner.name : "";
      return /^[A-Z]/.test(name) && column?.types.includes(name) === true;
    })
  );
}

/** `Visit.state == "over"`, `Visit.state.in_(["over", "lost"])` */
function isOfWords(condition: Expr): boolean {
  if (condition.kind === "compare") return condition.ops[0] === "==" && condition.items.some(isText);
  if (condition.kind !== "call" || condition.callee.kind !== "attribute" || condition.callee.name !== "in_")
    return false;
  const given = condition.args[0]?.value;
  return given?.kind === "sequence" && given.items.length > 0 && given.items.every(isText);
}

/** A text that stands there, or the name of a class. */
function isText(expr: Expr): boolean {
  if (expr.kind === "attribute" && expr.name === "__name__") return true;
  return expr.kind === "literal" && typeof expr.value === "string";
}

/** The conditions themselves, also where they were gathered under a name before: `conditions.append(…)`, `where(*conditions)`. */
function conditionsOf(value: Expr, locals: LocalNames): readonly Expr[] {
  const plain = value.kind === "starred" ? value.of : value;
  return plain.kind === "name" ? locals.gathered(plain) : [plain];
}

/** The entity of `Visit.id == key`: the other conditions beside it choose among one row, or those of a few keys. */
function oneRowOf(
  program: Program,
  registry: Registry,
  path: string,
  condition: Expr,
  locals: LocalNames,
): Entity | undefined {
  const listed =
    condition.kind === "call" && condition.callee.kind === "attribute" && condition.callee.name === "in_"
      ? [condition.callee.of]
      : [];
  // `Visit.id.in_(keys)`: as many rows as keys.
  const parts = condition.kind === "compare" && condition.ops.join() === "==" ? condition.items : listed;
  for (const part of parts) {
    const entity = part.kind === "attribute" ? entityOf(program, registry, path, part.of, locals) : undefined;
    const column = part.kind === "attribute" ? entity?.columns.get(part.name) : undefined;
    if (column?.primaryKey && [...(entity?.columns.values() ?? [])].filter(({ primaryKey }) => primaryKey).length === 1)
      return entity;
    if (column?.unique) return entity;
  }
  return undefined;
}

/** The entity that a class or an alias of one stands for: `Visit`, `visit = aliased(Visit)`. */
function entityOf(
  program: Program,
  registry: Registry,
  path: string,
  expr: Expr,
  locals: LocalNames,
): Entity | undefined {
  const meant = program.expression(path, expr);
  if (meant?.kind === "class") return registry.ofClass(meant.class);
  if (meant !== undefined || expr.kind !== "name") return undefined;
  const [value, ...others] = locals.values(expr);
  if (value?.kind !== "call" || others.length > 0) return undefined;
  const made = program.expression(path, value.callee);
  const first = value.args[0]?.value;
  if (made?.kind !== "external" || !/^sqlalchemy\.orm(\.\w+)*\.aliased$/.test(made.name) || !first) return undefined;
  const aliased = program.expression(path, first);
  return aliased?.kind === "class" ? registry.ofClass(aliased.class) : undefined;
}

/** The entity of `db.query(Contact)…`, `Contact.query…` or `select(Contact)…` at the bottom of a chain of calls. */
function queriedEntity(program: Program, registry: Registry, path: string, chain: Expr): Entity | undefined {
  let current: Expr = chain;
  while (current.kind === "call" || current.kind === "await") {
    if (current.kind === "await") {
      current = current.of;
      continue;
    }
    const name =
      current.callee.kind === "attribute"
        ? current.callee.name
        : current.callee.kind === "name"
          ? current.callee.name
          : "";
    const first = current.args[0]?.value;
    if (/^(query|select)$/.test(name) && first) {
      const meant = program.expression(path, first.kind === "attribute" && first.of.kind === "name" ? first : first);
      if (meant?.kind === "class") return registry.ofClass(meant.class);
      const owner = first.kind === "attribute" ? program.expression(path, first.of) : undefined;
      return owner?.kind === "class" ? registry.ofClass(owner.class) : undefined;
    }
    if (current.callee.kind !== "attribute") return undefined;
    current = current.callee.of;
  }
  // Flask-SQLAlchemy's `Contact.query`.
  if (current.kind !== "attribute" || current.name !== "query") return undefined;
  const owner = program.expression(path, current.of);
  return owner?.kind === "class" ? registry.ofClass(owner.class) : undefined;
}

/** The parts of a condition that an index could serve: not what stands inside a function or another query, nor "all but". */
function* comparedParts(expr: Expr): Iterable<Expr> {
  switch (expr.kind) {
    case "attribute":
      yield expr;
      return;
    case "compare":
      // Whether a value is there at all tells few rows from the others, if any.
      if (expr.ops.includes("!=") || expr.items.some(isConstantOfFew)) return;
      for (const item of expr.items) yield* comparedParts(item);
      return;
    case "binary":
      // No index serves what is computed from a column.
      if (!/^[&|]$/.test(expr.op)) return;
      yield* comparedParts(expr.left);
      yield* comparedParts(expr.right);
      return;
    case "sequence":
      for (const item of expr.items) yield* comparedParts(item);
      return;
    case "call":
      if (expr.callee.kind === "name" && /^(or_|and_|not_|desc|asc|nullsfirst|nullslast|col)$/.test(expr.callee.name)) {
        for (const argument of expr.args) yield* comparedParts(argument.value);
      } else if (expr.callee.kind === "attribute") {
        const { name, of } = expr.callee;
        if (/^(or_|and_|not_|desc|asc)$/.test(name) && expr.args.length > 0)
          for (const argument of expr.args) yield* comparedParts(argument.value);
        else if (/^(in_|between|desc|asc|nulls_first|nulls_last|nullsfirst|nullslast|startswith|op)$/.test(name))
          yield* comparedParts(of);
        else if (name === "like" && hasFixedStart(expr.args[0]?.value)) yield* comparedParts(of);
      }
      return;
    default:
      // `~` and brackets arrive as parts.
      if (expr.kind === "parts") for (const item of expr.items) yield* comparedParts(item);
  }
}

/** `None`, `True` and `False` */
function isConstantOfFew(expr: Expr): boolean {
  return expr.kind === "literal" && (expr.value === null || typeof expr.value === "boolean");
}

/** `like("A%")`: an index serves a pattern whose beginning is known. */
function hasFixedStart(pattern: Expr | undefined): boolean {
  const first = pattern?.kind === "parts" && pattern.isText ? pattern.items[0] : pattern;
  return first?.kind === "literal" ? !/^[%_]/.test(String(first.value)) : first !== undefined && first !== pattern;
}
