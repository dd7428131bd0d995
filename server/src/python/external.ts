// What a file knows of names that it imports from other files, and what it tells the others of its own.

import type { TypeFinder } from "./types.ts";
import { coroutineType, valueType, type ValueType } from "./value-type.ts";

export interface ExternalFact {
  readonly kind: "class" | "function" | "value" | "alias";
  /** What the function gives when called, the value's type, or what the alias stands for; of a class its own name. */
  readonly type?: ValueType | undefined;
  /** Of a function under `Depends` or `with`: what it yields, else what it returns. */
  readonly provides?: ValueType | undefined;
  /** Of a class. */
  readonly bases?: readonly string[];
}

/** Answers for a dotted name such as "app.models.User" or "app.models.User.save"; undefined where it knows nothing. */
export type External = (dotted: string) => ExternalFact | undefined;

/** A file that can tell what its names are. */
export interface Told {
  /** What stands behind a module-level name or "Class.member"; own classes are named by the module's name. */
  fact(name: string, module: string): ExternalFact | undefined;
}

/**
 * Answers from the other files of a workspace, given the file of a module's dotted name.
 * "app.models.User.save" is looked for as app.models.User.save, app.models.User, app.models, app, in this order.
 */
export function externalFrom(moduleNamed: (module: string) => Told | undefined): External {
  const asked = new Map<string, ExternalFact | undefined>();
  return (dotted) => {
    if (asked.has(dotted)) return asked.get(dotted);
    // Files that import each other in a circle find nothing the second time round.
    asked.set(dotted, undefined);
    const names = dotted.split(".");
    let fact: ExternalFact | undefined;
    for (let cut = names.length - 1; cut > 0; cut--) {
      const module = names.slice(0, cut).join(".");
      const file = moduleNamed(module);
      if (!file) continue;
      fact = file.fact(names.slice(cut).join("."), module);
      break;
    }
    asked.set(dotted, fact);
    return fact;
  };
}

/** What a file's names are to other files: its ".User" is "app.models.User" there. */
export function factOf(types: TypeFinder, name: string, module: string): ExternalFact | undefined {
  const outward = (type: ValueType | undefined): ValueType | undefined =>
    type && valueType(type.name.startsWith(".") ? module + type.name : type.name, ...type.args.map(outward));
  const own = types.findClass(`.${name}`);
  if (own) {
    const bases = types.basesOf(`.${name}`).map((base) => (base.startsWith(".") ? module + base : base));
    return { kind: "class", type: valueType(`${module}.${name}`), bases };
  }
  const definition = types.findFunction(`.${name}`);
  if (definition) {
    if (types.isProperty(definition)) return { kind: "value", type: outward(types.providedBy(definition)) };
    return { kind: "function", type: outward(types.resultOf(definition)), provides: outward(types.providedBy(definition)) };
  }
  if (name.includes(".")) {
    const type = types.memberValue(`.${name}`);
    return type && { kind: "value", type: outward(type) };
  }
  const imported = types.importedAs(name);
  if (imported !== undefined) return types.externalFact(imported);
  const value = types.moduleValue(name);
  if (value && value.name !== coroutineType) return { kind: "value", type: outward(value) };
  const meaning = types.aliasOf(name);
  if (meaning?.kind === "alias") return { kind: "alias", type: outward(meaning.type) };
  return meaning && { kind: "class", type: valueType(`${module}.${name}`) };
}
