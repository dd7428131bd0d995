// Which annotations something reads when the code runs, so that what they name must be there: those of routes and other decorated functions, of dependencies, of models, and of classes that a container makes.

import type { Workspace } from "../models/workspace.ts";
import { importsOf } from "../python/imported.ts";
import type { PythonFile } from "../python/python-file.ts";
import { ancestors, decoratorName, decoratorsOf, enclosing, enclosingClass } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { basesOf } from "./definition-kind.ts";
import { importersOf, knowsNameOf } from "./importers.ts";

/** What stands in annotations that somebody may read at run time. */
export function isReadAtRunTime(file: PythonFile, reference: SyntaxNode, workspace: Workspace): boolean {
  const type = [reference, ...ancestors(reference)].findLast(
    (one) => one.type === "type" && one.parent?.type !== "generic_type",
  );
  const holder = type?.parent;
  if (type === undefined || holder === undefined) return false;
  if (holder.type === "assignment") {
    const owner = holder.parent?.parent?.parent;
    return owner?.type === "class_definition" && hasReadFields(file, owner);
  }
  const definition = holder.type === "function_definition" ? holder : enclosing(holder, "function_definition");
  if (definition === undefined) return false;
  return (
    decoratorsOf(definition).some((one) => !leavesAnnotations.test(decoratorName(one)?.text ?? "")) ||
    // `store: Annotated[Store, Depends(get_store)]`, `store: Store = Depends(get_store)`
    (definition.field("parameters")?.children ?? []).some(isInjected) ||
    isHandedOver(file, definition, workspace) ||
    (definition.field("name")?.text === "__init__" && isMadeByContainer(workspace))
  );
}

const leavesAnnotations =
  /^(?:(?:builtins|abc|typing|typing_extensions|functools|contextlib|pytest|mock|unittest\.mock)\.)?(?:classmethod|staticmethod|property|cached_property|abstractmethod|override|overload|final|wraps|cache|lru_cache|contextmanager|asynccontextmanager|fixture|patch(?:\.\w+)*)$|\.(?:setter|getter|deleter)$|^pytest\.mark\.|^pytest_asyncio\.fixture$/;

/** The marks of FastAPI and its like, written into an annotation or as a default. */
function isInjected(parameter: SyntaxNode): boolean {
  return /\b(?:Depends|Security|Inject|Provide|FromDishka)\b/.test(
    `${parameter.field("type")?.text ?? ""} ${parameter.field("value")?.text ?? ""}`,
  );
}

/** A class whose base or decorator may make fields of what is annotated in it. */
function hasReadFields(file: PythonFile, owner: SyntaxNode): boolean {
  if (decoratorsOf(owner).length > 0) return true;
  return basesOf(owner).some((base) => {
    const name = base.type === "subscript" ? (base.field("value") ?? base) : base;
    return !/^(?:builtins\.)?(?:object|\w*(?:Error|Exception))$|^abc\.ABC$|^typing(?:_extensions)?\.(?:Protocol|Generic)$|^enum\.\w+$/.test(
      file.resolve(name) ?? name.text,
    );
  });
}

/** `Depends(get_store)`, `Provide(get_store)`, here or where the function is imported. */
function isHandedOver(file: PythonFile, definition: SyntaxNode, workspace: Workspace): boolean {
  const name = definition.field("name");
  if (name === undefined || enclosingClass(definition) !== undefined) return false;
  if (file.scopes.bindingOf(name)?.references.some(isArgument)) return true;
  if (definition.parent?.type !== "module" && definition.parent?.parent?.type !== "module") return false;
  return [...importersOf(file.path, [name.text], workspace)].some((path) => {
    const other = knowsNameOf(path, file.path, name.text, workspace) ? workspace.python(path) : undefined;
    const local = other && importsOf(other).find((one) => one.name === name.text)?.local;
    return local !== undefined && other?.scopes.module.bindings.get(local)?.references.some(isArgument) === true;
  });
}

function isArgument({ parent }: SyntaxNode): boolean {
  return parent?.type === "argument_list" || parent?.type === "keyword_argument";
}

/** Containers look into `__init__` to find out what a class needs. */
function isMadeByContainer({ facts }: Workspace): boolean {
  return ["dishka", "injector", "lagom", "punq", "wireup", "kink", "svcs"].some(
    (library) => facts.filesImporting(library).length > 0,
  );
}
