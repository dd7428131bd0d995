// Flask-SQLAlchemy's `db` as a value: SQLAlchemy's own names through it, and the queries that it runs itself.

import { argumentsOf, type Call } from "./calls.ts";
import type { Evaluator } from "./evaluator.ts";
import { startQuery } from "./queries.ts";
import { materialise, single } from "./rows.ts";
import { type Frame, type Scope, UNKNOWN, type Value } from "./values.ts";

const DB = "flask_sqlalchemy.SQLAlchemy()";
const OF_ORM =
  /^(joinedload|selectinload|subqueryload|contains_eager|defaultload|immediateload|lazyload|noload|raiseload|load_only|defer|aliased|Load)$/;

/** What `db.name` stands for. */
export function flaskAttribute(of: string, name: string): Value {
  // What the code has put on the request's `g` may be a session.
  if (/^(flask|quart)(\.\w+)*\.g$/.test(of)) return UNKNOWN;
  if (of !== DB) return { kind: "external", name: `${of}.${name}` };
  if (/^(session|engine|metadata)$/.test(name)) return UNKNOWN;
  if (/^(paginate|get_or_404|first_or_404|one_or_404)$/.test(name)) return { kind: "external", name: `${DB}.${name}` };
  return { kind: "external", name: OF_ORM.test(name) ? `sqlalchemy.orm.${name}` : `sqlalchemy.${name}` };
}

/** `SQLAlchemy()`, and what `db` runs; undefined for anything else. */
export function callFlask(
  evaluator: Evaluator,
  name: string,
  call: Call,
  scope: Scope,
  frame: Frame,
): Value | undefined {
  if (/^flask_sqlalchemy(\.\w+)*\.SQLAlchemy$/.test(name)) return { kind: "external", name: DB };
  if (!name.startsWith(`${DB}.`) && !/^fastapi_pagination\.ext\.\w+\.(paginate|apaginate)$/.test(name))
    return undefined;
  const given = argumentsOf(evaluator, call, scope, frame).map((one) => one.value);
  if (name.endsWith(".get_or_404")) {
    const [of] = given;
    if (of?.kind !== "class" || !of.entity) return UNKNOWN;
    return single(evaluator, { ...startQuery("legacy", [of], call, frame), isFiltered: true }, call, frame);
  }
  const asked = given.find((value) => value.kind === "query");
  if (!asked) return UNKNOWN;
  const { query } = asked;
  if (!name.endsWith("paginate")) return single(evaluator, { ...query, isFiltered: true }, call, frame);
  const page = materialise(evaluator, { ...query, hasLimit: true }, call, frame);
  const [item] = page.element.kind === "tuple" && page.element.items.length === 1 ? page.element.items : [page.element];
  return { kind: "record", fields: new Map([["items", { ...page, element: item ?? UNKNOWN }]]) };
}
