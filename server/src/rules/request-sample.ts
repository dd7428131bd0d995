// Makes up what a request has to send so that a route accepts it: path, query, body, form fields and uploads.

import type { Workspace } from "../models/workspace.ts";
import { type Parameter, parametersOf } from "../python/parameters.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { isUpload } from "../python/uploads.ts";
import { sampleOf } from "./test-skeleton.ts";

/** The path with a value for each parameter in it. */
export function sampleAddress(definition: SyntaxNode, path: string): string {
  return path.replaceAll(/\{(\w+)(:[^}]*)?\}/g, (_, name: string) => sampleText(definition, name));
}

function sampleText(definition: SyntaxNode, name: string): string {
  const type = parametersOf(definition).find((parameter) => parameter.name === name)?.annotation?.text;
  return /\bUUID\b/.test(type ?? "") ? "00000000-0000-0000-0000-000000000000" : type === "str" ? "a" : "1";
}

/** `, json={…}`, `, files={…}` and the like, with all that has no default; undefined where one of them cannot be made up. */
export function sampleArgumentsOf(
  file: PythonFile,
  definition: SyntaxNode,
  path: string,
  workspace: Workspace,
): string | undefined {
  const sent: Record<"params" | "data" | "files", string[]> = { params: [], data: [], files: [] };
  const bodies: string[] = [];
  for (const parameter of parametersOf(definition)) {
    const { name, annotation, default: value, kind } = parameter;
    if (kind === "*" || kind === "**" || path.includes(`{${name}}`) || path.includes(`{${name}:`)) continue;
    const sample = sampleOf(annotation?.text);
    const asked =
      value === undefined ? undefined : /^(?:\w+\.)?(Form|File|Query)\(\s*(?:\.\.\.)?\s*\)$/.exec(value.text)?.[1];
    if (value !== undefined && asked === undefined) continue;
    if (isUpload(file, parameter.nameNode)) sent.files.push(`"${name}": ("a.txt", b"a")`);
    else if (isModel(file, parameter, workspace)) {
      const fields = fieldsOf(file, parameter, workspace);
      if (fields === undefined) return undefined;
      bodies.push(`{${fields.join(", ")}}`);
    } else if (sample !== undefined && !/^(\[|\{|set|\()/.test(sample) && sample !== "None" && asked !== "File")
      sent[asked === "Form" ? "data" : "params"].push(`"${name}": ${sample}`);
  }
  // Several bodies come in one, each under its parameter's name: that is for a person.
  const [body] = bodies;
  const parts = Object.entries(sent).flatMap(([key, pairs]) =>
    pairs.length === 0 ? [] : [`, ${key}={${pairs.join(", ")}}`],
  );
  return bodies.length > 1 ? undefined : `${body === undefined ? "" : `, json=${body}`}${parts.join("")}`;
}

function modelOf(file: PythonFile, { annotation }: Parameter, workspace: Workspace) {
  const type = annotation?.children[0];
  const meant = type?.type === "identifier" ? workspace.facts.program.name(file.path, type.text) : undefined;
  return meant?.kind === "class" ? meant : undefined;
}

function isModel(file: PythonFile, parameter: Parameter, workspace: Workspace): boolean {
  const meant = modelOf(file, parameter, workspace);
  const bases = meant ? workspace.facts.program.externalBases(meant.class) : [];
  return bases.some((base) => /(BaseModel|SQLModel)$/.test(base));
}

function fieldsOf(file: PythonFile, parameter: Parameter, workspace: Workspace): readonly string[] | undefined {
  const meant = modelOf(file, parameter, workspace);
  if (meant === undefined) return undefined;
  const text = workspace.text(meant.path) ?? "";
  const pairs: string[] = [];
  for (const [name, { annotation: written, value }] of meant.class.attributes) {
    if (value !== undefined || written === undefined) continue;
    const sample = sampleOf(text.slice(written.start, written.end));
    if (sample === undefined) return undefined;
    pairs.push(`"${name}": ${sample}`);
  }
  return pairs;
}
