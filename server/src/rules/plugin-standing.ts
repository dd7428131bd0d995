// How a class stands to the contract of plugins: whether it is one, and what it has of it.

import { statementsIn } from "../models/code/functions.ts";
import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { walkCode } from "../models/code/walk.ts";
import type { ClassFacts, Program } from "../models/program.ts";

/** What plugins must have, as the options of the rule say it. */
export interface PluginContract {
  readonly base: string;
  readonly folders: readonly string[];
  readonly suffix: string;
  readonly attributes: readonly string[];
  readonly methods: readonly string[];
  readonly registered: boolean;
  readonly inherits: boolean;
}

/** "kin" inherits from the contract, "unknown" from what cannot be followed. */
export function standingOf(
  program: Program,
  found: ClassFacts,
  base: string,
): "contract" | "kin" | "unknown" | "apart" {
  const last = base.split(".").at(-1) ?? base;
  if (found.code.name === last) return "contract";
  if (program.ancestors(found).some((one) => one.code.name === last)) return "kin";
  const outside = program.externalBases(found);
  if (outside.some((name) => (name.split(".").at(-1) ?? name) === last)) return "kin";
  if (found.code.bases.some((one) => one.kind === "name" && one.name === last)) return "kin";
  return outside.some((name) => !/^(abc\.ABC|builtins\.object|typing\.Generic)$/.test(name)) ? "unknown" : "apart";
}

export function isAbstract(found: ClassFacts): boolean {
  if (/^_*(Base|Abstract)(?![a-z])|(Base|Mixin|ABC)$/.test(found.code.name) || found.code.name.startsWith("_"))
    return true;
  if (found.code.bases.some((base) => /^(ABC|Protocol)$/.test(lastName(base)))) return true;
  if (found.code.keywords.some((keyword) => keyword.name === "metaclass")) return true;
  return [...found.methods.values()].some(isDemanded);
}

/** `@abstractmethod`, also as a property. */
function isDemanded({ decorators }: FunctionCode): boolean {
  return decorators.some((one) => lastName(one).startsWith("abstract"));
}

function lastName(expr: Expr): string {
  return expr.kind === "name" || expr.kind === "attribute" ? expr.name : "";
}

/** A class of the plugins' folder that is named like one or does what one does. */
export function isPlugin(path: string, found: ClassFacts, { folders, suffix, methods }: PluginContract): boolean {
  const isInFolder = folders.some((folder) => `/${path}`.includes(`/${folder.replace(/^\.?\/|\/$/g, "")}/`));
  if (
    !isInFolder ||
    /(Error|Exception|Config|Options|Settings|Result|Request|Response|Registry|Manager|Type|Enum)$/.test(
      found.code.name,
    )
  )
    return false;
  if (found.code.decorators.some((one) => lastName(one.kind === "call" ? one.callee : one) === "dataclass"))
    return false;
  const names = methods.map(nameOfMethod);
  const shared = names.filter((name) => found.methods.has(name)).length;
  return (
    (suffix !== "" && found.code.name.endsWith(suffix) && found.methods.size > 0) ||
    (shared > 0 && shared >= Math.min(2, names.length))
  );
}

export function nameOfMethod(signature: string): string {
  return /def\s+(\w+)/.exec(signature)?.[1] ?? "";
}

export function nameOfAttribute(text: string): string {
  return text.split(":")[0]?.trim() ?? "";
}

/** Defined with a value by the class, by one between it and the contract, or by its `__init__`; a property will do. */
export function has(program: Program, found: ClassFacts, name: string, base: string): boolean {
  const last = base.split(".").at(-1) ?? base;
  return [found, ...program.ancestors(found)].some((one) => {
    if (one.methods.has(name)) return true;
    const attribute = one.attributes.get(name);
    if (attribute && (attribute.value !== undefined || one === found)) return true;
    if (one.code.name === last) return false;
    return setsInInit(one, name);
  });
}

/** `self.slug = …`, or `super().__init__(slug=…)`. */
function setsInInit(found: ClassFacts, name: string): boolean {
  const body = found.methods.get("__init__")?.body ?? [];
  const isSet = (target: Expr): boolean =>
    target.kind === "sequence" ? target.items.some(isSet) : target.kind === "attribute" && target.name === name;
  return (
    [...statementsIn(body)].some((one) => one.kind === "assign" && isSet(one.target)) ||
    walkCode(body).some((one) => one.kind === "call" && one.args.some((argument) => argument.name === name))
  );
}

export function hasMethod(program: Program, found: ClassFacts, name: string, base: string): boolean {
  const last = base.split(".").at(-1) ?? base;
  return [found, ...program.ancestors(found)].some((one) => {
    const method = one.methods.get(name);
    if (!method) return one.attributes.has(name);
    return !isDemanded(method) && (one.code.name !== last || one === found);
  });
}

export function isPlainMethod(found: ClassFacts, name: string): boolean {
  const method = found.methods.get(name);
  return method !== undefined && !method.isAsync && method.decorators.every((one) => lastName(one) === "override");
}
