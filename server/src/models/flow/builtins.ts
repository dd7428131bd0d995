// The built-ins and itertools that walk over many values, or hand them on.

import type { Argument } from "../code/syntax.ts";
import { apply, argumentsOf, type Call } from "./calls.ts";
import { dictOf } from "./containers.ts";
import type { Evaluator } from "./evaluator.ts";
import { joinValues } from "./joins.ts";
import { elementOf, iterate, materialise } from "./rows.ts";
import { type Frame, loopOf, type Many, type Scope, UNKNOWN, unknownIn, type Value } from "./values.ts";

const SAME =
  /^builtins\.(list|tuple|set|frozenset|reversed|iter|sorted)$|^itertools\.(islice|chain|cycle|takewhile|dropwhile|filterfalse)$|^collections\.deque$|^itertools\.chain\.from_iterable$/;
const KEYED = /^builtins\.(sorted|min|max)$|^heapq\.(nlargest|nsmallest)$|^itertools\.groupby$/;
const CONSUMING = /^builtins\.(sum|any|all|len|str|dict|min|max)$|^statistics\.\w+$/;

export function callBuiltin(
  evaluator: Evaluator,
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value | undefined {
  if (name === "builtins.next") {
    const [first] = call.args;
    if (first?.value.kind === "comprehension") {
      const made = evaluator.comprehension(first.value, scope, frame, true);
      return made.kind === "many" ? made.element : UNKNOWN;
    }
  }
  if (name === "builtins.range") {
    const bounds = argumentsOf(evaluator, call, scope, frame);
    // Literal bounds make a few tries, and a step makes batches; anything else counts through something.
    const isFixed = bounds.length > 2 || bounds.every(({ value }) => value.kind === "literal");
    return { kind: "many", element: UNKNOWN, rows: undefined, isFixed };
  }
  if (name === "builtins.getattr") {
    const [of, attribute] = argumentsOf(evaluator, call, scope, frame).map((one) => one.value);
    if (of && attribute?.kind === "literal") return evaluator.attribute(of, String(attribute.value), call, frame);
    return unknownIn(of && loopOf(of));
  }
  if (name === "builtins.dict" && call.args.every((argument) => argument.name !== "")) {
    const given = argumentsOf(evaluator, call, scope, frame);
    return dictOf(
      given.map(({ argument, value }): [Value, Value] => [{ kind: "literal", value: argument?.name ?? "" }, value]),
    );
  }
  if (name === "collections.defaultdict" || name === "collections.OrderedDict") {
    const [factory] = argumentsOf(evaluator, call, scope, frame).map((one) => one.value);
    return { kind: "dict", key: UNKNOWN, value: factory ? madeBy(evaluator, factory, call, frame) : UNKNOWN };
  }
  if (name === "operator.attrgetter") {
    const names = call.args.map((argument) => (argument.value.kind === "literal" ? String(argument.value.value) : ""));
    return { kind: "attrgetter", names };
  }
  if (!isKnown(name)) return undefined;
  const given = argumentsOf(evaluator, call, scope, frame);
  const values = given.map((one) => one.value);
  if (
    name === "builtins.map" ||
    name === "builtins.filter" ||
    /^itertools\.(takewhile|dropwhile|filterfalse|starmap)$/.test(name)
  ) {
    const [fn = UNKNOWN, over = UNKNOWN] = values;
    const many = asMany(evaluator, over, call, frame);
    let result: Value = UNKNOWN;
    evaluator.loop(call, undefined, false, frame, (loop) => {
      result = apply(evaluator, fn, [iterate(evaluator, many ?? over, loop, frame)], call, frame);
    });
    return name === "builtins.map"
      ? { kind: "many", element: result, rows: undefined, isFixed: false }
      : (many ?? UNKNOWN);
  }
  const key =
    given.find((one) => one.argument?.name === "key")?.value ?? (name === "itertools.groupby" ? values[1] : undefined);
  const over =
    values.find((_, at) => isPositional(given[at]?.argument) && !(name.startsWith("heapq.") && at === 0)) ?? UNKNOWN;
  const many =
    name === "itertools.chain" ? chained(evaluator, values, call, frame) : asMany(evaluator, over, call, frame);
  let keyed: Value = UNKNOWN;
  if (key && KEYED.test(name)) {
    evaluator.loop(call, undefined, false, frame, (loop) => {
      keyed = apply(evaluator, key, [iterate(evaluator, many ?? over, loop, frame)], call, frame);
    });
  }
  if (name === "itertools.groupby") {
    return {
      kind: "many",
      element: { kind: "tuple", items: [keyed, many ?? UNKNOWN] },
      rows: undefined,
      isFixed: false,
    };
  }
  if (name === "builtins.enumerate") {
    return many
      ? {
          kind: "many",
          element: { kind: "tuple", items: [UNKNOWN, many.element] },
          rows: undefined,
          isFixed: many.isFixed,
        }
      : unknownIn(loopOf(over));
  }
  if (name === "builtins.zip") {
    const all = values.map((value) => asMany(evaluator, value, call, frame)?.element ?? UNKNOWN);
    return { kind: "many", element: { kind: "tuple", items: all }, rows: undefined, isFixed: false };
  }
  if (name === "builtins.next") return many?.element ?? UNKNOWN;
  if ((name === "builtins.min" || name === "builtins.max") && values.length === 1 && many) return many.element;
  if (CONSUMING.test(name) && !SAME.test(name)) return unknownIn(values.map(loopOf).find((loop) => loop !== undefined));
  return many ?? unknownIn(loopOf(over));
}

/** Elements of one or the other; where too little is known of them together, those of the first. */
function chained(evaluator: Evaluator, values: readonly Value[], call: Call, frame: Frame): Many | undefined {
  const all = values.flatMap((value) => asMany(evaluator, value, call, frame) ?? []);
  const joined = all.length > 0 ? joinValues(all) : undefined;
  return joined?.kind === "many" && joined.element.kind !== "unknown" ? joined : all[0];
}

function isKnown(name: string): boolean {
  return (
    SAME.test(name) ||
    KEYED.test(name) ||
    CONSUMING.test(name) ||
    /^builtins\.(map|filter|enumerate|zip|next)$|^itertools\.starmap$/.test(name)
  );
}

function isPositional(argument: Argument | undefined): boolean {
  return (argument?.name ?? "") === "";
}

function asMany(evaluator: Evaluator, value: Value, call: Call, frame: Frame): Many | undefined {
  if (value.kind === "many") return value;
  if (value.kind === "query") return materialise(evaluator, value.query, call, frame);
  if (value.kind === "result") {
    const element = elementOf(value.rows, !value.scalars);
    return { kind: "many", element, rows: value.rows, isFixed: false };
  }
  if (value.kind === "dict") return { kind: "many", element: value.key, rows: undefined, isFixed: false };
  return undefined;
}

/** What a factory gives: an empty list of `list` and of `lambda: []`, a dictionary of `lambda: defaultdict(list)`. */
function madeBy(evaluator: Evaluator, factory: Value, call: Call, frame: Frame): Value {
  if (factory.kind === "external" && /^builtins\.(list|set)$/.test(factory.name))
    return { kind: "many", element: UNKNOWN, rows: undefined, isFixed: true };
  if (factory.kind === "external" && factory.name === "builtins.dict")
    return { kind: "dict", key: UNKNOWN, value: UNKNOWN };
  return factory.kind === "lambda" ? apply(evaluator, factory, [], call, frame) : UNKNOWN;
}
