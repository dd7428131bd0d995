// Whether reading a relationship costs a query: the query's loader options first, then what the model says.

import type { Entity, Relationship } from "../orm/entity.ts";
import type { EntityValue, Load, Query } from "./values.ts";

/** "there": loaded with the rows; "query": each read is a query; "never": it raises, or gives nothing; "unsure": cannot be known. */
export type Cost = "there" | "query" | "never" | "unsure";

export function readCost(of: EntityValue, relationship: Relationship, commits: number): Cost {
  const { query } = of.rows;
  if (of.rows.touched.has(pathOf(of, relationship, commits))) return "there";
  const cost = loadingCost(of, relationship);
  return cost === "there" && isExpired(of, commits) && !isShared(of, relationship) && !query.uncertain ? "query" : cost;
}

/** There was a commit since the rows came, so that whatever is read of them is fetched again. */
export function isExpired(of: EntityValue, commits: number): boolean {
  // What was deleted has left the session, and keeps what it had.
  const isGone = of.path.length === 0 && of.rows.touched.has(DELETED);
  return of.rows.commits < commits && !isGone;
}

/** Stands among the paths that were read for rows that were deleted one by one. */
export const DELETED = "(deleted)";

function loadingCost(of: EntityValue, relationship: Relationship): Cost {
  const { query } = of.rows;
  const load = findLoad(query, rootOf(of), [...of.path, relationship.name]);
  if (load?.isMaybe) return "unsure";
  if (load) {
    switch (load.how) {
      case "joined":
      case "subquery":
      case "selectin":
        return query.eagerIsOff ? "query" : "there";
      case "contains":
      case "immediate":
        return "there";
      case "noload":
      case "raise":
        return "never";
      case "lazy":
        return query.uncertain ? "unsure" : "query";
      case "default":
        break;
    }
  }
  switch (relationship.lazy) {
    case "joined":
    case "subquery":
    case "selectin":
      if (!query.eagerIsOff) return "there";
      break;
    case "immediate":
      return "there";
    case "noload":
    case "raise":
      return "never";
    case "select":
    case "dynamic":
    case "write_only":
      break;
  }
  if (query.uncertain) return "unsure";
  return isShared(of, relationship) ? "there" : "query";
}

/** What a read is remembered by: the way to it, since the last commit. */
export function pathOf(of: EntityValue, relationship: Relationship, commits: number): string {
  return [commits, rootOf(of)?.name ?? "", ...of.path, relationship.name].join(".");
}

/** The entity that the query asked for, from which the path to this one starts. */
function rootOf(of: EntityValue): Entity | undefined {
  if (of.path.length === 0) return of.entity;
  const found = of.rows.query.items.find(
    (item) => item.kind === "class" && item.entity?.relationships.has(of.path[0] ?? ""),
  );
  return found?.kind === "class" ? found.entity : undefined;
}

/** The last option that speaks of a path; `*` speaks of everything below it, and `defaultload` leaves it as it was. */
function findLoad(query: Query, root: Entity | undefined, path: readonly string[]): Load | undefined {
  return query.loads.findLast((load) => {
    if (load.how === "default") return false;
    if (load.root && root && load.root !== root && !isKin(load.root, root)) return false;
    if (load.path.at(-1) === "*") {
      const fixed = load.path.slice(0, -1);
      return (
        (load.root === undefined || fixed.length + 1 === path.length) && fixed.every((name, at) => name === path[at])
      );
    }
    return load.path.length === path.length && load.path.every((name, at) => name === path[at]);
  });
}

/** One inherits from the other, so that an attribute of one may be named through the other. */
function isKin(a: Entity, b: Entity): boolean {
  return a.table !== undefined && a.table === b.table;
}

/** Every row leads to the same object, which the session has in hand: a many-to-one costs nothing, and what is read of it is read once. */
export function isShared(of: EntityValue, relationship: Relationship): boolean {
  if (relationship.collection) return false;
  if (of.path.length === 0 && of.rows.query.pinned.includes(relationship.name)) return true;
  const { arrivedBy } = of;
  if (!arrivedBy || relationship.targetName !== arrivedBy.owner.name) return false;
  const back = arrivedBy.owner.relationships.get(arrivedBy.name);
  return back?.reverse === relationship.name || (back !== undefined && relationship.reverse === back.name);
}
