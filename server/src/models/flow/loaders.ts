// Loader options: `joinedload(Loan.copy).joinedload(Copy.book)` as the paths that it loads.

import type { Entity } from "../orm/entity.ts";
import { argumentsOf, type Call, type Given } from "./calls.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Frame, Load, LoaderKind, Scope, Value } from "./values.ts";

const KINDS: Readonly<Record<string, LoaderKind>> = {
  joinedload: "joined",
  selectinload: "selectin",
  subqueryload: "subquery",
  contains_eager: "contains",
  immediateload: "immediate",
  defaultload: "default",
  lazyload: "lazy",
  noload: "noload",
  raiseload: "raise",
};
const COLUMN_OPTIONS =
  /^(load_only|defer|undefer|undefer_group|with_expression|with_loader_criteria|selectin_polymorphic)$/;

export function loaderCall(
  evaluator: Evaluator,
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value | undefined {
  const own = /^sqlalchemy\.orm(?:\.\w+)*\.(\w+)$/.exec(name)?.[1];
  if (own === undefined) return undefined;
  const kind = KINDS[own];
  const place = { path: frame.path, start: call.start, end: call.end };
  if (kind) {
    const given = positional(argumentsOf(evaluator, call, scope, frame));
    return extend([], undefined, kind, given, place);
  }
  if (own === "Load") {
    const [of] = argumentsOf(evaluator, call, scope, frame);
    const root = of?.value.kind === "class" ? of.value.entity : undefined;
    // A chain that has not begun: its root is all that is known.
    return { kind: "loads", loads: [{ root, path: [], how: "default", place }], certain: root !== undefined };
  }
  if (COLUMN_OPTIONS.test(own)) {
    argumentsOf(evaluator, call, scope, frame);
    return { kind: "loads", loads: [], certain: true };
  }
  return undefined;
}

export function loaderMethod(
  evaluator: Evaluator,
  of: Value & { kind: "loads" },
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value {
  const given = positional(argumentsOf(evaluator, call, scope, frame));
  const place = { path: frame.path, start: call.start, end: call.end };
  const kind = KINDS[name];
  const last = of.loads.at(-1);
  if (kind) return extend(of.loads, last, kind, given, place, of.certain);
  if (name === "options") {
    const inner = given.flatMap((value) => (value.kind === "loads" ? value.loads : []));
    const nested = inner.map(
      (load): Load => ({ ...load, root: last?.root, path: [...(last?.path ?? []), ...load.path], place }),
    );
    return {
      kind: "loads",
      loads: [...of.loads, ...nested],
      certain: of.certain && given.every((value) => value.kind === "loads"),
    };
  }
  return COLUMN_OPTIONS.test(name) || name === "execution_options" ? of : { ...of, certain: false };
}

/** `innerjoin=True` and its like say how, not what. */
function positional(given: readonly Given[]): Value[] {
  return given.filter(({ argument }) => (argument?.name ?? "") === "").map(({ value }) => value);
}

function extend(
  before: readonly Load[],
  last: Load | undefined,
  how: LoaderKind,
  given: readonly Value[],
  place: Load["place"],
  wasCertain = true,
): Value {
  const loads: Load[] = before.filter((load) => load.path.length > 0).map((load) => ({ ...load, place }));
  let root: Entity | undefined = last?.root;
  let path: readonly string[] = last?.path ?? [];
  let certain = wasCertain && given.length > 0;
  for (const value of given) {
    if (value.kind === "path") {
      // Behind a name as a text, the class is not the one that the chain starts from.
      if (path.length === 0) root ??= value.entity;
      path = [...path, ...value.names];
    } else if (value.kind === "literal" && typeof value.value === "string") {
      const names = value.value.split(".");
      // The old "lines.product": whoever writes it counts on both.
      for (let hop = 1; hop < names.length; hop++)
        loads.push({ root, path: [...path, ...names.slice(0, hop)], how, place, isMaybe: true });
      path = [...path, ...names];
    } else {
      certain = false;
      break;
    }
    loads.push({ root, path, how, place });
  }
  return { kind: "loads", loads, certain };
}
