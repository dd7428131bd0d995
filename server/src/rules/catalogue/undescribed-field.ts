// Flags fields of Pydantic models that carry no description, where the guide wants one on each.

import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { keywordNode } from "../call-edits.ts";
import { isOfKnownKind } from "../class-kinds.ts";
import { describedByComment } from "../described-field.ts";
import { isPydanticClass } from "../pydantic-model.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";

const FIELD = "(field|`Field*`|attribute|parameter)";
const DESCRIPTION = "(description|title and description|description and title|`description*`|`title`|title)";

export const undescribedField = fileRule({
  id: "undescribed-field",
  scope: "workspace",
  summary: "A field of a Pydantic model without a description.",
  why: "The description is what the generated documentation, and a model that is given the schema, get to read. A docstring below the field counts, and so do the docstring of the class and an alias of the type that describes it; private names, class variables, settings, tables and tests are left alone.",
  severity: "information",
  fix: "unsafe",
  tests: false,
  additive: true,
  generated: false,
  options: {
    needs: option.strings(["description"], "What each field has to be given: `description`, `title`."),
  },
  answers: [
    "Every Pydantic field has a description.",
    "All model fields must have a description.",
    "Use `Field` with a description for each model field.",
  ],
  means: [
    {
      stance: "want",
      says: [
        `(model|pydantic|schema|@request)? ${FIELD} ... (have|need|carry|require|include|get|with|has) ... ${DESCRIPTION}`,
        `(add|include|provide|give|write|set) ... ${DESCRIPTION} ... (to|for|on) ... (pydantic|model|schema|all|every|each) ... ${FIELD}`,
        `(give|provide) ... ${FIELD} ... ${DESCRIPTION}`,
        `(describe|document) ... (pydantic|model|schema) ${FIELD}`,
        `\`Field*\` ... (with|for|including) ... ${DESCRIPTION}`,
        "`*Field(*description=*`",
        `${DESCRIPTION} ... (required|mandatory) ... (for|on) ... ${FIELD}`,
      ],
      unless: [
        "(docstring|commit|issue|mutation|pull request|pr|ticket|column|form|html|route|endpoint|yaml|front matter|frontmatter|json|graphql|setting|configuration|config|environment|mcp|celery|dbt|django|dataclass|task)",
        "(function|method|tool) (parameter|argument)",
        "signature",
        "query parameter",
      ],
      options: readNeeds,
    },
    {
      stance: "avoid",
      says: [`(pydantic|model|schema)? ${FIELD} without ... ${DESCRIPTION}`],
      unless: ["(docstring|column|form)"],
      options: readNeeds,
    },
  ],
  examples: [
    {
      bad: "from pydantic import BaseModel\n\n\nclass Box(BaseModel):\n    width: int  # In millimetres.\n",
      good: 'from pydantic import BaseModel, Field\n\n\nclass Box(BaseModel):\n    width: int = Field(description="In millimetres.")\n',
    },
  ],
  *check(file, { needs }, { workspace }) {
    for (const definition of file.nodes("class_definition")) {
      if (!isPydanticClass(file, definition, workspace) || isOther(file, definition, workspace)) continue;
      const body = statements(definition.field("body"));
      const about = body[0]?.children[0]?.type === "string" ? body[0].text : "";
      for (const [at, statement] of body.entries()) {
        const assignment = statement.children[0];
        const name = assignment?.type === "assignment" ? assignment.field("left") : undefined;
        const type = assignment?.field("type");
        if (name?.type !== "identifier" || type === undefined || !isField(name, type)) continue;
        const lacking = needs.filter((need) => !isGiven(need, type, assignment?.field("right"), body[at + 1]));
        if (lacking.length === 0 || isAliasGiven(file, type, lacking, workspace)) continue;
        if (new RegExp(String.raw`^[ \t*-]*(?::\w+ )?[\`]*${name.text}[\`]*\s*[:(]`, "m").test(about)) continue;
        const wanted = lacking.join(" and ");
        const isOne = lacking.length === 1 && lacking[0] === "description";
        const fix = assignment && isOne ? describedByComment(file, assignment, workspace) : undefined;
        yield {
          span: name,
          ...(fix && { fix }),
          message: `The field \`${name.text}\` has no ${wanted}; give it one: \`Field(${lacking.map((need) => `${need}="…"`).join(", ")})\`.`,
        };
      }
    }
  },
});

function isField(name: SyntaxNode, type: SyntaxNode): boolean {
  return !name.text.startsWith("_") && name.text !== "model_config" && !/\bClassVar\b|\bPrivateAttr\b/.test(type.text);
}

/** Settings are told of elsewhere, and a table is no schema. */
function isOther(file: PythonFile, definition: SyntaxNode, workspace: Workspace): boolean {
  const { facts } = workspace;
  if (/\btable\s*=\s*True\b/.test(definition.field("superclasses")?.text ?? "")) return true;
  const one = facts.program.module(file.path)?.classes.get(definition.field("name")?.text ?? "");
  return one !== undefined && isOfKnownKind(facts, one, "settings class");
}

/** `Width`, where some module of the workspace says `Width = Annotated[int, Field(description="…")]`. */
function isAliasGiven(file: PythonFile, type: SyntaxNode, needs: readonly string[], workspace: Workspace): boolean {
  return (type.text.match(/[A-Za-z_]\w*/g) ?? []).some((name) => {
    const meant = workspace.facts.program.name(file.path, name);
    if (meant?.kind !== "value") return false;
    const said = workspace.text(meant.path)?.slice(meant.value.start, meant.value.end) ?? "";
    return needs.every((need) => new RegExp(String.raw`\b${need}\s*=|\bDoc\(`).test(said));
  });
}

/** By `Field(…)`, inside `Annotated[…]`, or in a docstring below the field. */
function isGiven(need: string, type: SyntaxNode, value: SyntaxNode | undefined, next: SyntaxNode | undefined): boolean {
  if (value?.type === "call") {
    // What another call, or an unpacked one, gives a field nobody can tell.
    if (!/(?:^|\.)\w*Field$/.test(value.field("function")?.text ?? "") || value.text.includes("**")) return true;
    if (keywordNode(value, need) !== undefined) return true;
  }
  if (new RegExp(String.raw`\b${need}\s*=|\bDoc\(`).test(type.text)) return true;
  return need === "description" && next?.children[0]?.type === "string";
}

function readNeeds({ clause, sentence, codes }: Reading): { needs: readonly string[] } | undefined {
  const text = `${clause} ${codes.join(" ")}`;
  // Where it is left to judgement which fields, code does not tell.
  if (!/\b(?:all|every|each|any|always|must|fields|without)\b/i.test(sentence) && !/\bField\b/.test(sentence))
    return undefined;
  if (
    /\b(?:non-?obvious|obvious|complex|unclear|ambiguous|important|where|when|if|possible|helpful|needed)\b/i.test(
      clause,
    )
  )
    return undefined;
  // Half of the models, or another place than the code.
  if (
    /\brequest/i.test(clause) !== /\bresponse/i.test(clause) ||
    /\bin (?:the )?(?:docs|documentation|readme)\b/i.test(clause)
  )
    return undefined;
  if (/\bpublic\b|\bapi (?:models?|fields?|schemas?)\b/i.test(clause)) return undefined;
  const needs = ["title", "description"].filter((need) => new RegExp(need, "i").test(text));
  return { needs: needs.length > 0 ? needs : ["description"] };
}
