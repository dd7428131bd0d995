// What a file knows of names that it imports from other files, and what it tells the others of its own.

import { isContextManager, isProperty } from "./definitions.ts";
import type { TypeFinder } from "./types.ts";
import { type ValueType, valueType } from "./value-type.ts";

/** Plain data, so that it can be kept and compared. */
export type ExternalFact =
  | { readonly kind: "class"; readonly bases: readonly string[] }
  /** `type` is what a call gives; `provides` what `Depends` and `with` get of it: what it yields, else what it returns. */
  | { readonly kind: "function"; readonly type: ValueType | undefined; readonly provides: ValueType | undefined }
  | { readonly kind: "value"; readonly type: ValueType | undefined }
  | { readonly kind: "alias"; readonly type: ValueType | undefined };

/** Answers for a dotted name such as "app.models.User" or "app.models.User.save"; undefined where it knows nothing. */
export type External = (dotted: string) => ExternalFact | undefined;

/** What a file tells of one of its names; a name that it only imports is told by the dotted name of where it comes from. */
export type OwnFact = ExternalFact | { readonly kind: "import"; readonly from: string };

/** What a file's module-level name or "Class.member" is, own classes as ".User". */
export function ownFact(types: TypeFinder, name: string): OwnFact | undefined {
  const { definitions } = types;
  const dotted = `.${name}`;
  if (definitions.findClass(dotted)) return { kind: "class", bases: definitions.basesOf(dotted) };
  const definition = definitions.findFunction(dotted);
  if (definition) {
    const provides = types.providedBy(definition);
    if (isProperty(definition)) return { kind: "value", type: provides };
    if (!isContextManager(definition)) return { kind: "function", type: types.resultOf(definition), provides };
    return { kind: "function", type: valueType("contextlib.AbstractContextManager", provides), provides };
  }
  const cut = name.lastIndexOf(".");
  if (cut > 0) {
    const isField = definitions.findClass(dotted.slice(0, cut + 1))?.fields.has(name.slice(cut + 1));
    return isField
      ? { kind: "value", type: types.attributeOf(valueType(dotted.slice(0, cut + 1)), name.slice(cut + 1)) }
      : undefined;
  }
  const binding = types.scopes.module.bindings.get(name);
  if (!binding) return undefined;
  const resolved = types.resolver.binding(binding);
  if (resolved !== undefined && !resolved.startsWith(".")) return { kind: "import", from: resolved };
  const type = types.valueOf(dotted);
  if (type) return { kind: "value", type };
  const meaning = types.names.ownMeaning(name);
  if (meaning?.kind === "alias") return { kind: "alias", type: meaning.type };
  return meaning ? { kind: "class", bases: [] } : { kind: "value", type: undefined };
}

/** Where facts come from: files by module names as one file sees them, and what these tell. */
export interface FactSource {
  moduleFile(module: string, from: string): string | undefined;
  /** The fact of a file's name; the source may ask `externalFor` that file in turn, and keep the answer. */
  fact(path: string, name: string): OwnFact | undefined;
}

const longestChain = 10;

/** Links the facts of a workspace's files. */
export class Links {
  readonly #source: FactSource;
  readonly #open = new Set<string>();

  constructor(source: FactSource) {
    this.#source = source;
  }

  /** What the other files tell the file at this path. */
  externalFor(path: string): External {
    return (dotted) => this.#find(dotted, path, 0);
  }

  /** "app.models.User.save" is looked for in the file of app.models.User, of app.models, then of app. */
  #find(dotted: string, from: string, step: number): ExternalFact | undefined {
    const names = dotted.split(".");
    for (let cut = names.length - 1; cut > 0; cut--) {
      const module = names.slice(0, cut).join(".");
      const path = this.#source.moduleFile(module, from);
      if (path !== undefined)
        return path === from ? undefined : this.#told(path, module, names.slice(cut).join("."), step);
    }
    return undefined;
  }

  #told(path: string, module: string, name: string, step: number): ExternalFact | undefined {
    const key = `${path}\0${name}`;
    // Files that import each other in a circle find nothing the second time round.
    if (this.#open.has(key) || step > longestChain) return undefined;
    this.#open.add(key);
    try {
      const fact = this.#source.fact(path, name) ?? this.#throughImport(path, name);
      return fact?.kind === "import" ? this.#find(fact.from, path, step + 1) : fact && seenFrom(module, fact);
    } finally {
      this.#open.delete(key);
    }
  }

  /** "User.save" of a file that only imports User. */
  #throughImport(path: string, name: string): OwnFact | undefined {
    const cut = name.indexOf(".");
    const head = cut < 0 ? undefined : this.#source.fact(path, name.slice(0, cut));
    return head?.kind === "import" ? { kind: "import", from: head.from + name.slice(cut) } : undefined;
  }
}

/** A file's ".User" is "app.models.User" to the others. */
function seenFrom(module: string, fact: ExternalFact): ExternalFact {
  const outward = (name: string) => (name.startsWith(".") ? module + name : name);
  const outwardType = (type: ValueType | undefined): ValueType | undefined =>
    type && valueType(outward(type.name), ...type.args.map(outwardType));
  if (fact.kind === "class") return { kind: "class", bases: fact.bases.map(outward) };
  if (fact.kind !== "function") return { kind: fact.kind, type: outwardType(fact.type) };
  return { kind: "function", type: outwardType(fact.type), provides: outwardType(fact.provides) };
}
