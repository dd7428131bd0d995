// Moves an app's start and stop events into one lifespan context manager.

import { argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { lineEnd, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { addArgument } from "./call-edits.ts";
import { insertImport } from "./insert-import.ts";
import { removeStatement } from "./remove-statement.ts";
import type { Fix, FixEdit } from "./rule.ts";

interface Event {
  readonly kind: string;
  readonly name: string;
  readonly isAsync: boolean;
  readonly removal: FixEdit;
}

/** All events at once; undefined where the app is made elsewhere, has a lifespan, or an event is no function of the file. */
export function lifespanFix(file: PythonFile, app: SyntaxNode): Fix | undefined {
  const binding = app.type === "identifier" ? file.scopes.bindingOf(app) : undefined;
  const made = binding?.places.length === 1 ? binding.places[0]?.value : undefined;
  const statement = made && statementOf(made);
  if (binding?.scope.kind !== "module" || made?.type !== "call" || statement?.parent?.type !== "module")
    return undefined;
  if (!/FastAPI$/.test(calleeName(file, made)) || argumentsOf(made).keywords.has("lifespan")) return undefined;
  if (file.scopes.module.bindings.has("lifespan")) return undefined;
  const events: Event[] = [];
  for (const call of file.nodes("call")) {
    const target = methodCall(call);
    if (target?.receiver.text !== app.text || !/^(on_event|add_event_handler)$/.test(target.method)) continue;
    const event = eventOf(file, call);
    if (event === undefined) return undefined;
    events.push(event);
  }
  const manager = insertImport(file, "contextlib", "asynccontextmanager");
  const argument = addArgument(file, made, "lifespan=lifespan");
  if (argument === undefined || events.length === 0) return undefined;
  const end = lineEnd(file);
  const run = (kind: string) =>
    events.filter((one) => one.kind === kind).map((one) => `    ${one.isAsync ? "await " : ""}${one.name}()${end}`);
  const appType = made.field("function")?.text ?? "FastAPI";
  const lines = [
    `@${manager.name}${end}async def lifespan(${app.text}: ${appType}):${end}`,
    ...run("startup"),
    `    yield${end}`,
    ...run("shutdown"),
    `${end}${end}`,
  ];
  return {
    title: "Move the events into a lifespan; look at their order, and at what has to be closed when starting fails",
    safe: false,
    edits: [
      ...manager.edits,
      { span: { start: statement.start, end: statement.start }, text: lines.join("") },
      argument,
      ...events.map(({ removal }) => removal),
    ],
  };
}

function eventOf(file: PythonFile, call: SyntaxNode): Event | undefined {
  const { positional } = argumentsOf(call);
  const kind = stringValue(positional[0]);
  if (kind !== "startup" && kind !== "shutdown") return undefined;
  const decorator = call.parent?.type === "decorator" ? call.parent : undefined;
  if (decorator !== undefined) {
    const definition = decorator.parent?.field("definition");
    const name = definition?.field("name")?.text;
    const start = file.lines.lineStart(file.lines.position(decorator.start).line);
    const end = file.lines.lineStart(file.lines.position(decorator.end).line + 1);
    if (definition?.type !== "function_definition" || name === undefined) return undefined;
    // What is defined under a condition, or again under the same name, cannot be called by it.
    const binding = file.scopes.module.bindings.get(name);
    if (decorator.parent?.parent?.type !== "module" || binding?.places.length !== 1) return undefined;
    return { kind, name, isAsync: isAsync(definition), removal: { span: { start, end }, text: "" } };
  }
  const given = positional[1];
  const binding = given?.type === "identifier" ? file.scopes.bindingOf(given) : undefined;
  const place = binding?.scope.kind === "module" && binding.places.length === 1 ? binding.places[0] : undefined;
  const definition = place?.name.parent;
  const statement = call.parent?.type === "expression_statement" ? call.parent : undefined;
  const removal = statement && removeStatement(file, statement);
  if (given === undefined || place?.kind !== "function" || definition === undefined) return undefined;
  if (removal === undefined || statement?.parent?.type !== "module") return undefined;
  return { kind, name: given.text, isAsync: isAsync(definition), removal };
}

function isAsync(definition: SyntaxNode): boolean {
  return definition.children[0]?.type === "async";
}
