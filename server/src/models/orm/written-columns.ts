// The columns of models by where they are written, and by what uses them: a file asks after its own and sees no others.

import type { Remember } from "../program.ts";
import { sameItems } from "../same-data.ts";
import type { ColumnUse } from "./column-uses.ts";
import type { Column, Entity } from "./entity.ts";

export interface WrittenColumn {
  /** Of the entities that have a mixin's column, each in turn. */
  readonly entity: Entity;
  readonly column: Column;
}

const only = "";

export class WrittenColumns {
  readonly #in: (path: string) => readonly WrittenColumn[];
  readonly #uses: (key: string) => readonly ColumnUse[];

  constructor(entities: () => readonly Entity[], uses: () => readonly ColumnUse[], remember: Remember) {
    const byFile = remember("columnsByFile", () =>
      grouped(
        entities().flatMap((entity) => [...entity.columns.values()].map((column) => ({ entity, column }))),
        ({ column }) => column.path,
      ),
    );
    this.#in = remember(
      "columnsIn",
      (path) => byFile(only).get(path) ?? [],
      (a, b) => sameItems(a, b, (one, other) => one.entity === other.entity && one.column === other.column),
    );
    const byColumn = remember("usesByColumn", () => grouped(uses(), keyOfUse));
    this.#uses = remember("usesOfColumn", (key) => byColumn(only).get(key) ?? [], sameItems);
  }

  /** In the order of the entities. */
  in(path: string): readonly WrittenColumn[] {
    return this.#in(path);
  }

  /** Where the workspace filters, joins or orders by a column. */
  usesOf(column: Column): readonly ColumnUse[] {
    return this.#uses(keyOf(column));
  }
}

function keyOf({ path, span, name }: Column): string {
  return `${path}\0${span.start}\0${name}`;
}

function keyOfUse({ entity, column: name }: ColumnUse): string {
  const column = entity.columns.get(name);
  return column ? keyOf({ ...column, name }) : "";
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
