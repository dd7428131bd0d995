// Gathers the words of some code and of everything in the workspace that it uses: names, texts, numbers.

import type { ClassCode, Expr, FunctionCode, Stmt } from "../code/syntax.ts";
import type { Program } from "../program.ts";

/** Code and the file that it stands in. */
export interface CodePart {
  readonly path: string;
  readonly code: Expr | FunctionCode | ClassCode | readonly Stmt[];
}

const MAX_DEPTH = 4;
/** What such a class names are fields, not steps of the work. */
const DATA = /^(pydantic|pydantic_settings|sqlalchemy|sqlmodel|enum|dataclasses)\b/;

/** Docstrings and comments are no code, so what they promise does not count. */
export function reachedWords(program: Program, part: CodePart, depth = MAX_DEPTH): readonly string[] {
  const words: string[] = [];
  gather(program, part, { words, seen: new Set() }, MAX_DEPTH - depth);
  return words;
}

/** Every piece of the workspace that some code uses, itself included. */
export function reachedCode(program: Program, part: CodePart): readonly CodePart[] {
  const parts: CodePart[] = [];
  gather(program, part, { words: [], seen: new Set(), parts }, 0);
  return parts;
}

interface Gathering {
  readonly words: string[];
  readonly seen: Set<unknown>;
  readonly parts?: CodePart[];
}

function gather(program: Program, { path, code }: CodePart, gathering: Gathering, depth: number): void {
  if (gathering.seen.has(code) || depth > MAX_DEPTH) return;
  gathering.seen.add(code);
  gathering.parts?.push({ path, code });
  visit(code);

  function visit(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    const node = value as Record<string, unknown>;
    if (node["kind"] === "expression" && (node["value"] as Expr).kind === "literal") return;
    // What is compared with was made elsewhere: `response.status_code == 429` answers nothing.
    if (node["kind"] === "compare") {
      visit((node["items"] as readonly Expr[]).filter(({ kind }) => kind !== "literal" && kind !== "attribute"));
      return;
    }
    if (typeof node["name"] === "string" && node["name"] !== "") gathering.words.push(node["name"]);
    const said = node["value"];
    const isPlain = typeof said === "string" || typeof said === "number" || typeof said === "boolean";
    if (node["kind"] === "literal" && isPlain) gathering.words.push(String(said));
    if (node["kind"] === "name" || node["kind"] === "attribute") follow(node as unknown as Expr);
    for (const child of Object.values(node)) visit(child);
  }

  function follow(expr: Expr): void {
    const meant = program.expression(path, expr);
    if (meant?.kind === "external") gathering.words.push(meant.name);
    if (meant?.kind === "class" && !program.externalBases(meant.class).some((base) => DATA.test(base))) {
      for (const base of [meant.class, ...program.ancestors(meant.class)])
        gather(program, { path: base.path, code: base.code }, gathering, depth + 1);
    }
    if (meant?.kind === "function") gather(program, { path: meant.path, code: meant.function }, gathering, depth + 1);
    if (meant?.kind === "value" && meant.value.value)
      gather(program, { path: meant.path, code: meant.value.value }, gathering, depth + 1);
  }
}
