// What the parts that find types share: each asks the others through it.

import type { Definitions } from "./definitions.ts";
import type { External } from "./external.ts";
import type { NamedTypes } from "./named-types.ts";
import type { Resolver } from "./resolve.ts";
import type { Scopes } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";
import type { ValueType } from "./value-type.ts";

export interface Typing {
  readonly scopes: Scopes;
  readonly resolver: Resolver;
  readonly external: External;
  readonly definitions: Definitions;
  readonly names: NamedTypes;
  typeOf(node: SyntaxNode): ValueType | undefined;
  /** What calling a function of this file gives: by its annotation, else by what it returns or yields. */
  resultOf(definition: SyntaxNode): ValueType | undefined;
  /** What a function gives to `Depends` or `with`: what it yields, else what it returns, awaited. */
  providedBy(definition: SyntaxNode): ValueType | undefined;
  /** The type of a dotted name's value: of this file, another one, or a library. */
  valueOf(name: string): ValueType | undefined;
}
