// What a phrase is made of, once its notation is read.

import type { KeySet } from "./keys.ts";

export type Item =
  | { readonly kind: "word"; readonly stem: string }
  | { readonly kind: "sign"; readonly text: string }
  | {
      readonly kind: "choice";
      readonly options: readonly Sequence[];
      readonly isOptional: boolean;
      /** A token without any of these keys begins none of the options; undefined where that cannot be told. */
      readonly heads: KeySet | undefined;
      /** By the key of a first token, the options that it can begin; undefined where that cannot be told. */
      readonly byHead: ReadonlyMap<number, readonly Sequence[]> | undefined;
    }
  | { readonly kind: "gap" }
  | {
      readonly kind: "code";
      readonly pattern: RegExp;
      readonly bare: RegExp;
      readonly literal: string | undefined;
      readonly isCall: boolean;
      readonly edges: readonly number[];
      /** Where neither end is fixed: what such code holds somewhere, in small letters. */
      readonly within: string | undefined;
    }
  | { readonly kind: "number"; readonly unit: string | undefined; readonly value?: number }
  | { readonly kind: "capture"; readonly name: string };

export type Sequence = readonly Item[];
