// Flags functions, variables, parameters and classes whose names have not the shape that the text demands.

import type { Workspace } from "../../models/workspace.ts";
import { argumentsOf } from "../../python/call.ts";
import type { PythonFile } from "../../python/python-file.ts";
import {
  blockOf,
  decoratorName,
  decoratorsOf,
  enclosing,
  enclosingFunction,
  namedChildren,
  statements,
} from "../../python/surroundings.ts";
import type { Reading } from "../reading.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { boundNames } from "../bound-names.ts";
import { type Casing, hasCasing, isCasing, toCasing } from "../casing.ts";
import { lowerCaseConstants } from "../lower-case-constants.ts";
import { readConventions, readShown } from "../naming-words.ts";
import { renameWithin } from "../rename.ts";
import { isOfTestDouble } from "../test-doubles.ts";
import { renameFix } from "../rename-fix.ts";
import { renameParameter } from "../rename-parameter.ts";
import { fileRule, option, type Problem } from "../rule.ts";

export const namingConvention = fileRule({
  id: "naming-convention",
  scope: "file",
  summary: "Names of functions, variables, parameters and classes that break the team's convention.",
  why: "A name's shape tells a reader what it stands for. Overrides of a library's methods, type variables, constants and names that only hold underscores are left alone.",
  severity: "warning",
  fix: "unsafe",
  ruff: ["N801", "N802", "N803", "N806", "N815", "N816"],
  tests: true,
  generated: false,
  options: {
    functions: option.string("snake_case", "Casing of functions and methods; empty leaves them alone."),
    variables: option.string("snake_case", "Casing of variables and parameters; empty leaves them alone."),
    classes: option.string("PascalCase", "Casing of classes; empty leaves them alone."),
    constants: option.boolean(true, "Whether module-level names that never change are held to the variables' casing."),
  },
  beside: { "constant-case": { constants: false } },
  answers: [
    "Use snake_case for functions and variables.",
    "Class names are PascalCase.",
    "Follow the PEP 8 naming conventions.",
    "Functions: snake_case.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(snake case|camel case|pascal case) & (function|method|variable|class|parameter|argument|attribute|identifier|name|naming|python)",
        "(function|method|variable|class|parameter|identifier) ... (snake case|camel case|pascal case)",
        "(snake case|pascal case|camel case)",
        "lower with under & (function|method|variable|name)",
        "lower case ... underscore & (function|method|variable)",
        "pep 8 (naming|name)",
        "naming ... pep 8",
        "pep 8 & naming convention",
        "lower case with underscore & (function|method|variable)",
        "(name|naming) ... (follow|per|conform|comply|according) ... pep 8",
        "lower_case_with_underscores & (function|method|variable|name)",
      ],
      unless: [
        "file & !(function|method|variable|class)",
        "module & !(constant|function|method|variable|class)",
        "(`modules/files`|`files/modules`)",
        "(package|directory|folder) & !(function|method|variable|class)",
        "constant & !(function|method|variable|class)",
        "upper snake case & !(function|method|variable|class)",
        "javascript",
        "typescript",
        "json",
        "(request|response|payload|api) (body|field|key)",
        "request/response",
        "react",
        "url",
        "endpoint",
        "column",
        "table",
        "test name",
        "branch",
        "component",
        "enum member",
        "hook",
        // "`as_` before PascalCase" is neither.
        "`*_` (prefix)? & prefix",
      ],
      // "`notes.md` (snake_case)" speaks of documents.
      options: (reading) =>
        isOfOtherThings(reading) ||
        reading.codes.some((code) => /\.(?:mdx?|rst|txt|json|ya?ml|toml|html|css|tsx?|jsx?)$/.test(code))
          ? undefined
          : readConventions(reading.clause, reading.parents.at(-1) ?? reading.headings.at(-1) ?? ""),
    },
    {
      // "Classes: `UserService`": the shape of the example is the convention.
      stance: "want",
      says: [
        "(function|method|variable|class|parameter) {shown}",
        "(function|method|variable|class|parameter) name {shown}",
      ],
      options: readShown,
    },
    {
      // "No camelCase for functions": snake_case is what Python has instead.
      stance: "avoid",
      says: ["camel case", "mixed case"],
      unless: [
        "javascript",
        "typescript",
        "json",
        "api",
        "url",
        "file",
        "module",
        "column",
        "alias",
        "class",
        "(in|for|of) (database|db|sql|schema|table)",
      ],
      options: ({ clause }) => {
        const functions = /\b(?:function|method)/i.test(clause);
        const variables = /\b(?:variable|parameter|argument|attribute)/i.test(clause);
        const isAny = !functions && !variables;
        return {
          functions: functions || isAny ? "snake_case" : "",
          variables: variables || isAny ? "snake_case" : "",
          classes: "",
        };
      },
    },
  ],
  examples: [
    { bad: "def readFile(path):\n    return path\n", good: "def read_file(path):\n    return path\n" },
    { bad: "class http_client:\n    pass\n", good: "class HttpClient:\n    pass\n" },
  ],
  *check(file, options, { workspace }) {
    const functions = casing(options.functions);
    const variables = casing(options.variables);
    const classes = casing(options.classes);
    if (functions !== undefined) yield* functionNames(file, functions, workspace);
    if (classes !== undefined) yield* classNames(file, classes, workspace);
    if (variables !== undefined) yield* variableNames(file, variables, options.constants, workspace);
  },
});

/** "| Tables | snake_case |" names what it is of in its first cell; "both snake_case or both camelCase" leaves the choice. */
function isOfOtherThings({ clause, row }: Reading): boolean {
  const named = row?.cells.find((cell) => cell.trim() !== "") ?? "";
  const isOfThings =
    row !== undefined &&
    !ofPython.test(named) &&
    /\b(?:tables?|columns?|index(?:es)?|constraints?|buckets?|topics?|queues?|branch(?:es)?|endpoints?|urls?|routes?|keys?|labels?|events?|metrics?|images?|resources?)\b/i.test(
      named,
    );
  return isOfThings || /\bboth\b.*\bor both\b|\bmust match\b/i.test(clause);
}

const ofPython =
  /\b(?:functions?|methods?|variables?|class(?:es)?|parameters?|arguments?|attributes?|constants?|identifiers?)\b/i;

function casing(value: string): Casing | undefined {
  return isCasing(value) ? value : undefined;
}

/** Names that unittest, http.server, ast and logging call. */
const libraryNames =
  /^(setUp|tearDown|setUpClass|tearDownClass|setUpModule|tearDownModule|asyncSetUp|asyncTearDown|setUpTestData|addCleanup|runTest|do_[A-Z]+|visit_\w+|leave_\w+|depart_\w+|test_\w+|test[A-Z]\w*|formatTime|formatException|getMessage|maxDiff|longMessage|failureException)$/;

/** `en_US` is written as the whole world writes it. */
const localeName = /^_*[a-z]{2,3}_[A-Z]{2}$/;

function* functionNames(file: PythonFile, wanted: Casing, workspace: Workspace): Generator<Problem> {
  for (const definition of file.nodes("function_definition")) {
    const name = definition.field("name");
    if (
      name === undefined ||
      /^__\w+__$/.test(name.text) ||
      hasCasing(name.text, wanted) ||
      libraryNames.test(name.text)
    )
      continue;
    const owner = enclosingFunction(definition) === undefined ? enclosing(definition, "class_definition") : undefined;
    if (owner !== undefined && isComputedConstant(definition, name.text)) continue;
    // A fixture `Boat() -> type[Boat]` is asked for by the name of the class.
    if (hasCasing(name.text, "PascalCase") && givesClass(definition)) continue;
    if (owner !== undefined && inheritsFromLibrary(file, owner)) continue;
    if (
      decoratorsOf(definition).some((decorator) =>
        /(^|\.)(override|overload|\w+\.setter)$/.test(decoratorName(decorator)?.text ?? ""),
      )
    )
      continue;
    yield {
      span: name,
      message: `The function \`${name.text}\` is not ${wanted}; call it \`${toCasing(name.text, wanted)}\`.`,
      ...renameFix(file, name, toCasing(name.text, wanted), workspace),
    };
  }
}

/** `@property def DOCS_URL(self)`: whoever reads it sees a constant, and it is written like one. */
function isComputedConstant(definition: SyntaxNode, name: string): boolean {
  return (
    hasCasing(name, "UPPER_CASE") &&
    decoratorsOf(definition).some((decorator) =>
      /(^|\.)(cached_)?(class)?property$/.test(decoratorName(decorator)?.text ?? ""),
    )
  );
}

/** A camel-case method of a class with a base outside this file may override one of the library's. */
function inheritsFromLibrary(file: PythonFile, owner: SyntaxNode): boolean {
  const bases =
    owner.field("superclasses")?.children.filter((child) => child.isNamed && child.type !== "keyword_argument") ?? [];
  return bases.some(
    (base) =>
      !(file.resolve(base) ?? "").startsWith(".") && !/^(object|ABC|Generic|Protocol|Exception)\b/.test(base.text),
  );
}

function* classNames(file: PythonFile, wanted: Casing, workspace: Workspace): Generator<Problem> {
  for (const definition of file.nodes("class_definition")) {
    const name = definition.field("name");
    if (name === undefined || hasCasing(name.text, wanted) || isOfSql(file, definition)) continue;
    yield {
      span: name,
      message: `The class \`${name.text}\` is not ${wanted}; call it \`${toCasing(name.text, wanted)}\`.`,
      ...renameFix(file, name, toCasing(name.text, wanted), workspace),
    };
  }
}

/** SQLAlchemy calls a function of the database by the name of such a class. */
function isOfSql(file: PythonFile, definition: SyntaxNode): boolean {
  const bases = definition.field("superclasses");
  return (bases ? namedChildren(bases) : []).some((base) => {
    const named = base.type === "subscript" ? base.field("value") : base;
    return named !== undefined && /^sqlalchemy\b.*\.GenericFunction$/.test(file.resolve(named) ?? "");
  });
}

function* variableNames(
  file: PythonFile,
  wanted: Casing,
  withConstants: boolean,
  workspace: Workspace,
): Generator<Problem> {
  const others = new Set(withConstants ? [] : [...lowerCaseConstants(file)].map(({ start }) => start));
  const seen = new Set<string>();
  for (const { name, scope, kind } of boundNames(file)) {
    const key = `${scope.start}:${name.text}`;
    if (seen.has(key) || hasCasing(name.text, wanted) || isExempt(file, name, kind)) continue;
    if (others.has(name.start)) continue;
    seen.add(key);
    const better = toCasing(name.text, wanted);
    const edits =
      kind === "parameter"
        ? renameParameter(file, scope, name.text, better, workspace)
        : kind === "local"
          ? renameWithin(file, scope, name.text, better)
          : undefined;
    const what = kind === "parameter" ? "parameter" : "variable";
    yield {
      span: name,
      message: `The ${what} \`${name.text}\` is not ${wanted}; call it \`${better}\`.`,
      ...(edits && {
        fix: { title: `Rename to ${better} in this function; look for uses by name`, safe: false, edits },
      }),
    };
  }
}

function isExempt(file: PythonFile, name: SyntaxNode, kind: string): boolean {
  if (libraryNames.test(name.text) || localeName.test(name.text)) return true;
  if (kind === "parameter" && isOfTestDouble(file, name)) return true;
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

/** By its annotation, or with a class that stands in it. */
function givesClass(definition: SyntaxNode): boolean {
  if (isClassType(definition.field("return_type"))) return true;
  const body = statements(blockOf(definition));
  const last = body.at(-1);
  const given = last?.type === "return_statement" ? namedChildren(last)[0]?.text : undefined;
  return body.some((one) => {
    const made = one.type === "decorated_definition" ? one.field("definition") : one;
    return made?.type === "class_definition" && made.field("name")?.text === given;
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
