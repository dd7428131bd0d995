// Hands a function the bearer token by FastAPI's own scheme, in the place of code that takes the Authorization header apart.

import type { Workspace } from "../models/workspace.ts";
import { methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, enclosingClass, namedChildren, statementOf, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addFirstItem, addItem, removeItem, replaced } from "./call-edits.ts";
import { insertBelowImports } from "./insert-below-imports.ts";
import { insertImport } from "./insert-import.ts";
import { insertImports } from "./insert-imports.ts";
import { moduleImportName } from "./module-import-name.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `read` is the call or parameter that brings the header, `name` what it is kept under. */
export function bearerTokenFix(
  file: PythonFile,
  around: SyntaxNode,
  { node: read, name }: { readonly node: SyntaxNode; readonly name: string | undefined },
  workspace: Workspace,
): Fix | undefined {
  const list = around.field("parameters");
  const isParameter = list !== undefined && list.start <= read.start && read.end <= list.end;
  if (!list || enclosingClass(around) || isCalled(file, around)) return undefined;
  const binding = name === undefined ? undefined : file.scopes.opened(around)?.bindings.get(name);
  if (name !== undefined && binding?.places.length !== 1) return undefined;
  const places = binding?.references ?? [read];
  const holder = isParameter || binding === undefined ? undefined : statementOf(read);
  if (holder && !/^\w+\s*=(?!=)/.test(holder.text)) return undefined;
  const uses = places.map((place) => useOf(file, place));
  const schemes = new Set(uses.flatMap((use) => (use?.kind === "parts" ? use.others : [])));
  const token = tokenName(file, around, uses, isParameter ? name : undefined);
  const edits: FixEdit[] = [];
  const gone = new Set<SyntaxNode>();
  for (const [at, use] of uses.entries()) {
    const place = places[at];
    const guard = place && guardOf(place, new Set([name ?? "", ...schemes]));
    if (guard) gone.add(guard);
    else if (use?.kind === "value") edits.push(replaced(use.node, token));
    else if (use?.kind === "parts" && use.target === token) gone.add(use.statement);
    else if (use?.kind === "parts") edits.push(replaced(use.statement, `${use.target} = ${token}`));
    else return undefined;
  }
  if (edits.length === 0 && !uses.some((use) => use?.kind === "parts")) return undefined;
  for (const scheme of schemes) {
    for (const reference of file.scopes.opened(around)?.bindings.get(scheme)?.references ?? []) {
      const guard = guardOf(reference, new Set([name ?? "", ...schemes]));
      if (guard === undefined) return undefined;
      gone.add(guard);
    }
  }
  if (holder) gone.add(holder);
  const removals = [...gone].map((one) => removeStatement(file, one));
  const body = statements(around.field("body"));
  if (removals.includes(undefined) || body.every((one) => gone.has(one))) return undefined;
  const scheme = schemeOf(file, workspace);
  const parameter = scheme && parameterEdits(file, around, list, { read, token, scheme: scheme.name, isParameter });
  if (!scheme || !parameter) return undefined;
  return {
    title: `Take the token from \`${scheme.name}\`; look at its \`tokenUrl\`, and at who may come without a token`,
    safe: false,
    edits: [...scheme.edits, ...parameter, ...removals.filter((one) => one !== undefined), ...edits],
  };
}

/** Whoever calls it has no token to give. */
function isCalled(file: PythonFile, definition: SyntaxNode): boolean {
  const references = file.scopes.bindingOf(definition.field("name") ?? definition)?.references ?? [];
  return references.some((one) => one.parent?.type === "call" && one.parent.field("function") === one);
}

type Use =
  /** An expression whose value is the token. */
  | { readonly kind: "value"; readonly node: SyntaxNode }
  /** `scheme, token = header.split()` */
  | {
      readonly kind: "parts";
      readonly statement: SyntaxNode;
      readonly target: string;
      readonly others: readonly string[];
    };

const bearer = /^["']bearer\s?["']$/i;

function useOf(file: PythonFile, place: SyntaxNode): Use | undefined {
  let at = place;
  // `(header or "")`
  while (at.parent?.type === "boolean_operator" || at.parent?.type === "parenthesized_expression") at = at.parent;
  const above = at.parent;
  if (above?.type === "subscript" && above.field("value") === at)
    return /^(7|len\(["']Bearer ["']\)):$/.test(above.field("subscript")?.text ?? "")
      ? { kind: "value", node: above }
      : undefined;
  const call = above?.type === "attribute" ? above.parent : above?.type === "argument_list" ? above.parent : undefined;
  if (call?.type !== "call") return undefined;
  const method = above?.type === "attribute" ? methodCall(call)?.method : undefined;
  const [first] = namedChildren(call.field("arguments") ?? call);
  if (/^(removeprefix|replace)$/.test(method ?? "") && bearer.test(first?.text ?? ""))
    return { kind: "value", node: call };
  const outer = call.parent;
  const parts =
    method === "partition" ? 3 : method === "split" || isSchemeParameters(file, call, above) ? 2 : undefined;
  if (parts === undefined) return undefined;
  if (outer?.type === "subscript" && outer.field("value") === call)
    return new RegExp(`^(${parts - 1}|-1)$`).test(outer.field("subscript")?.text ?? "")
      ? { kind: "value", node: outer }
      : undefined;
  const left = outer?.type === "assignment" && outer.field("right") === call ? outer.field("left") : undefined;
  const names = left?.type === "pattern_list" ? namedChildren(left).map(({ text }) => text) : [];
  const target = names.at(-1);
  if (outer?.parent?.type !== "expression_statement" || names.length !== parts || target === undefined)
    return undefined;
  return { kind: "parts", statement: outer.parent, target, others: names.slice(0, -1).filter((one) => one !== "_") };
}

function isSchemeParameters(file: PythonFile, call: SyntaxNode, above: SyntaxNode | undefined): boolean {
  return above?.type === "argument_list" && /(^|\.)get_authorization_scheme_param$/.test(calleeName(file, call));
}

/** `if not header or not header.startswith("Bearer "): raise …`: the scheme refuses by itself. */
function guardOf(place: SyntaxNode, names: ReadonlySet<string>): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = place;
  while (at && at.type !== "if_statement" && at.type !== "block") at = at.parent;
  const test = at?.type === "if_statement" ? at.field("condition") : undefined;
  const inside = statements(at?.field("consequence"));
  if (!at || !test || at.field("alternative") || inside.length !== 1 || inside[0]?.type !== "raise_statement")
    return undefined;
  const isOfIt = [...descendants(test)].every(
    (one) =>
      one.type !== "identifier" ||
      names.has(one.text) ||
      (one.parent?.type === "attribute" && one.parent.field("attribute") === one),
  );
  return isOfIt && test.start <= place.start && place.end <= test.end ? at : undefined;
}

function tokenName(
  file: PythonFile,
  around: SyntaxNode,
  uses: readonly (Use | undefined)[],
  own: string | undefined,
): string {
  const part = uses.find((use) => use?.kind === "parts");
  const bindings = file.scopes.opened(around)?.bindings;
  const wanted = part?.kind === "parts" ? part.target : "token";
  const places = bindings?.get(wanted)?.places ?? [];
  const isFree = places.length === 0 || wanted === own || (part !== undefined && places.length === 1);
  return isFree ? wanted : "bearer_token";
}

/** The one that the file or the project has, else a new one. */
function schemeOf(
  file: PythonFile,
  workspace: Workspace,
): { readonly name: string; readonly edits: readonly FixEdit[] } | undefined {
  const written = /^(\w+)(?:\s*:[^=\n]+)?\s*=\s*(?:\w+\.)*OAuth2PasswordBearer\(/m;
  const here = written.exec(file.text)?.[1];
  const depends = insertImport(file, "fastapi", "Depends", workspace);
  if (here !== undefined) return { name: here, edits: depends.edits };
  const homes = workspace.pythonFiles.filter((path) => written.test(workspace.text(path) ?? ""));
  const [home] = homes;
  if (home !== undefined) {
    const name = written.exec(workspace.text(home) ?? "")?.[1];
    const module = moduleImportName(file, home, workspace);
    if (name === undefined || module === undefined || homes.length > 1) return undefined;
    const made = insertImports(file, ["fastapi.Depends", `${module}.${name}`], workspace);
    return { name: made.names.get(`${module}.${name}`) ?? name, edits: made.edits };
  }
  const name = "oauth2_scheme";
  if (file.scopes.module.bindings.has(name)) return undefined;
  const made = insertImports(file, ["fastapi.Depends", "fastapi.security.OAuth2PasswordBearer"], workspace);
  const own = made.names.get("fastapi.security.OAuth2PasswordBearer");
  return { name, edits: insertBelowImports(file, `${name} = ${own}(tokenUrl="token")`, made.edits) };
}

function parameterEdits(
  file: PythonFile,
  around: SyntaxNode,
  list: SyntaxNode,
  {
    read,
    token,
    scheme,
    isParameter,
  }: { readonly read: SyntaxNode; readonly token: string; readonly scheme: string; readonly isParameter: boolean },
): readonly FixEdit[] | undefined {
  const parameters = parametersOf(around);
  if (parameters.some(({ kind }) => kind.startsWith("*"))) return undefined;
  const depends = insertImport(file, "fastapi", "Depends").name;
  const isAnnotated = insertImport(file, "typing", "Annotated").edits.length === 0;
  const text = isAnnotated
    ? `${token}: ${insertImport(file, "typing", "Annotated").name}[str, ${depends}(${scheme})]`
    : `${token}: str = ${depends}(${scheme})`;
  const owner = parameters.find(({ node, name }) =>
    isParameter ? node.start <= read.start && read.end <= node.end : isSoleUse(file, around, name, read),
  );
  const at = owner === undefined ? -1 : parameters.indexOf(owner);
  const fits = isAnnotated
    ? parameters.slice(0, Math.max(at, 0)).every((one) => one.default === undefined)
    : parameters.slice(at + 1).every((one) => one.default !== undefined);
  if (owner !== undefined && fits) return [replaced(owner.node, text)];
  const removal = owner && removeItem(file, list, owner.node);
  if (owner !== undefined && removal === undefined) return undefined;
  const added = isAnnotated ? addFirstItem(file, list, text) : addItem(file, list, text);
  return removal === undefined
    ? [added]
    : added.span.start >= removal.span.start && added.span.start <= removal.span.end
      ? undefined
      : [removal, added];
}

/** The request, where nothing else is read of it. */
function isSoleUse(file: PythonFile, around: SyntaxNode, name: string, read: SyntaxNode): boolean {
  const references = file.scopes.opened(around)?.bindings.get(name)?.references ?? [];
  const [only] = references;
  return references.length === 1 && only !== undefined && read.start <= only.start && only.end <= read.end;
}
