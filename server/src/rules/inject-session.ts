// Turns a session that a route makes into one that `Depends(…)` hands in, from the one provider of the workspace.

import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { providersIn, SESSION_TYPE } from "../models/db/sessions.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { withinScope } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { moduleImportName } from "./module-import-name.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `db = SessionLocal()` goes, and `with SessionLocal() as db:` gives up its body; the parameter takes their place. */
export function injectFix(file: PythonFile, code: FunctionCode, call: Expr, workspace: Workspace): Fix | undefined {
  const opened = openedSession(file, code, call) ?? usedAtOnce(file, code, call);
  const provider = onlyProvider(workspace);
  if (!opened || !provider) return undefined;
  const { name, edit } = opened;
  const isAsync = new RegExp(String.raw`\bawait ${name}\.|^async with`, "m").test(
    file.text.slice(code.start, code.end).replaceAll(/^\s+/gm, ""),
  );
  if (isAsync !== provider.code.isAsync) return undefined;
  const given = code.params.find((param) => param.name === name);
  const isGiven = given?.fallback?.kind === "call" && given.fallback.args[0]?.value.kind === "name";
  const title = `Take the session from ${provider.code.name}; look at who closed it until now`;
  // An earlier fix brought the parameter already.
  if (isGiven) return { title, safe: false, edits: [edit] };
  if (given || code.params.some((param) => param.star !== "")) return undefined;
  const edits: FixEdit[] = [];
  let called = provider.code.name;
  const { program } = workspace.facts;
  if (provider.path !== file.path) {
    const known = program.name(file.path, provider.code.name);
    if (known?.kind !== "function" || known.function !== provider.code) {
      const module = moduleImportName(file, provider.path, workspace);
      if (module === undefined) return undefined;
      const inserted = insertImport(file, module, provider.code.name, workspace);
      called = inserted.name;
      edits.push(...inserted.edits);
    }
  }
  const depends = insertImport(file, "fastapi", "Depends", workspace);
  const type = sessionType(file, provider, workspace);
  edits.push(...depends.edits, ...(type?.edits ?? []));
  const parameters = file
    .nodes("function_definition")
    .find((node) => node.start === code.start || node.field("name")?.start === code.nameSpan.start)
    ?.field("parameters");
  if (!parameters) return undefined;
  edits.push(parameterEdit(file, parameters, name, type?.name, `${depends.name}(${called})`), edit);
  return { title, safe: false, edits };
}

interface Opened {
  /** Under which name the session is used. */
  readonly name: string;
  /** What takes its making away. */
  readonly edit: FixEdit;
}

/** `db = SessionLocal()` or `with SessionLocal() as db:`; undefined where it cannot simply go. */
export function openedSession(file: PythonFile, code: FunctionCode, call: Expr): Opened | undefined {
  return assignmentOf(file, code, call) ?? withOf(file, call);
}

/** `return next(get_db())`, `Session(engine).execute(…)`: the parameter stands where it was made. */
function usedAtOnce(file: PythonFile, code: FunctionCode, { start, end }: Expr): Opened | undefined {
  const node = file.nodes("call").find((one) => one.start === start && one.end === end);
  const isUsed = node !== undefined && /^(attribute|return_statement)$/.test(node.parent?.type ?? "");
  const name = "db";
  const known = node && file.scopes.lookUp(name, file.scopes.scopeOf(node));
  const isTaken = known !== undefined || code.params.some((param) => param.name === name);
  return isUsed && !isTaken ? { name, edit: { span: { start, end }, text: name } } : undefined;
}

function assignmentOf(file: PythonFile, code: FunctionCode, call: Expr): Opened | undefined {
  const assigned = code.body.find(
    (statement) =>
      statement.kind === "assign" && statement.value?.start === call.start && statement.target.kind === "name",
  );
  if (assigned?.kind !== "assign" || assigned.target.kind !== "name" || code.body.length < 2) return undefined;
  const start = file.text.lastIndexOf("\n", assigned.start) + 1;
  const end = file.text.indexOf("\n", assigned.end) + 1;
  // What shares its line would go with it.
  const around = file.text.slice(start, assigned.start) + file.text.slice(assigned.end, end);
  if (end === 0 || around.trim() !== "") return undefined;
  const { name } = assigned.target;
  const closed = withoutClosing(file, code, code.body.indexOf(assigned) + 1, name);
  return { name, edit: { span: { start, end: closed?.end ?? end }, text: closed?.text ?? "" } };
}

/** `try: … finally: db.close()` gives up its body: the provider closes. Only where nothing else is tried. */
function withoutClosing(
  file: PythonFile,
  code: FunctionCode,
  at: number,
  name: string,
): { readonly end: number; readonly text: string } | undefined {
  const tried = code.body[at];
  if (tried?.kind !== "try" || tried.handlers.length > 0 || tried.otherwise.length > 0) return undefined;
  const [closing] = tried.last;
  const [first, last] = [tried.body[0], tried.body.at(-1)];
  const isClose =
    closing &&
    new RegExp(String.raw`^(?:await )?${name}\.close\(\)$`).test(file.text.slice(closing.start, closing.end));
  if (!isClose || tried.last.length > 1 || !first || !last) return undefined;
  const outer = file.text.slice(file.text.lastIndexOf("\n", tried.start) + 1, tried.start);
  const from = file.text.indexOf("\n", tried.start) + 1;
  const inner = file.text.slice(file.text.lastIndexOf("\n", first.start) + 1, first.start);
  const source = file.text.slice(from, last.end);
  // A comment beside `finally`, or a text over several lines, would be lost or changed.
  const rest = file.text.slice(last.end, closing.start);
  if (!inner.startsWith(outer) || inner.trim() !== "" || /"""|'''|\\\n/.test(source) || rest.includes("#"))
    return undefined;
  const moved = source.split("\n").map((line) => (line.startsWith(inner) ? outer + line.slice(inner.length) : line));
  return { end: closing.end, text: moved.join("\n") };
}

/** `with SessionLocal() as db:` alone in its line: its body moves out by one step. */
function withOf(file: PythonFile, call: Expr): Opened | undefined {
  const statement = file.nodes("with_statement").find((one) => {
    const items = [...withinScope(one)].filter((node) => node.type === "with_item" && statementOf(node) === one);
    return items.length === 1 && items[0]?.field("value")?.children[0]?.start === call.start;
  });
  const body = statement?.field("body");
  const item = statement && [...withinScope(statement)].find((node) => node.type === "with_item");
  const pattern = item?.field("value");
  const target = pattern?.type === "as_pattern" ? pattern.children.findLast((child) => child.isNamed) : undefined;
  if (!statement || !body || !target || !/^[A-Za-z_]\w*$/.test(target.text)) return undefined;
  const start = file.text.lastIndexOf("\n", statement.start) + 1;
  const indent = file.text.slice(start, statement.start);
  const colon = statement.children.findLast((child) => child.type === ":");
  const bodyLine = file.text.indexOf("\n", colon?.end ?? body.start) + 1;
  const inner = file.text.slice(file.text.lastIndexOf("\n", body.start) + 1, body.start);
  const head = file.text.slice(colon?.end ?? statement.start, bodyLine);
  if (indent.trim() !== "" || inner.trim() !== "" || !inner.startsWith(indent) || inner === indent) return undefined;
  // What stands between the head and the body would be lost, and texts over several lines would change.
  if (head.trim() !== "" || hasLongText(body)) return undefined;
  const step = inner.slice(indent.length);
  const moved = file.text
    .slice(bodyLine, body.end)
    .split("\n")
    .map((line) => (line.startsWith(indent + step) ? indent + line.slice(inner.length) : line))
    .join("\n");
  return { name: target.text, edit: { span: { start, end: body.end }, text: moved } };
}

function statementOf(node: SyntaxNode): SyntaxNode | undefined {
  let at = node.parent;
  while (at && at.type !== "with_statement") at = at.parent;
  return at;
}

function hasLongText(body: SyntaxNode): boolean {
  return [...withinScope(body)].some((node) => node.type === "string" && node.text.includes("\n"));
}

interface Provider {
  readonly path: string;
  readonly code: FunctionCode;
}

/** The one generator that provides sessions; of several, the one that routes ask for already. */
function onlyProvider(workspace: Workspace): Provider | undefined {
  const { program } = workspace.facts;
  const found = workspace.pythonFiles
    .filter((path) => /yield/.test(workspace.text(path) ?? ""))
    .flatMap((path) => providersIn(program, path).map((code) => ({ path, code })))
    .filter(({ code }) => !code.decorators.some((one) => /contextmanager/.test(JSON.stringify(one))));
  if (found.length < 2) return found[0];
  const asked = found.filter(({ code }) => {
    const inDepends = new RegExp(String.raw`\bDepends\(\s*(\w+\.)*${code.name}\b`);
    return workspace.pythonFiles.some((path) => inDepends.test(workspace.text(path) ?? ""));
  });
  return asked.length === 1 ? asked[0] : undefined;
}

/** The session's class as the provider's module knows it, unless the name means something else here. */
function sessionType(
  file: PythonFile,
  { path, code }: Provider,
  workspace: Workspace,
): { readonly name: string; readonly edits: readonly FixEdit[] } | undefined {
  const imports = workspace.facts.program.module(path)?.code.imports ?? new Map<string, string>();
  const known = [...imports.values()].find(
    (one) => SESSION_TYPE.test(one) && !/scoped/.test(one) && /Async/.test(one) === code.isAsync,
  );
  const dotted = known ?? (code.isAsync ? "sqlalchemy.ext.asyncio.AsyncSession" : "sqlalchemy.orm.Session");
  const at = dotted.lastIndexOf(".");
  const name = dotted.slice(at + 1);
  const inserted = insertImport(file, dotted.slice(0, at), name, workspace);
  const isFree = !file.scopes.module.bindings.has(name);
  return inserted.edits.length === 0 || isFree ? inserted : undefined;
}

/** Before the closing bracket, behind a trailing comma where there is one. */
function parameterEdit(
  file: PythonFile,
  parameters: SyntaxNode,
  name: string,
  type: string | undefined,
  value: string,
): FixEdit {
  const text = type === undefined ? `${name}=${value}` : `${name}: ${type} = ${value}`;
  const last = parameters.children.findLast((child) => child.isNamed && child.type !== "comment");
  if (!last) return { span: { start: parameters.start + 1, end: parameters.start + 1 }, text };
  const comma = /^\s*,/.exec(file.text.slice(last.end, parameters.end))?.[0];
  const line = file.text.lastIndexOf("\n", last.start) + 1;
  const indent = file.text.slice(line, last.start);
  const isOwnLine = line > parameters.start && indent.trim() === "";
  const lead = isOwnLine ? `\n${indent}` : " ";
  if (comma === undefined) return { span: { start: last.end, end: last.end }, text: `,${lead}${text}` };
  const at = last.end + comma.length;
  return { span: { start: at, end: at }, text: `${lead}${text},` };
}
