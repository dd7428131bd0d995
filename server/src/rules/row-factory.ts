// Finds what makes a model's rows in tests, a class of factory_boy's or polyfactory's or a function, and has it make one.

import type { Workspace } from "../models/workspace.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { moduleImportName } from "./module-import-name.ts";
import type { Fix } from "./rule.ts";
import { swapModule } from "./swap-module.ts";

interface Maker {
  readonly path: string;
  readonly name: string;
  readonly isFactory: boolean;
  /** What a function takes by name; undefined where it takes anything. */
  readonly takes: ReadonlySet<string> | undefined;
}

/** `Boat(name="Ada")` becomes `BoatFactory.build(name="Ada")`; undefined where there is no such maker, or several. */
export function madeByFactory(
  file: PythonFile,
  call: SyntaxNode,
  model: string,
  makers: readonly string[],
  workspace: Workspace,
): Fix | undefined {
  const callee = call.field("function");
  const passed = call.field("arguments")?.children.filter(({ isNamed }) => isNamed) ?? [];
  const names = passed.map((one) => (one.type === "keyword_argument" ? one.field("name")?.text : undefined));
  if (callee === undefined || names.includes(undefined)) return undefined;
  const isKept = /\.objects\.create$/.test(callee.text);
  if (callee.type === "attribute" && /\.objects\./.test(callee.text) && !isKept) return undefined;
  const found = makersOf(model, workspace).filter(
    ({ name, isFactory, takes }) =>
      (makers.length === 0 || makers.some((one) => one.split(".").at(-1) === name)) &&
      (isFactory || (!isKept && names.every((one) => takes?.has(one ?? "") !== false))),
  );
  const [maker, ...others] = found;
  const module = maker && moduleImportName(file, maker.path, workspace);
  if (maker === undefined || others.length > 0 || module === undefined) return undefined;
  const suffix = maker.isFactory && !isKept ? ".build" : "";
  const title = `Let \`${maker.name}${suffix}\` make it; look at what it gives the other columns`;
  // The import of the model goes where nothing else needs it.
  const swapped =
    callee.type === "identifier"
      ? swapModule(file, callee, { module, name: maker.name, suffix }, workspace)
      : undefined;
  if (swapped !== undefined) return { title, safe: false, edits: swapped };
  const { name, edits } = insertImport(file, module, maker.name, workspace, { at: call });
  return {
    title,
    safe: false,
    edits: [...edits, { span: { start: callee.start, end: callee.end }, text: name + suffix }],
  };
}

/** In the files that import the model. */
function makersOf(model: string, workspace: Workspace): readonly Maker[] {
  return workspace.facts.filesImporting(model).flatMap((path) => {
    const file = /(?:^|\/)(?:tests?\/|conftest|\w*factor(?:y|ies))|factory/i.test(path)
      ? workspace.python(path)
      : undefined;
    if (file === undefined) return [];
    const classes = file.nodes("class_definition").filter((one) => isFactoryOf(one, model));
    const functions = file.nodes("function_definition").filter((one) => isMakerOf(one, model));
    return [
      ...classes.map((one) => ({ path, name: nameOf(one), isFactory: true, takes: undefined })),
      ...functions.map((one) => ({ path, name: nameOf(one), isFactory: false, takes: takenBy(one) })),
    ];
  });
}

function nameOf(definition: SyntaxNode): string {
  return definition.field("name")?.text ?? "";
}

/** `class Meta: model = Boat`, `SQLAlchemyFactory[Boat]`, `__model__ = Boat` */
function isFactoryOf(definition: SyntaxNode, model: string): boolean {
  const isNamed = definition.parent?.type === "module" && /Factory$/.test(nameOf(definition));
  const says = new RegExp(
    String.raw`^\s+(?:model|__model__)\s*=\s*(?:\w+\.)?${model}\s*$|^class \w+\([^)\n]*Factory\[(?:\w+\.)?${model}\]`,
    "m",
  );
  return isNamed && says.test(definition.text);
}

/** A plain function that does nothing but return such a row. */
function isMakerOf(definition: SyntaxNode, model: string): boolean {
  const last = statements(definition.field("body")).at(-1);
  const isPlain = definition.parent?.type === "module" && enclosingFunction(definition) === undefined;
  return (
    isPlain &&
    /^(?:make|create|build)_/.test(nameOf(definition)) &&
    !/^async\b/.test(definition.text) &&
    new RegExp(String.raw`^return (?:\w+\.)?${model}\(`).test(last?.text ?? "")
  );
}

function takenBy(definition: SyntaxNode): ReadonlySet<string> | undefined {
  const parameters = parametersOf(definition);
  if (parameters.some(({ kind }) => kind === "**")) return undefined;
  return new Set(parameters.map(({ name }) => name));
}
