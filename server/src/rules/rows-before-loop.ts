// Asks for the rows of all rounds with one query before a loop, and looks them up in a dictionary within it.

import type { Column, Entity } from "../models/orm/entity.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingLoop, indentOf, lineEnd } from "../python/surroundings.ts";
import type { Span } from "../text/span.ts";
import { toCasing } from "./casing.ts";
import { insertImport } from "./insert-import.ts";
import {
  changesRows,
  isChosen,
  isOfRound,
  keysOf,
  needsRound,
  type Round,
  roundOf,
  statementBefore,
} from "./loop-rounds.ts";
import { askedByHelper } from "./one-row-helper.ts";
import { type Asked, askedFor, wholeOf } from "./one-row-query.ts";
import { projectLineLength } from "./project-line-length.ts";
import type { Fix } from "./rule.ts";
import { spread } from "./spread-code.ts";

/** Undefined where it is not one row by a key of its own, or where the loop may need what a round has changed. */
export function rowsBeforeLoop(file: PythonFile, place: Span, entity: Entity, workspace: Workspace): Fix | undefined {
  const call = file.nodes("call").find(({ start, end }) => start === place.start && end === place.end);
  const helped = call && askedByHelper(file, call);
  const whole = helped?.whole ?? (call && wholeOf(call));
  const asked = helped?.asked ?? (whole && askedFor(whole));
  const loop = call && enclosingLoop(call);
  const round = loop && roundOf(loop);
  if (!whole || !asked || !loop || !round || changesRows(loop, asked.session)) return undefined;
  const statement = statementBefore(file, loop);
  const wanted = keyOf(asked, round, entity);
  if (!statement || !wanted || needsRound(file, whole, loop, round)) return undefined;
  const { key, column, others } = wanted;
  if (key !== round.target && isChosen(whole, loop)) return undefined;
  // A missing row was an exception of the library's own, which somebody catches.
  if (asked.isStrict && /\bNoResultFound\b/.test(file.text)) return undefined;
  const name = `${toCasing(entity.name, "snake_case")}_by_${column}`;
  if (file.scopes.lookUp(name, file.scopes.scopeOf(statement)) !== undefined) return undefined;
  const isOld = asked.isOld || (asked.wait === "" && !/\bselect\(/.test(file.text) && file.text.includes(".query("));
  const select = isOld ? undefined : insertImport(file, "sqlalchemy", "select", workspace);
  const conditions = [...others, `${asked.entity}.${column}.in_(${keysOf(round, key)})`].join(", ");
  const query = select
    ? `${asked.wait}${asked.session}.${asked.runs}(${select.name}(${asked.entity}).where(${conditions}))`
    : `${asked.session}.query(${asked.entity}).filter(${conditions})`;
  const layout = {
    indent: indentOf(file, statement),
    limit: projectLineLength(workspace, file.path),
    end: lineEnd(file),
  };
  const element = `row.${column}: row`;
  const line = spread({ open: `${name} = {`, element, clauses: [`for row in ${query}`], close: "}" }, layout);
  const made = `${line}${layout.end}${layout.indent}`;
  return {
    title: `Ask for all \`${entity.name}\` rows before the loop; look how many there can be, and whether \`${round.values}\` can be gone through twice`,
    safe: false,
    edits: [
      ...(select?.edits ?? []),
      { span: { start: statement.start, end: statement.start }, text: made },
      {
        span: { start: whole.start, end: whole.end },
        text: (asked.isStrict ? `${name}[${key}]` : `${name}.get(${key})`) + (helped?.rest ?? ""),
      },
    ],
  };
}

/** The key that each round asks for, and the column that it is compared with, which no two rows share. */
function keyOf(
  { entity: written, conditions, primary }: Asked,
  round: Round,
  entity: Entity,
): { readonly key: string; readonly column: string; readonly others: readonly string[] } | undefined {
  const own = [...entity.columns.values()].filter(({ primaryKey }) => primaryKey);
  if (primary !== undefined) {
    const [column] = own;
    const isKey = own.length === 1 && /^[\w.]+$/.test(primary) && isOfRound(round, primary);
    return column && isKey ? { key: primary, column: column.name, others: [] } : undefined;
  }
  const keyed = conditions.filter((one) => isOfRound(round, one));
  const found = /^([\w.]+)\.(\w+)\s*==\s*([\w.]+)$/.exec(keyed[0] ?? "");
  const [, of, name = "", key = ""] = found ?? [];
  const column = entity.columns.get(name);
  if (keyed.length !== 1 || of !== written || column === undefined || !isOfRound(round, key)) return undefined;
  if (!isSingle(column, own)) return undefined;
  return { key, column: name, others: conditions.filter((one) => one !== keyed[0]) };
}

function isSingle(column: Column, primary: readonly Column[]): boolean {
  return column.unique || (column.primaryKey && primary.length === 1);
}
