// Flags response schemas that cannot be filled from database objects.

import type { Expr } from "../../models/code/syntax.ts";
import { walkExpression } from "../../models/code/walk.ts";
import type { ClassFacts, Program } from "../../models/program.ts";
import { answerOf, lastName } from "../../models/web/answers.ts";
import { configured } from "../../models/web/model-config.ts";
import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { isTestPath } from "../../python/source-file.ts";
import { blockOf, indentOf, lineEnd, statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { insertImport } from "../insert-import.ts";
import type { Reading } from "../reading.ts";
import { type Fix, fileRule, option } from "../rule.ts";

const MODEL = /^pydantic(\.\w+)*\.(BaseModel|GenericModel)$/;
const KNOWN = /^(pydantic|typing|typing_extensions|abc|enum|builtins)\b/;
/** Where schemas lie. */
const SCHEMAS = /(^|\/)(schemas?|dtos?|responses?|models?|serializers?|views?)(\/|\.py$)/;
const SETTINGS = ["from_attributes", "orm_mode"];

export const fromAttributes = fileRule({
  id: "from-attributes",
  scope: "workspace",
  summary: "A response schema without `from_attributes=True`, its own or inherited.",
  why: "`model_validate` and FastAPI fail on database objects without it. Generic envelopes, abstract bases, and schemas whose base is not in the workspace are left alone.",
  severity: "warning",
  fix: "unsafe",
  options: { suffixes: option.strings(["Response"], "How the names of response schemas end.") },
  mentions: ["class "],
  answers: ["Always enable ORM mode for response schemas.", "Response schemas must set `from_attributes=True`."],
  means: [
    {
      stance: "want",
      says: [
        "orm mode & (schema|response|pydantic|model)",
        "`from_attributes*`",
        "`ConfigDict(from_attributes*`",
        "`model_config*from_attributes*`",
        "from_attributes",
      ],
      options: (reading) => ({ suffixes: readSuffixes(reading) }),
    },
  ],
  examples: [
    {
      bad: "from pydantic import BaseModel\n\n\nclass BoatResponse(BaseModel):\n    name: str\n",
      good: "from pydantic import BaseModel, ConfigDict\n\n\nclass BoatResponse(BaseModel):\n    model_config = ConfigDict(from_attributes=True)\n\n    name: str\n",
    },
  ],
  *check(file, { suffixes }, { workspace }) {
    const { program } = workspace.facts;
    for (const one of program.module(file.path)?.classes.values() ?? []) {
      const { name } = one.code;
      if (!suffixes.some((suffix) => name.endsWith(suffix) && name !== suffix) || !isPlainModel(program, one)) continue;
      if (configured(program, one, SETTINGS) === true || isOfAnotherKind(workspace, one)) continue;
      const node = file.nodes("class_definition").find(({ start }) => start === one.code.start);
      const fix = node && fixOf(file, node, one, workspace);
      yield {
        span: { start: one.code.start, end: one.code.nameSpan.end },
        message: `\`${name}\` cannot be filled from a database object, because \`from_attributes\` is not set; add \`model_config = ConfigDict(from_attributes=True)\`.`,
        ...(fix ? { fix } : {}),
      };
    }
  },
});

/** The ends of the names in the text's own examples that set it, else "Response". */
function readSuffixes({ good, shown, codes, section }: Reading): readonly string[] {
  const own = codes.flatMap((code) => /^\*([A-Z]\w*)$/.exec(code)?.[1] ?? []);
  // "| `*Out` | response body |"
  const listed = section.flatMap((line) => /^\W*\*([A-Z]\w*)\W.*\bresponses?\b/i.exec(line)?.[1] ?? []);
  const named = own.length > 0 ? own : listed;
  const examples = [...good, ...shown].flatMap(({ code }) =>
    code
      .split(/^(?=class )/m)
      .flatMap((part) =>
        part.includes("from_attributes") ? (/^class \w*?([A-Z][a-z]+)\b/.exec(part)?.[1] ?? []) : [],
      ),
  );
  const found = [...new Set([...named, ...examples])];
  return found.length > 0 ? found : ["Response"];
}

/** A pydantic model that is neither generic nor a base for others by its name. */
function isPlainModel(program: Program, one: ClassFacts): boolean {
  const bases = program.externalBases(one);
  const isUnknown = one.code.bases.some(
    (base) => program.expression(one.path, base.kind === "subscript" ? base.of : base) === undefined,
  );
  if (isUnknown || !bases.some((base) => MODEL.test(base)) || bases.some((base) => !KNOWN.test(base))) return false;
  return (
    !/^(_|Base|Abstract|Generic)/.test(one.code.name) && !bases.some((base) => /(^|\.)(Generic|Protocol)$/.test(base))
  );
}

/** Where the project has routes, a model that none of them answers with is no response of the API: one far from its schemas, or a message. */
function isOfAnotherKind(workspace: Workspace, one: ClassFacts): boolean {
  const { facts } = workspace;
  const { routes } = facts.routeMap;
  if (routes.length === 0 || facts.routes(one.path).routes.length > 0) return false;
  if (SCHEMAS.test(one.path) && !isMadeByHand(workspace, one)) return false;
  const answers = routes.flatMap(({ route }) => {
    const { type, path } = answerOf(facts, route);
    return type ? [{ type, path }] : [];
  });
  // What cannot be followed to its definition is told by its name.
  if (answers.some(({ type }) => walkExpression(type).some((part) => lastName(part) === one.code.name))) return false;
  const reached = new Set(answers.flatMap(({ type, path }) => classesIn(facts.program, path, type)));
  // What stands in an answer is filled with it.
  for (const each of reached)
    for (const facet of [each, ...facts.program.ancestors(each)])
      for (const { annotation } of facet.attributes.values())
        for (const inner of annotation ? classesIn(facts.program, facet.path, annotation) : []) reached.add(inner);
  return !reached.has(one);
}

function classesIn(program: Program, path: string, type: Expr): readonly ClassFacts[] {
  return [type, ...walkExpression(type)].flatMap((part) => {
    const meant = program.expression(path, part);
    return meant?.kind === "class" ? [meant.class] : [];
  });
}

/** Code away from routes makes it of single values: a message, not a row that is answered with. */
function isMadeByHand(workspace: Workspace, { code: { name }, path }: ClassFacts): boolean {
  const { facts } = workspace;
  const made = new RegExp(`\\b${name}\\(`);
  const makers = facts
    .filesCalling(name)
    .filter((file) => file !== path && !isTestPath(file) && made.test(workspace.text(file) ?? ""));
  return makers.length > 0 && makers.every((file) => facts.routes(file).routes.length === 0);
}

function fixOf(
  file: PythonFile,
  node: SyntaxNode,
  { attributes, code }: ClassFacts,
  workspace: Workspace,
): Fix | undefined {
  const title = "Set from_attributes; look whether it is filled from objects";
  const config = attributes.get("model_config")?.value;
  if (config) {
    if (config.kind !== "call") return undefined;
    const off = config.args.find(({ name }) => name === "from_attributes");
    if (off) return { title, safe: false, edits: [{ span: off.value, text: "True" }] };
    const last = config.args.at(-1)?.value;
    const at = last?.end ?? config.end - 1;
    return {
      title,
      safe: false,
      edits: [{ span: { start: at, end: at }, text: `${last ? ", " : ""}from_attributes=True` }],
    };
  }
  if (code.body.some((one) => one.kind === "class" && one.class.name === "Config")) return inConfig(file, node, title);
  const [first, second] = statements(blockOf(node));
  if (!first || file.lines.position(first.start).line === file.lines.position(node.start).line) return undefined;
  const made = insertImport(file, "pydantic", "ConfigDict", workspace);
  const line = `model_config = ${made.name}(from_attributes=True)`;
  const isEmpty = first.type === "pass_statement" || first.text === "...";
  if (isEmpty && !second) return { title, safe: false, edits: [...made.edits, { span: first, text: line }] };
  const isDocstring = first.type === "expression_statement" && first.children[0]?.type === "string";
  const end = lineEnd(file);
  const gap = end + end;
  if (isDocstring && !second)
    return {
      title,
      safe: false,
      edits: [...made.edits, { span: { start: first.end, end: first.end }, text: gap + indentOf(file, first) + line }],
    };
  const before = isDocstring && second ? second : first;
  return {
    title,
    safe: false,
    edits: [
      ...made.edits,
      { span: { start: before.start, end: before.start }, text: line + gap + indentOf(file, before) },
    ],
  };
}

/** One line more in the older `class Config`. */
function inConfig(file: PythonFile, node: SyntaxNode, title: string): Fix | undefined {
  const config = statements(blockOf(node)).find((one) => one.field("name")?.text === "Config");
  const last = statements(config?.field("body")).at(-1);
  if (!config || !last || file.lines.position(last.start).line === file.lines.position(config.start).line)
    return undefined;
  if (/\b(from_attributes|orm_mode)\b/.test(config.text) || last.type === "pass_statement") return undefined;
  const at = file.lines.lineSpan(file.lines.position(last.end).line).end;
  const text = `${lineEnd(file)}${indentOf(file, last)}from_attributes = True`;
  return { title, safe: false, edits: [{ span: { start: at, end: at }, text }] };
}
