// Tells whether a project checks its configuration when it starts, and where it reads the environment.

import type { Expr, Stmt } from "../code/syntax.ts";
import { walkCode } from "../code/walk.ts";
import type { Program } from "../program.ts";
import type { Workspace } from "../workspace.ts";

const SETTINGS_BASE = /(^|\.)(BaseSettings|BaseConfig|EnvSettings)$/;
const CHECKED_MODEL = /^(pydantic|pydantic_settings|msgspec)\b/;
/** Libraries that read the environment and fail on what is missing or of the wrong type. */
const LIBRARIES =
  /^(environs|environ|decouple|starlette\.config|dynaconf|typed_settings|confz|goodconf|environ_config|pydantic_config|hydra|omegaconf|configobj|vyper|envparse|everett|prettyconf|django\.conf)\b/;
const CHECK =
  /(valid|check|verify|ensure|require|assert)\w*_?(config|settings|env|environment|vars|variables|secrets|configuration)|(config|settings|env|environment|configuration)\w*_?(valid|check|verif)|^require(d)?_env|^(get|read|load)_required|^(must|required)_?(env|get|setting)/i;
const READS = /\b(environ|getenv|BaseSettings|dotenv|dotenv_values)\b/;

/** Undefined where it reads no configuration from the environment, or checks what it reads. */
export function uncheckedConfiguration(
  workspace: Workspace,
  covers: (path: string) => boolean,
): { readonly path: string } | undefined {
  const { program } = workspace.facts;
  const paths = workspace.pythonFiles.filter(
    (path) =>
      covers(path) &&
      !/(^|\/)(tests?|docs?|examples?|alembic|migrations|scripts?)\//.test(path) &&
      !/(^|\/)conftest\.py$/.test(path),
  );
  let reading: string | undefined;
  for (const path of paths) {
    const text = workspace.text(path) ?? "";
    if (READS.test(text) && /\b(environ|getenv|dotenv_values)\b/.test(text))
      reading ??= readsIn(program, path) ? path : undefined;
    if (checksIn(program, path, text)) return undefined;
  }
  return reading === undefined ? undefined : { path: reading };
}

function readsIn(program: Program, path: string): boolean {
  return [...walkCode(program.module(path)?.code.body ?? [])].some((expr) => isEnvironment(program, path, expr));
}

function isEnvironment(program: Program, path: string, expr: Expr): boolean {
  if (expr.kind !== "attribute" && expr.kind !== "name") return false;
  const meant = program.expression(path, expr);
  return meant?.kind === "external" && /^(os\.(environ|getenv)|dotenv\.dotenv_values)$/.test(meant.name);
}

function checksIn(program: Program, path: string, text: string): boolean {
  const module = program.module(path);
  if (!module) return false;
  if ([...module.code.imports.values()].some((name) => LIBRARIES.test(name))) return true;
  const body = module.code.body;
  for (const call of walkCode(body)) {
    if (call.kind !== "call") continue;
    const meant = program.expression(path, call.callee);
    const name = call.callee.kind === "name" || call.callee.kind === "attribute" ? call.callee.name : "";
    if (CHECK.test(name)) return true;
    if (meant?.kind !== "class" && !(call.callee.kind === "attribute" && isChecked(program, path, call.callee.of)))
      continue;
    const bases = meant?.kind === "class" ? program.externalBases(meant.class) : [];
    if (bases.some((base) => SETTINGS_BASE.test(base))) return true;
    const isModel = bases.some((base) => CHECKED_MODEL.test(base)) || meant?.kind !== "class";
    if (isModel && call.args.some(({ value }) => mentionsEnvironment(program, path, value))) return true;
  }
  // `if not KEY: raise …`, `os.environ["KEY"]` and `assert KEY` where a configuration module is imported.
  if (!/environ|getenv/.test(text)) return false;
  // In other modules a raise in a function is about requests.
  return failsAtImport(
    program,
    path,
    body,
    /(config\w*|settings?|env\w*|constants)\.py$|(^|\/)(config|settings|conf)\//i.test(path),
  );
}

/** `Settings.model_validate(os.environ)` */
function isChecked(program: Program, path: string, of: Expr): boolean {
  const meant = program.expression(path, of);
  return meant?.kind === "class" && program.externalBases(meant.class).some((base) => CHECKED_MODEL.test(base));
}

function mentionsEnvironment(program: Program, path: string, expr: Expr): boolean {
  return [...walkCode([{ kind: "expression", value: expr, start: expr.start, end: expr.end }])].some((one) =>
    isEnvironment(program, path, one),
  );
}

function failsAtImport(program: Program, path: string, body: readonly Stmt[], inFunctions: boolean): boolean {
  const atTop = inFunctions ? body : body.filter(({ kind }) => kind !== "function");
  const required = [...walkCode(atTop)].some(
    (expr) => expr.kind === "subscript" && isEnvironment(program, path, expr.of),
  );
  return required || raises(atTop);
}

/** A raise or an exit below an `if`, at the top of the module or in a class or a function of it. */
function raises(body: readonly Stmt[]): boolean {
  return body.some((statement) => {
    if (statement.kind === "if")
      return statement.then.some(isFailure) || raises(statement.then) || raises(statement.otherwise);
    if (statement.kind === "for" || statement.kind === "with") return raises(statement.body);
    if (statement.kind === "function") return raises(statement.function.body);
    if (statement.kind === "class") return raises(statement.class.body);
    if (statement.kind === "try")
      return statement.handlers.some(({ body: handling }) => handling.some(isFailure)) || raises(statement.body);
    return false;
  });
}

function isFailure(statement: Stmt): boolean {
  if (statement.kind === "raise") return true;
  const value = statement.kind === "expression" && statement.value.kind === "call" ? statement.value.callee : undefined;
  return (value?.kind === "name" || value?.kind === "attribute") && /^(_?exit|abort|quit)$/.test(value.name);
}
