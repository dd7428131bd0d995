// Python lowered to what an analysis across files needs: small plain data, a pure function of one file's text.

import type { Span } from "../../text/span.ts";

export interface Param {
  readonly name: string;
  readonly annotation: Expr | undefined;
  readonly fallback: Expr | undefined;
  /** "*" and "**" gather what is left; "/" and bare "*" are dropped. */
  readonly star: "" | "*" | "**";
  readonly keywordOnly: boolean;
}

export interface Argument {
  readonly value: Expr;
  /** The keyword, "" for a positional argument. */
  readonly name: string;
  readonly star: "" | "*" | "**";
}

export interface Clause {
  readonly target: Expr;
  readonly iterable: Expr;
  readonly conditions: readonly Expr[];
}

export type Expr = Span &
  (
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "attribute"; readonly of: Expr; readonly name: string }
    | { readonly kind: "call"; readonly callee: Expr; readonly args: readonly Argument[] }
    | { readonly kind: "literal"; readonly value: string | number | boolean | null }
    | { readonly kind: "sequence"; readonly of: "list" | "tuple" | "set"; readonly items: readonly Expr[] }
    | {
        readonly kind: "dict";
        readonly keys: readonly Expr[];
        readonly values: readonly Expr[];
        /** `{**others}`: it has more than these. */
        readonly isOpen?: true;
      }
    | { readonly kind: "subscript"; readonly of: Expr; readonly index: readonly Expr[] }
    | { readonly kind: "slice"; readonly parts: readonly Expr[] }
    | { readonly kind: "lambda"; readonly params: readonly Param[]; readonly body: Expr }
    | {
        readonly kind: "comprehension";
        readonly of: "list" | "set" | "dict" | "generator";
        /** One, or key and value of a dict. */
        readonly elements: readonly Expr[];
        readonly clauses: readonly Clause[];
      }
    | { readonly kind: "conditional"; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
    | { readonly kind: "boolean"; readonly op: "and" | "or"; readonly left: Expr; readonly right: Expr }
    | { readonly kind: "not"; readonly of: Expr }
    | { readonly kind: "await"; readonly of: Expr }
    | { readonly kind: "yield"; readonly of: Expr | undefined; readonly from: boolean }
    | { readonly kind: "starred"; readonly of: Expr }
    | { readonly kind: "walrus"; readonly name: string; readonly value: Expr }
    | { readonly kind: "compare"; readonly ops: readonly string[]; readonly items: readonly Expr[] }
    | { readonly kind: "binary"; readonly op: string; readonly left: Expr; readonly right: Expr }
    /** Anything whose value does not matter but whose parts are evaluated, such as an f-string. */
    | {
        readonly kind: "parts";
        readonly items: readonly Expr[];
        /** An f-string or strings side by side: the items make up the text. */
        readonly isText?: true;
      }
  );

export interface Handler extends Span {
  readonly type: Expr | undefined;
  readonly name: string;
  readonly body: readonly Stmt[];
}

export type Stmt = Span &
  (
    | {
        readonly kind: "assign";
        readonly target: Expr;
        readonly value: Expr | undefined;
        readonly annotation: Expr | undefined;
      }
    | { readonly kind: "augment"; readonly target: Expr; readonly value: Expr }
    | { readonly kind: "expression"; readonly value: Expr }
    | {
        readonly kind: "for";
        readonly target: Expr;
        readonly iterable: Expr;
        readonly body: readonly Stmt[];
        readonly otherwise: readonly Stmt[];
      }
    | {
        readonly kind: "while";
        readonly test: Expr;
        readonly body: readonly Stmt[];
        readonly otherwise: readonly Stmt[];
      }
    | { readonly kind: "if"; readonly test: Expr; readonly then: readonly Stmt[]; readonly otherwise: readonly Stmt[] }
    | {
        readonly kind: "with";
        readonly items: readonly { readonly value: Expr; readonly target: Expr | undefined }[];
        readonly body: readonly Stmt[];
      }
    | {
        readonly kind: "try";
        readonly body: readonly Stmt[];
        readonly handlers: readonly Handler[];
        readonly otherwise: readonly Stmt[];
        readonly last: readonly Stmt[];
      }
    | { readonly kind: "match"; readonly subject: Expr; readonly cases: readonly (readonly Stmt[])[] }
    | { readonly kind: "return"; readonly value: Expr | undefined }
    | { readonly kind: "raise"; readonly value: Expr | undefined }
    | { readonly kind: "delete"; readonly targets: readonly Expr[] }
    | { readonly kind: "leave"; readonly how: "break" | "continue" | "pass" }
    | { readonly kind: "function"; readonly function: FunctionCode }
    | { readonly kind: "class"; readonly class: ClassCode }
  );

export interface FunctionCode extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly params: readonly Param[];
  readonly returns: Expr | undefined;
  readonly decorators: readonly Expr[];
  readonly body: readonly Stmt[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
}

export interface ClassCode extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly bases: readonly Expr[];
  readonly keywords: readonly Argument[];
  readonly decorators: readonly Expr[];
  readonly body: readonly Stmt[];
}

export interface ModuleCode {
  /** Local name → dotted name, relative imports with their leading dots. */
  readonly imports: ReadonlyMap<string, string>;
  /** Modules whose names all come in. */
  readonly stars: readonly string[];
  readonly body: readonly Stmt[];
}
