// Tells prints that speak to a person on purpose, where a logger would be no help.

import type { Workspace } from "../models/workspace.ts";
import { argumentNodes, argumentsOf } from "../python/call.ts";
import { isInMainBlock, isMainGuard } from "../python/main-block.ts";
import { calleeName } from "../python/name-of.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import {
  blockOf,
  descendants,
  enclosingFunction,
  enclosingHandler,
  statementOf,
  statements,
} from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { importersOf } from "./importers.ts";
import { findModuleLogger, loggerCall } from "./logging.ts";
import { isScript } from "./standalone-script.ts";
import { isTerminalProgram } from "./terminal-program.ts";
import { isMigration } from "./test-modules.ts";

/** The whole file is a program in a terminal, a part of one, or stands in a test's service. */
export function isForTerminal(file: PythonFile, workspace: Workspace, isOfLibraries = false): boolean {
  return (
    isTerminalProgram(file) ||
    // Whoever upgrades a database looks on.
    isStep(file) ||
    isStartedByHand(file, workspace) ||
    // Where libraries are told apart from programs, a module is not a program because one imports it.
    (!(isOfLibraries && !speaksByName.test(file.path)) && isOfTerminalProgram(file, workspace)) ||
    /(^|\/)(testing|integration_tests?)\//.test(file.path) ||
    /^(?:import|from) pytest\b/m.test(file.text)
  );
}

/** What a program shows and says often has a module of its own. */
const speaksByName =
  /(?:^|[/_])(?:cli|consoles?|terminals?|commands?|cmds?|outputs?|display|show|views?|reports?|reporting|reporters?|ui|tui|printers?|printing|prompts?|progress|formatters?|main|app|scripts?)(?=[/_.])|^[^/]*$/;

/** A migration, of Alembic's or of the team's own kind. */
function isStep(file: PythonFile): boolean {
  return isMigration(file) || (/(?:^|\/)migrations\//.test(file.path) && /^def (?:up|down)grade\(/m.test(file.text));
}

/** Its guard calls what the file defines, and it makes no logger for itself. */
function isStartedByHand(file: PythonFile, workspace: Workspace): boolean {
  if (!isScript(file, workspace) || findModuleLogger(file) !== undefined) return false;
  const guard = statements(file.root).find(isMainGuard);
  const defined = new Set(statements(file.root).flatMap((one) => one.field("name")?.text ?? []));
  return (
    guard !== undefined &&
    [...descendants(guard)].some((node) => node.type === "call" && defined.has(node.field("function")?.text ?? ""))
  );
}

/** Only programs in a terminal use it. */
function isOfTerminalProgram(file: PythonFile, workspace: Workspace): boolean {
  const users = [...importersOf(file.path, [], workspace)].filter((path) => imports(path, file.path, workspace));
  return users.length > 0 && users.every((path) => isTerminalProgram({ path, text: workspace.text(path) ?? "" }));
}

function imports(path: string, other: string, workspace: Workspace): boolean {
  const code = workspace.facts.program.module(path)?.code;
  const named = [...(code?.imports.values() ?? [])].flatMap((name) => [name, name.slice(0, name.lastIndexOf("."))]);
  return [...named, ...(code?.stars ?? [])].some((name) => name !== "" && workspace.moduleFile(name, path) === other);
}

export function isSpoken(file: PythonFile, call: SyntaxNode): boolean {
  return (
    isInMainBlock(call) ||
    isLastWord(file, call) ||
    isPrintItself(call) ||
    isAfterLogger(file, call) ||
    isPassedOn(file, call)
  );
}

/** The program ends with the next statement. */
function isLastWord(file: PythonFile, call: SyntaxNode): boolean {
  const statement = statementOf(call);
  const siblings = statements(statement.parent);
  const next = siblings[siblings.findIndex(({ start }) => start === statement.start) + 1];
  if (next?.type === "raise_statement") return /^raise\s+SystemExit\b/.test(next.text);
  const ending = next?.type === "expression_statement" ? next.children[0] : undefined;
  return ending?.type === "call" && /^(sys\.exit|os\._exit|exit|quit)$/.test(calleeName(file, ending));
}

/** A function that stands in for `print`: it takes what `print` takes and hands it on. */
function isPrintItself(call: SyntaxNode): boolean {
  const around = enclosingFunction(call);
  if (!around) return false;
  const names = new Set(parametersOf(around).map(({ name }) => name));
  if (names.has("sep") && names.has("end")) return true;
  const given = argumentNodes(call).map(({ text }) => text);
  return given.length === 2 && given[0] === "*args" && given[1] === "**kwargs" && names.has("args");
}

/** `print(line, file=sys.stderr)`: what came from elsewhere goes where the code says, and nothing is told beside it. */
function isPassedOn(file: PythonFile, call: SyntaxNode): boolean {
  const { positional, keywords } = argumentsOf(call);
  const out = keywords.get("file");
  const [only, ...more] = positional;
  return (
    out !== undefined &&
    /^sys\.std(err|out)$/.test(file.resolve(out) ?? "") &&
    only !== undefined &&
    more.length === 0 &&
    /^(identifier|attribute)$/.test(only.type) &&
    enclosingHandler(call) === undefined
  );
}

/** The logger itself may have failed. */
function isAfterLogger(file: PythonFile, call: SyntaxNode): boolean {
  const tried = enclosingHandler(call)?.parent;
  const body = tried && blockOf(tried);
  return (
    body !== undefined &&
    [...descendants(body)].some((node) => node.type === "call" && loggerCall(file, node) !== undefined)
  );
}
