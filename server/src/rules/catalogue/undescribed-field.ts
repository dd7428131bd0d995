// Flags fields of Pydantic models that carry no description, where the guide wants one on each.

import { statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { keywordNode } from "../call-edits.ts";
import { isPydanticClass } from "../pydantic-model.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";

const FIELD = "(field|`Field*`|attribute|parameter)";
const DESCRIPTION = "(description|title and description|description and title|`description*`|`title`|title)";

export const undescribedField = fileRule({
  id: "undescribed-field",
  scope: "workspace",
  summary: "A field of a Pydantic model without a description.",
  why: "The description is what the generated documentation, and a model that is given the schema, get to read. A docstring below the field counts; private names, class variables, settings of the model and tests are left alone.",
  severity: "information",
  fix: "none",
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
        "(docstring|commit|issue|pull request|pr|ticket|column|form|html|route|endpoint|yaml|front matter|frontmatter|json)",
        "(function|method|tool) parameter",
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
      bad: "from pydantic import BaseModel\n\n\nclass Box(BaseModel):\n    width: int\n",
      good: 'from pydantic import BaseModel, Field\n\n\nclass Box(BaseModel):\n    width: int = Field(description="In millimetres.")\n',
    },
  ],
  *check(file, { needs }, { workspace }) {
    for (const definition of file.nodes("class_definition")) {
      if (!isPydanticClass(file, definition, workspace)) continue;
      const body = statements(definition.field("body"));
      for (const [at, statement] of body.entries()) {
        const assignment = statement.children[0];
        const name = assignment?.type === "assignment" ? assignment.field("left") : undefined;
        const type = assignment?.field("type");
        if (name?.type !== "identifier" || type === undefined || !isField(name, type)) continue;
        const lacking = needs.filter((need) => !isGiven(need, type, assignment?.field("right"), body[at + 1]));
        if (lacking.length === 0) continue;
        const wanted = lacking.join(" and ");
        yield {
          span: name,
          message: `The field \`${name.text}\` has no ${wanted}; give it one: \`Field(${lacking.map((need) => `${need}="…"`).join(", ")})\`.`,
        };
      }
    }
  },
});

function isField(name: SyntaxNode, type: SyntaxNode): boolean {
  return !name.text.startsWith("_") && name.text !== "model_config" && !/\bClassVar\b|\bPrivateAttr\b/.test(type.text);
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
  const needs = ["title", "description"].filter((need) => new RegExp(need, "i").test(text));
  return { needs: needs.length > 0 ? needs : ["description"] };
}
