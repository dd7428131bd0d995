// Takes a query out of a route into a function of the layer below, beside the route's own name, and calls that.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf, methodCall } from "../python/call.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { descendants, enclosingFunction, lineEnd, namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { toCasing } from "./casing.ts";
import { closesCircle } from "./move-import-up.ts";
import { importedInstead, importName, joinedCuts, neededImports, withCode } from "./moved-code.ts";
import type { Fix } from "./rule.ts";

/** `call` asks the session, `isHome` tells the files of the layer; undefined where the query needs what only the route has. */
export function moveQueryFix(
  file: PythonFile,
  call: SyntaxNode,
  isHome: (path: string) => boolean,
  workspace: Workspace,
): Fix | undefined {
  if (runsStatement(file, call)) return undefined;
  const whole = wholeQuery(call);
  const around = enclosingFunction(call);
  const to = targetOf(file, isHome, workspace);
  const module = to && importName(file, to, workspace);
  if (!around || to === undefined || module === undefined) return undefined;
  const given = givenOf(file, whole, around);
  const target = workspace.has(to) ? workspace.python(to) : undefined;
  if (given === undefined || (workspace.has(to) && target === undefined)) return undefined;
  if (target && closesCircle(file, module, workspace)) return undefined;
  const name = nameOf(around.field("name")?.text ?? "", whole);
  if (file.scopes.lookUp(name, file.scopes.scopeOf(call)) || target?.scopes.module.bindings.has(name)) return undefined;
  const annotations = given.flatMap(({ annotation }) => annotation ?? []);
  const needed = [whole, ...annotations].map((node) => neededImports(file, node));
  if (needed.includes(undefined)) return undefined;
  const all = [...new Map(needed.flatMap((one) => one ?? []).map((one) => [one.local, one])).values()];
  const wait = [...descendants(whole)].some(({ type }) => type === "await") || whole.type === "await" ? "await " : "";
  const end = lineEnd(file);
  const parameters = given.map((one) => (one.annotation ? `${one.name}: ${one.annotation.text}` : one.name)).join(", ");
  const source = file.source(whole);
  const value = source.includes("\n") && !source.startsWith("(") ? `(${source})` : source;
  const text = `${wait === "" ? "" : "async "}def ${name}(${parameters}):${end}    return ${value}`;
  const isInside = (node: SyntaxNode) => whole.start <= node.start && node.end <= whole.end;
  const queried = neededImports(file, whole) ?? [];
  const imports = importedInstead(file, queried, isInside, `${module}.${name}`, workspace);
  const ask = `${wait}${name}(${given.map((one) => one.name).join(", ")})`;
  const isOperand = /^(attribute|subscript|call)$/.test(whole.parent?.type ?? "") && wait !== "";
  return {
    title: `Move the query to \`${to}\` as \`${name}\`; look at its name and its types`,
    safe: false,
    edits: [
      ...withCode(target, { to, module, text, needed: all, end }, workspace),
      { span: { start: whole.start, end: whole.end }, text: isOperand ? `(${ask})` : ask },
      ...joinedCuts(imports.filter((one) => one.text === "")),
      ...imports.filter((one) => one.text !== ""),
    ],
  };
}

/** With the calls that follow on it: `(await db.scalars(…)).all()`. */
function wholeQuery(call: SyntaxNode): SyntaxNode {
  let at = call;
  for (;;) {
    const above = at.parent;
    const outer = above?.type === "attribute" && above.field("object") === at ? above.parent : undefined;
    if (outer?.type === "call" && outer.field("function") === above) at = outer;
    else if (above?.type === "await") at = above;
    else if (above?.type === "parenthesized_expression" && at.type === "await" && above.parent?.type === "attribute")
      at = above;
    else return at.type === "parenthesized_expression" ? (namedChildren(at)[0] ?? at) : at;
  }
}

/** The module of the same name in the layer's folder that is nearest to the file, or the layer's module beside it. */
function targetOf(file: PythonFile, isHome: (path: string) => boolean, workspace: Workspace): string | undefined {
  const common = (path: string) => {
    const [own, other] = [file.path.split("/"), path.split("/")];
    return own.findIndex((part, at) => part !== other[at]);
  };
  const homes = workspace.pythonFiles.filter((path) => isHome(path) && path.includes("/"));
  const [nearest] = homes.toSorted((a, b) => common(b) - common(a) || a.split("/").length - b.split("/").length);
  const cut = file.path.lastIndexOf("/") + 1;
  const namesake = nearest?.replace(/[^/]*$/, file.path.slice(cut));
  if (namesake !== undefined && isHome(namesake)) return namesake === file.path ? undefined : namesake;
  // Where modules are named for their layers, the one beside the file is meant: `orders/service.py` for `orders/routes.py`.
  const beside = homes.filter((path) => path.lastIndexOf("/") + 1 === cut && path.startsWith(file.path.slice(0, cut)));
  return beside.length === 1 ? beside[0] : undefined;
}

/** `session.execute(statement)` with a statement made before: to move that would leave the query where it is. */
function runsStatement(file: PythonFile, call: SyntaxNode): boolean {
  const [statement] = argumentsOf(call).positional;
  if (
    statement?.type !== "identifier" ||
    !/^(execute|exec|scalars?|stream(_scalars)?)$/.test(methodCall(call)?.method ?? "")
  )
    return false;
  return file.scopes.bindingOf(statement)?.scope.kind !== "module";
}

interface Given {
  readonly name: string;
  readonly annotation: SyntaxNode | undefined;
}

/** The locals that it reads, as parameters of the new function; undefined where one is bound within. */
function givenOf(file: PythonFile, whole: SyntaxNode, around: SyntaxNode): readonly Given[] | undefined {
  const found = new Map<string, Given>();
  const own = parametersOf(around);
  for (const node of descendants(whole)) {
    if (node.type === "named_expression" || node.type === "yield") return undefined;
    const binding = node.type === "identifier" ? file.scopes.bindingOf(node) : undefined;
    if (binding === undefined || binding.scope.kind === "module") continue;
    if (binding.scope.node.start >= whole.start && binding.scope.node.end <= whole.end) continue;
    if (binding.name === "self" || binding.name === "cls") return undefined;
    found.set(binding.name, {
      name: binding.name,
      annotation: plainType(own.find(({ name }) => name === binding.name)?.annotation),
    });
  }
  return [...found.values()];
}

/** `AsyncSession` of `Annotated[AsyncSession, Depends(get_db)]`. */
function plainType(annotation: SyntaxNode | undefined): SyntaxNode | undefined {
  const generic = annotation?.children.find(({ type }) => type === "generic_type" || type === "subscript");
  const isAnnotated = /^(\w+\.)?Annotated\[/.test(annotation?.text ?? "");
  if (!isAnnotated) return annotation;
  const list = generic?.children.find(({ type }) => type === "type_parameter");
  return list ? namedChildren(list)[0] : generic?.field("subscript");
}

const plainVerbs = /^(get|read|list|index|show|retrieve|fetch|all|detail|search|find)(_all|_one)?$/;

/** `fetch_overdue` for the route `overdue`; named after what it asks for where the route says no more than that it reads. */
function nameOf(route: string, whole: SyntaxNode): string {
  const entity = [...descendants(whole)].find(({ type, text }) => type === "identifier" && /^[A-Z][a-z]/.test(text));
  const stem = plainVerbs.test(route) && entity ? toCasing(entity.text, "snake_case") : route;
  return `fetch_${stem.replace(/^_+|^(get|read|list|fetch)_/, "")}`;
}
