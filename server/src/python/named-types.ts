// What names and annotations mean as types: classes, aliases of them, and nothing where they are neither.

import { type Meaning, readAnnotation, typeOfAnnotation } from "./annotation.ts";
import type { External } from "./external.ts";
import { Remembered } from "./remembered.ts";
import type { Resolver } from "./resolve.ts";
import type { Scope, Scopes } from "./scopes.ts";
import { namedChildren } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";
import { canonicalName, type ValueType, valueType } from "./value-type.ts";

const longest = 2000;

export class NamedTypes {
  readonly #scopes: Scopes;
  readonly #resolver: Resolver;
  readonly #external: External;
  /** Aliases can be aliases of each other and of themselves; inside of its own meaning a name is unknown. */
  readonly #own = new Remembered<string, Meaning>();

  constructor(scopes: Scopes, resolver: Resolver, external: External) {
    this.#scopes = scopes;
    this.#resolver = resolver;
    this.#external = external;
  }

  /** The type of a value annotated with this node. */
  annotated(annotation: SyntaxNode): ValueType | undefined {
    return this.#annotation(annotation.text, this.#scopes.scopeOf(annotation));
  }

  /** The type of an instance of the class that an expression names. */
  instanceOf(node: SyntaxNode): ValueType | undefined {
    const name = this.#resolver.resolve(node);
    const meaning = name === undefined ? undefined : this.#meaning(canonicalName(name));
    return meaning?.kind === "class" ? valueType(meaning.name) : meaning?.type;
  }

  /** A module-level name as a type: the class of that name, or what it is an alias of. */
  ownMeaning(name: string): Meaning | undefined {
    return this.#own.get(name, () => this.#findOwn(name));
  }

  #findOwn(name: string): Meaning | undefined {
    const places = this.#scopes.module.bindings.get(name)?.places ?? [];
    const place = places.length === 1 ? places[0] : places.find(({ kind }) => kind === "class");
    if (place?.kind === "class") return { kind: "class", name: `.${name}` };
    if (place?.value === undefined || (place.kind !== "assignment" && place.kind !== "type")) return undefined;
    if (place.value.type !== "call") {
      return { kind: "alias", type: this.#annotation(place.value.text, this.#scopes.module) };
    }
    const maker = this.#resolver.resolve(place.value.field("function") ?? place.value);
    if (maker === "typing.NewType") {
      const [, of] = namedChildren(place.value.field("arguments") ?? place.value);
      return { kind: "alias", type: of && this.annotated(of) };
    }
    if (maker === undefined || /^typing(_extensions)?\.(TypeVar|ParamSpec|TypeVarTuple)$/.test(maker)) return undefined;
    return { kind: "class", name: `.${name}` };
  }

  #annotation(text: string, scope: Scope): ValueType | undefined {
    if (text.length > longest) return undefined;
    return typeOfAnnotation(readAnnotation(text), (path) => {
      const name = this.#resolver.name(path, scope);
      return name === undefined ? undefined : this.#meaning(canonicalName(name));
    });
  }

  #meaning(name: string): Meaning | undefined {
    if (!name.startsWith(".")) {
      const fact = this.#external(name);
      if (fact?.kind === "alias") return { kind: "alias", type: fact.type };
      return fact?.kind === "function" || fact?.kind === "value" ? undefined : { kind: "class", name };
    }
    return name.lastIndexOf(".") > 0 ? { kind: "class", name } : this.ownMeaning(name.slice(1));
  }
}
