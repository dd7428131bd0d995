// Fixes that annotate a function's parameters and return with what is known of them.

import type { Workspace } from "../models/workspace.ts";
import { parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { inferredParameter, inferredReturn } from "./inferred-types.ts";
import type { Fix } from "./rule.ts";

/** Behind the brackets of the parameters, or in the place of the annotation that is there. */
export function annotateReturn(file: PythonFile, definition: SyntaxNode, workspace: Workspace): Fix | undefined {
  const written = inferredReturn(file, definition, workspace);
  const parameters = definition.field("parameters");
  const present = definition.field("return_type");
  if (written === undefined || parameters === undefined) return undefined;
  const edit = present
    ? { span: { start: present.start, end: present.end }, text: written.text }
    : { span: { start: parameters.end, end: parameters.end }, text: ` -> ${written.text}` };
  return {
    title: `Annotate the return as \`${written.text}\`; look whether subclasses return something else`,
    safe: false,
    edits: [...written.edits, edit],
  };
}

/** The parameter whose name stands at the offset. */
export function annotateParameter(
  file: PythonFile,
  definition: SyntaxNode,
  offset: number,
  workspace: Workspace,
): Fix | undefined {
  const parameter = parametersOf(definition).find(({ node }) => node.start <= offset && offset < node.end);
  const written = parameter && inferredParameter(file, definition, parameter, workspace);
  if (parameter === undefined || written === undefined) return undefined;
  const { annotation, nameNode, default: value } = parameter;
  const edits = [...written.edits];
  if (annotation) edits.push({ span: { start: annotation.start, end: annotation.end }, text: written.text });
  else if (value === undefined)
    edits.push({ span: { start: nameNode.end, end: nameNode.end }, text: `: ${written.text}` });
  // With an annotation, white space belongs around the equals sign.
  else edits.push({ span: { start: nameNode.end, end: value.start }, text: `: ${written.text} = ` });
  return {
    title: `Annotate \`${parameter.name}\` as \`${written.text}\`; look whether callers pass something else`,
    safe: false,
    edits,
  };
}
