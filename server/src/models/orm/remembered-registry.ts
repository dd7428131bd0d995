// The ORM models as the rest asks for them: one answer each, so that a changed model reaches only what has looked at it.
//
// Models are found all at once, since each may add to others; a model that comes out as it was keeps being the same object.

import type { ClassFacts, Program, Remember } from "../program.ts";
import { sameData, sameItems } from "../same-data.ts";
import type { Entity, Registry, Relationship } from "./entity.ts";
import { nearestOf } from "./registry.ts";

const only = "";

export class RememberedRegistry implements Registry {
  readonly #program: Program;
  readonly #entity: (key: string) => Entity | undefined;
  readonly #entities: (key: string) => readonly Entity[];
  readonly #ofTable: (table: string) => string | undefined;
  readonly #ofName: (name: string) => readonly string[];

  constructor(program: Program, found: () => Registry, remember: Remember) {
    this.#program = program;
    const byKey = remember("modelsByKey", () => new Map(found().entities.map((entity) => [keyOf(entity), entity])));
    this.#entity = remember("model", (key) => byKey(only).get(key), sameEntity);
    this.#entities = remember(
      "allModels",
      () => [...byKey(only).keys()].flatMap((key) => this.#entity(key) ?? []),
      sameItems,
    );
    this.#ofTable = remember("modelOfTable", (table) => {
      const entity = found().ofTable(table);
      return entity && keyOf(entity);
    });
    this.#ofName = remember("modelsOfName", (name) => found().allNamed(name).map(keyOf), sameItems);
  }

  get entities(): readonly Entity[] {
    return this.#entities(only);
  }

  ofClass(facts: ClassFacts): Entity | undefined {
    const entity = this.#entity(`${facts.path}\0${facts.code.name}`);
    return entity?.class === facts ? entity : undefined;
  }

  ofTable(table: string): Entity | undefined {
    const key = this.#ofTable(table);
    return key === undefined ? undefined : this.#entity(key);
  }

  allNamed(name: string): readonly Entity[] {
    return this.#ofName(name).flatMap((key) => this.#entity(key) ?? []);
  }

  ofName(name: string, from?: Entity): Entity | undefined {
    return nearestOf(this, this.#program, name, from);
  }

  target(relationship: Relationship, of: Entity): Entity | undefined {
    return this.ofName(relationship.targetName, of);
  }
}

function keyOf(entity: Entity): string {
  return `${entity.path}\0${entity.name}`;
}

/** Classes and functions are compared as objects, since that is how they are looked up. */
function sameEntity(a: Entity | undefined, b: Entity | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.class !== b.class || a.properties.size !== b.properties.size) return false;
  for (const [name, { code }] of a.properties) if (b.properties.get(name)?.code !== code) return false;
  return sameData({ ...a, class: undefined }, { ...b, class: undefined });
}
