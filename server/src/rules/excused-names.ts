// Which names may have another shape than the convention's: those that a library or a client chose, and those that stand for classes.

import { argumentsOf } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { blockOf, decoratorName, decoratorsOf, enclosing, namedChildren, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { hasCasing } from "./casing.ts";
import { isRouteDecorator } from "./definition-kind.ts";
import { isOfTestDouble } from "./test-doubles.ts";

/** Names that unittest, http.server, ast and logging call. */
export const libraryNames =
  /^(setUp|tearDown|setUpClass|tearDownClass|setUpModule|tearDownModule|asyncSetUp|asyncTearDown|setUpTestData|addCleanup|runTest|do_[A-Z]+|visit_\w+|leave_\w+|depart_\w+|test_\w+|test[A-Z]\w*|formatTime|formatException|getMessage|maxDiff|longMessage|failureException)$/;

/** `en_US` is written as the whole world writes it. */
const localeName = /^_*[a-z]{2,3}_[A-Z]{2}$/;

export function isExempt(file: PythonFile, name: SyntaxNode, kind: string): boolean {
  if (libraryNames.test(name.text) || localeName.test(name.text)) return true;
  if (kind === "parameter" && (isOfTestDouble(file, name) || isOfRoute(file, name))) return true;
  if (/\bTypeAlias\b/.test(name.parent?.field("type")?.text ?? "")) return true;
  // A name in capitals is meant as a constant, one in PascalCase that is bound to a class or a type is an alias of it.
  if (kind !== "parameter" && hasCasing(name.text, "UPPER_CASE")) return true;
  if (hasCasing(name.text, "PascalCase") && (standsForClass(name) || isUsedAsClass(file, name))) return true;
  const value = valueFor(name);
  if (value === undefined) return kind === "module" || kind === "class";
  if (/^_*[A-Z]/.test(name.text)) {
    if (kind === "module" || kind === "class") return true;
    return mayBeClass(file, value);
  }
  return (
    value.type === "call" &&
    /(TypeVar|NewType|namedtuple|ParamSpec|NamedTuple|TypedDict)$/.test(
      file.resolve(value.field("function") ?? value) ?? "",
    )
  );
}

/** What clients write into an address by this name. */
function isOfRoute(file: PythonFile, name: SyntaxNode): boolean {
  const definition = enclosing(name, "function_definition");
  return definition !== undefined && decoratorsOf(definition).some((one) => isRouteDecorator(file, decoratorName(one)));
}

/** Also of `Boat, Berth = tables.Boat, tables.Berth`. */
function valueFor(name: SyntaxNode): SyntaxNode | undefined {
  const { parent } = name;
  if (parent?.type === "assignment") return parent.field("right");
  const assignment = parent && /^(pattern_list|tuple_pattern)$/.test(parent.type) ? parent.parent : undefined;
  const right = assignment?.type === "assignment" ? assignment.field("right") : undefined;
  if (!parent || !right || !/^(expression_list|tuple)$/.test(right.type)) return undefined;
  return namedChildren(right)[namedChildren(parent).findIndex(({ start }) => start === name.start)];
}

/** `Boat: type[Boat]`, and what `patch("harbour.Boat")` puts in the place of a class. */
function standsForClass(name: SyntaxNode): boolean {
  const { parent } = name;
  const type = parent?.field("type") ?? (parent?.type === "typed_parameter" ? parent.field("type") : undefined);
  if (isClassType(type)) return true;
  const pattern = enclosing(name, "as_pattern", "block");
  if (pattern?.type === "as_pattern") return patchesClass(namedChildren(pattern)[0]);
  const definition = parent?.type === "parameters" ? parent.parent : undefined;
  return definition !== undefined && decoratorsOf(definition).some((one) => patchesClass(namedChildren(one)[0]));
}

/** A parameter or target of which objects or classes are made: `Block(size=1)`, `class Large(Block)`. */
function isUsedAsClass(file: PythonFile, name: SyntaxNode): boolean {
  const { parent } = name;
  if (parent && /type/.test(parent.type)) return false;
  if (parent?.type !== "parameters" && parent?.type !== "as_pattern_target") return false;
  return (file.scopes.bindingOf(name)?.references ?? []).some((use) => {
    const above = use.parent;
    if (above?.type === "call") return above.field("function") === use;
    return above?.type === "argument_list" && above.parent?.type === "class_definition";
  });
}

function isClassType(type: SyntaxNode | undefined): boolean {
  return /^["']?(?:typing\.)?[tT]ype\b/.test(type?.text ?? "");
}

function patchesClass(call: SyntaxNode | undefined): boolean {
  if (call?.type !== "call" || !/(^|\.)patch(\.object)?$/.test(call.field("function")?.text ?? "")) return false;
  const target = argumentsOf(call).positional.at(/\.object$/.test(call.field("function")?.text ?? "") ? 1 : 0);
  return /^["'](?:\w+\.)*[A-Z][A-Za-z0-9]*["']$/.test(target?.text ?? "");
}

function mayBeClass(file: PythonFile, value: SyntaxNode): boolean {
  if (value.type === "call" && plainValue.test(file.typeOf(value) ?? "")) return false;
  if (value.type !== "conditional_expression") return /^(call|identifier|attribute|subscript)$/.test(value.type);
  const [then, , otherwise] = namedChildren(value);
  return then !== undefined && otherwise !== undefined && mayBeClass(file, then) && mayBeClass(file, otherwise);
}

/** What `len()` and `str()` answer is no class. */
const plainValue = /^builtins\.(int|float|bool|str|bytes|list|dict|set|tuple)$/;

/** By its annotation, or with a class that stands in it. */
export function givesClass(definition: SyntaxNode): boolean {
  if (isClassType(definition.field("return_type"))) return true;
  const body = statements(blockOf(definition));
  const last = body.at(-1);
  const given = last?.type === "return_statement" ? namedChildren(last)[0]?.text : undefined;
  return body.some((one) => {
    const made = one.type === "decorated_definition" ? one.field("definition") : one;
    return made?.type === "class_definition" && made.field("name")?.text === given;
  });
}
