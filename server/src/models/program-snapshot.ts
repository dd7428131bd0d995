// The program as it is while one thing is worked out of it, in which nothing changes: what was asked once is not asked again.
//
// The program itself must note every question of every computation, so that each is done again when its answer changes. A run
// of a file's functions puts the same few questions a hundred thousand times.

import type { Entity, Registry, Relationship } from "./orm/entity.ts";
import { type ClassFacts, type Meant, type Member, type ModuleFacts, Program } from "./program.ts";

export class ProgramSnapshot extends Program {
  readonly #of: Program;
  readonly #modules = new Map<string, ModuleFacts | undefined>();
  readonly #names = new Map<string, Map<string, Meant | undefined>>();
  readonly #ancestors = new Map<ClassFacts, readonly ClassFacts[]>();
  readonly #members = new Map<ClassFacts, Map<string, Member | undefined>>();

  constructor(of: Program) {
    super(of.files);
    this.#of = of;
  }

  override module(path: string): ModuleFacts | undefined {
    return remembered(this.#modules, path, () => this.#of.module(path));
  }

  override name(path: string, name: string): Meant | undefined {
    return remembered(within(this.#names, path), name, () => this.#of.name(path, name));
  }

  override ancestors(from: ClassFacts): readonly ClassFacts[] {
    return remembered(this.#ancestors, from, () => super.ancestors(from));
  }

  override member(of: ClassFacts, name: string): Member | undefined {
    return remembered(within(this.#members, of), name, () => super.member(of, name));
  }
}

/** The models likewise. */
export class RegistrySnapshot implements Registry {
  readonly #of: Registry;
  readonly #ofClass = new Map<ClassFacts, Entity | undefined>();
  readonly #targets = new Map<Entity, Map<Relationship, Entity | undefined>>();

  constructor(of: Registry) {
    this.#of = of;
  }

  get entities(): readonly Entity[] {
    return this.#of.entities;
  }

  ofClass(facts: ClassFacts): Entity | undefined {
    return remembered(this.#ofClass, facts, () => this.#of.ofClass(facts));
  }

  ofTable(table: string): Entity | undefined {
    return this.#of.ofTable(table);
  }

  allNamed(name: string): readonly Entity[] {
    return this.#of.allNamed(name);
  }

  ofName(name: string, from?: Entity): Entity | undefined {
    return this.#of.ofName(name, from);
  }

  target(relationship: Relationship, of: Entity): Entity | undefined {
    return remembered(within(this.#targets, of), relationship, () => this.#of.target(relationship, of));
  }
}

function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const value = known.get(key);
  if (value !== undefined || known.has(key)) return value as V;
  const found = find();
  known.set(key, found);
  return found;
}

function within<A, B, V>(known: Map<A, Map<B, V>>, key: A): Map<B, V> {
  const inner = known.get(key);
  if (inner) return inner;
  const made = new Map<B, V>();
  known.set(key, made);
  return made;
}
