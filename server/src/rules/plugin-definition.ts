// What the team's abstract class says of its members, as it is written where it is defined.

import type { ClassFacts, Program } from "../models/program.ts";
import type { Workspace } from "../models/workspace.ts";
import type { PythonFile } from "../python/python-file.ts";
import { moduleImportName } from "./module-import-name.ts";

/** Where the team's abstract class is defined, if only one module of the workspace does. */
export function definedBase(
  program: Program,
  base: string,
  file: PythonFile,
  workspace: Workspace,
): { readonly module: string; readonly name: string } | undefined {
  const name = base.split(".").at(-1) ?? base;
  const paths = workspace.pythonFiles.filter(
    (path) => (workspace.text(path) ?? "").includes(`class ${name}`) && program.module(path)?.classes.has(name),
  );
  const [only] = paths;
  const module = only !== undefined && paths.length === 1 ? moduleImportName(file, only, workspace) : undefined;
  return module === undefined ? undefined : { module, name };
}

/** As the contract's own class in the workspace has it, whose parameters the guide need not have told. */
export function signatureIn(
  program: Program,
  found: ClassFacts,
  base: string,
  workspace: Workspace,
  name: string,
): string | undefined {
  const last = base.split(".").at(-1) ?? base;
  const contract = program.ancestors(found).find((one) => one.code.name === last);
  const method = contract?.methods.get(name);
  const text = contract && method && workspace.text(contract.path)?.slice(method.start);
  return text && /(?:async\s+)?def\s+\w+\s*\([^)]*\)(?:\s*->\s*[^:\n]+)?(?=:)/.exec(text)?.[0].replaceAll(/\s+/g, " ");
}

export function annotatedIn(
  program: Program,
  found: ClassFacts,
  base: string,
  workspace: Workspace,
  attribute: string,
): string {
  const last = base.split(".").at(-1) ?? base;
  const contract = program.ancestors(found).find((one) => one.code.name === last);
  const annotation = contract?.attributes.get(attribute)?.annotation;
  const text = contract && annotation && workspace.text(contract.path)?.slice(annotation.start, annotation.end);
  return text === undefined ? attribute : `${attribute}: ${text}`;
}
