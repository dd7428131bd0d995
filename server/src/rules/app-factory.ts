// Makes an app in a function, with what sets it up right behind, and calls that where something needs the app.

import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { lineEnd, statementOf, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { importersOf, knowsNameOf } from "./importers.ts";
import { movedTo } from "./move-out.ts";
import type { Fix } from "./rule.ts";

/** `assignment` makes the app at the module's own level. Undefined where a comment would be left behind, or where the name is taken. */
export function appFactory(
  file: PythonFile,
  assignment: SyntaxNode,
  call: SyntaxNode,
  workspace: Workspace,
): Fix | undefined {
  const [name, first] = [assignment.field("left"), statementOf(assignment)];
  const binding = name?.type === "identifier" ? file.scopes.bindingOf(name) : undefined;
  if (name === undefined || binding?.places.length !== 1 || first.parent?.type !== "module") return undefined;
  // A file may make several.
  const made = `create_${name.text}`;
  if (file.scopes.module.bindings.has(made)) return undefined;
  const all = statements(file.root);
  const from = all.findIndex(({ start }) => start === first.start);
  let to = from;
  while (isSetUp(all[to + 1], name.text)) to++;
  const run = all.slice(from, to + 1);
  const last = run.at(-1) ?? first;
  const source = file.text.slice(first.start, file.lines.lineSpan(file.lines.position(last.end).line).end);
  const moved = run.slice(1).map((one) => movedTo(file, one, one, "    "));
  const whole = movedTo(file, call, call, "    ");
  if (source.includes("#") || moved.includes(undefined) || whole === undefined) return undefined;
  const isNeeded =
    binding.references.some(({ start }) => start > last.end) ||
    new RegExp(String.raw`["']${name.text}["']`).test(file.text) ||
    [...importersOf(file.path, [name.text], workspace)].some((path) =>
      knowsNameOf(path, file.path, name.text, workspace),
    );
  const end = lineEnd(file);
  const callee = call.field("function")?.text ?? "";
  const body =
    run.length === 1
      ? [`return ${whole}`]
      : [`${name.text} = ${whole}`, ...moved.map((one) => one ?? ""), `return ${name.text}`];
  const lines = [`def ${made}() -> ${callee}:`, ...body.map((line) => `    ${line}`)];
  const factory = isNeeded ? [...lines, "", "", `${name.text} = ${made}()`] : lines;
  const isLast = all[to + 1] === undefined;
  const below = isNeeded || isLast ? 0 : missingBlanks(file, file.lines.position(last.end).line, 1);
  return {
    title: isNeeded
      ? `Make it in \`${made}()\`, which is called here for what needs \`${name.text}\``
      : `Make it in \`${made}()\`; look at how it is started`,
    safe: false,
    edits: [
      {
        span: { start: first.start, end: last.end },
        text:
          end.repeat(missingBlanks(file, file.lines.position(first.start).line, -1)) +
          factory.join(end) +
          end.repeat(below),
      },
    ],
  };
}

/** `app.include_router(…)` and `app.config["SIZE"] = 3`, which name nothing but what is there by then. */
function isSetUp(statement: SyntaxNode | undefined, name: string): boolean {
  const only = statement?.type === "expression_statement" ? statement.children[0] : undefined;
  const target = only?.type === "call" ? only.field("function") : only?.field("left");
  const isSet = only?.type === "assignment" && /^(?:attribute|subscript)$/.test(target?.type ?? "");
  if (only?.type !== "call" && !isSet) return false;
  return target?.text.startsWith(`${name}.`) === true && !target.text.endsWith(".run");
}

/** How many blank lines a function lacks on one side. */
function missingBlanks(file: PythonFile, line: number, step: 1 | -1): number {
  let blanks = 0;
  let at = line + step;
  while (at >= 0 && at < file.lines.lineCount && file.lines.lineText(at).trim() === "") {
    blanks++;
    at += step;
  }
  // A comment right above speaks of what is made.
  const isCommented = step < 0 && blanks === 0 && file.lines.lineText(Math.max(at, 0)).startsWith("#");
  return at < 0 || isCommented ? 0 : Math.max(2 - blanks, 0);
}
