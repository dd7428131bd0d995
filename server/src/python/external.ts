// What a file knows of names that it imports from other files, and what it tells the others of its own.

import type { ValueType } from "./value-type.ts";

export interface ExternalFact {
  readonly kind: "class" | "function" | "value" | "alias";
  /** What the function gives when called, the value's type, or what the alias stands for. */
  readonly type?: ValueType | undefined;
  /** Of a function under `Depends` or `with`: what it yields, else what it returns. */
  readonly provides?: ValueType | undefined;
  /** Of a class. */
  readonly bases?: readonly string[];
}

/** Answers for a dotted name such as "app.models.User" or "app.models.User.save"; undefined where it knows nothing. */
export type External = (dotted: string) => ExternalFact | undefined;
