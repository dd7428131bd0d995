// Reads annotations, written plainly or as strings, and says what type a value with that annotation has.

import { canonicalName, coroutineType, noneType, type ValueType } from "./value-type.ts";

/** An annotation as written: a dotted name with arguments, a union, or a literal. */
export type Annotation =
  | { readonly kind: "name"; readonly path: readonly string[]; readonly args: readonly Annotation[] }
  | { readonly kind: "union"; readonly members: readonly Annotation[] }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "other"; readonly text: string };

/** What a name in an annotation stands for. */
export type Meaning =
  | { readonly kind: "class"; readonly name: string }
  /** A type alias; its value is read in turn. */
  | { readonly kind: "alias"; readonly type: ValueType | undefined };

/** The annotation in a text; undefined where it is none. */
export function readAnnotation(text: string): Annotation | undefined {
  const reader = new AnnotationReader(text);
  const annotation = reader.union(0);
  return reader.isAtEnd ? annotation : undefined;
}

/** The type of a value with this annotation; `mean` says what its names stand for. */
export function typeOfAnnotation(
  annotation: Annotation | undefined,
  mean: (path: readonly string[]) => Meaning | undefined,
  depth = 0,
): ValueType | undefined {
  if (annotation === undefined || depth > 40) return undefined;
  const read = (inner: Annotation | undefined) => typeOfAnnotation(inner, mean, depth + 1);
  if (annotation.kind === "text") return read(readAnnotation(annotation.text));
  if (annotation.kind === "union") return unionOf(annotation.members.map(read));
  if (annotation.kind === "other") return undefined;
  const { path, args } = annotation;
  if (path.length === 1 && path[0] === "None") return { name: noneType, args: [] };
  const meaning = mean(path);
  if (meaning === undefined) return undefined;
  if (meaning.kind === "alias") return meaning.type;
  const name = canonicalName(meaning.name);
  if (transparent.has(name)) return read(args[0]);
  if (name === "typing.Union") return unionOf(args.map(read));
  if (name === "typing.Literal") return literalOf(args);
  if (opaque.has(name)) return undefined;
  if (name === "builtins.tuple" && args.at(-1)?.kind === "other") return { name, args: [read(args[0])] };
  if (name === coroutineType) return { name, args: [read(args[2])] };
  if (name === "collections.abc.Awaitable") return { name: coroutineType, args: [read(args[0])] };
  return { name, args: args.map(read) };
}

/** What `Annotated[Optional[X], …]` and its like say of X, seen from X's value. */
const transparent: ReadonlySet<string> = new Set([
  "typing.Optional",
  "typing.Annotated",
  "typing.Final",
  "typing.ClassVar",
  "typing.Required",
  "typing.NotRequired",
  "typing.ReadOnly",
  "dataclasses.InitVar",
  "sqlalchemy.orm.Mapped",
]);

const opaque: ReadonlySet<string> = new Set([
  "typing.Any",
  "typing.Callable",
  "collections.abc.Callable",
  "typing.TypeVar",
  "typing.Generic",
  "typing.NoReturn",
  "typing.Never",
  "typing.TypeAlias",
  "builtins.object",
  "builtins.type",
]);

function unionOf(types: readonly (ValueType | undefined)[]): ValueType | undefined {
  const [first, ...others] = types.filter((type) => type?.name !== noneType);
  if (types.length > 0 && first === undefined && others.length === 0) {
    return types.every((type) => type?.name === noneType) ? types[0] : undefined;
  }
  return first !== undefined && others.every((type) => type?.name === first.name) ? first : undefined;
}

function literalOf(args: readonly Annotation[]): ValueType | undefined {
  const isAll = (fits: (one: Annotation) => boolean) => args.length > 0 && args.every(fits);
  if (isAll((one) => one.kind === "text")) return { name: "builtins.str", args: [] };
  if (isAll((one) => one.kind === "other" && /^-?\d+$/.test(one.text))) return { name: "builtins.int", args: [] };
  return undefined;
}

const token =
  /\s+|\\\r?\n|#[^\n\r]*|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<text>[rRuUbB]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*'))|(?<other>\.\.\.|-?\d[\w.]*|[\s\S])/uy;

class AnnotationReader {
  readonly #tokens: { readonly kind: "name" | "text" | "other"; readonly text: string }[] = [];
  #at = 0;

  constructor(text: string) {
    token.lastIndex = 0;
    for (let match = token.exec(text); match; match = token.exec(text)) {
      const { name, text: quoted, other } = match.groups ?? {};
      if (name !== undefined) this.#tokens.push({ kind: "name", text: name });
      else if (quoted !== undefined) this.#tokens.push({ kind: "text", text: quoted });
      else if (other !== undefined) this.#tokens.push({ kind: "other", text: other });
    }
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  union(depth: number): Annotation | undefined {
    const members: Annotation[] = [];
    do {
      const member = this.#member(depth);
      if (member === undefined) return undefined;
      members.push(member);
    } while (this.#takes("|"));
    const [only] = members;
    return members.length === 1 ? only : { kind: "union", members };
  }

  #member(depth: number): Annotation | undefined {
    const next = this.#tokens[this.#at++];
    if (next === undefined || depth > 40) return undefined;
    if (next.kind === "text")
      return { kind: "text", text: next.text.replace(/^[a-zA-Z]*("""|'''|"|')/, "").replace(/("""|'''|"|')$/, "") };
    if (next.kind === "name") return this.#named(next.text, depth);
    if (next.text === "*") return this.#member(depth + 1);
    if (next.text === "(" || next.text === "[" || next.text === "{") {
      const inside = next.text === "(" ? this.#at : undefined;
      this.#skip(next.text);
      // Parentheses around one annotation change nothing.
      if (inside === undefined) return { kind: "other", text: next.text };
      const end = this.#at;
      this.#at = inside;
      const inner = this.union(depth + 1);
      if (inner !== undefined && this.#takes(")") && this.#at === end) return inner;
      this.#at = end;
      return { kind: "other", text: "(" };
    }
    return { kind: "other", text: next.text };
  }

  #named(first: string, depth: number): Annotation {
    const path = [first];
    while (this.#tokens[this.#at]?.text === "." && this.#tokens[this.#at + 1]?.kind === "name") {
      path.push(this.#tokens[this.#at + 1]?.text ?? "");
      this.#at += 2;
    }
    // A call, as in Annotated[Session, Depends(get_session)].
    if (this.#takes("(")) {
      this.#skip("(");
      return { kind: "other", text: path.join(".") };
    }
    const args: Annotation[] = [];
    if (this.#takes("[")) {
      while (!this.isAtEnd && !this.#takes("]")) {
        const start = this.#at;
        const arg = this.union(depth + 1);
        if (arg !== undefined) args.push(arg);
        // Whatever else stands in an argument (`Field(gt=0) & x`) is passed over to the next comma.
        while (!this.isAtEnd && !/^[,\]]$/.test(this.#tokens[this.#at]?.text ?? "")) {
          const skipped = this.#tokens[this.#at++]?.text ?? "";
          if (/^[([{]$/.test(skipped)) this.#skip(skipped);
        }
        this.#takes(",");
        if (this.#at === start) this.#at++;
      }
    }
    return { kind: "name", path, args };
  }

  #takes(text: string): boolean {
    if (this.#tokens[this.#at]?.text !== text) return false;
    this.#at++;
    return true;
  }

  /** Moves behind the bracket that closes the one just taken. */
  #skip(_open: string): void {
    let depth = 1;
    while (depth > 0 && !this.isAtEnd) {
      const { kind, text } = this.#tokens[this.#at++] ?? { kind: "other", text: "" };
      if (kind !== "other") continue;
      if (text === "(" || text === "[" || text === "{") depth++;
      else if (text === ")" || text === "]" || text === "}") depth--;
    }
  }
}
