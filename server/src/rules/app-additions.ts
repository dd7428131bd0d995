// Adds routes and middleware right behind the creation of an app.

import type { AppSetup } from "../models/web/app-setup.ts";
import type { Workspace } from "../models/workspace.ts";
import { indentOf, lineEnd, statementOf } from "../python/surroundings.ts";
import { insertImport } from "./insert-import.ts";
import type { Fix, FixEdit } from "./rule.ts";

/** `lines` are written for an app called "app"; they follow it at its own depth. */
export function addToApp(
  { app }: AppSetup,
  workspace: Workspace,
  title: string,
  lines: readonly string[],
  imports: readonly (readonly [module: string, name?: string])[] = [],
): Fix | undefined {
  const file = workspace.python(app.path);
  const call = file?.nodes("call").find(({ start, end }) => start === app.call.start && end === app.call.end);
  const assignment = call?.parent;
  const name = assignment?.type === "assignment" ? assignment.field("left") : undefined;
  if (file === undefined || call === undefined || name?.type !== "identifier") return undefined;
  const statement = statementOf(call);
  const isTop = statement.parent?.type === "module";
  const end = lineEnd(file);
  const indent = indentOf(file, statement);
  const edits: FixEdit[] = [];
  let text = lines.join("\n");
  for (const [module, imported] of imports) {
    const inserted = insertImport(file, module, imported, workspace);
    edits.push(...inserted.edits.map((edit) => ({ ...edit, path: app.path })));
    const written = imported ?? module;
    if (inserted.name !== written) text = text.replaceAll(new RegExp(String.raw`\b${written}\b`, "g"), inserted.name);
  }
  const own = name.text === "app" ? text : text.replaceAll(/(?<=@)app\b/g, name.text);
  const shown = own
    .split("\n")
    .map((line) => (line === "" ? "" : indent + (indent.includes("\t") ? line.replaceAll("    ", "\t") : line)))
    .join(end);
  const gap = isTop ? end + end + end : end + end;
  const at = file.lines.lineSpan(file.lines.position(statement.end).line).end;
  // What follows is set apart as functions are.
  const rest = file.text.slice(at);
  const after =
    rest.trim() === "" || /^(\r?\n){3}/.test(rest) || (!isTop && /^(\r?\n){2}/.test(rest))
      ? ""
      : !isTop || /^(\r?\n){2}/.test(rest)
        ? end
        : end + end;
  return {
    title,
    safe: false,
    edits: [...edits, { path: app.path, span: { start: at, end: at }, text: gap + shown + after }],
  };
}
