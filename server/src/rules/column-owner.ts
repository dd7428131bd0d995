// The name of the class in which a column is written: the entity itself, or a base or mixin of it.

import type { Column, Entity } from "../models/orm/entity.ts";
import type { Program } from "../models/program.ts";

export function columnOwner(program: Program, entity: Entity, column: Column): string {
  const line = [entity.class, ...program.ancestors(entity.class)];
  const own = line.find(
    ({ path, code }) => path === column.path && code.start <= column.span.start && column.span.end <= code.end,
  );
  return own?.code.name ?? entity.name;
}
