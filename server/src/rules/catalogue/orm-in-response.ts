// Flags routes that answer with rows of the database instead of a schema.

import type { Expr } from "../../models/code/syntax.ts";
import { walkExpression } from "../../models/code/walk.ts";
import { answerOf } from "../../models/web/answers.ts";
import type { Route } from "../../models/web/routes.ts";
import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { addArgument } from "../call-edits.ts";
import { importNamed } from "../import-named.ts";
import { registrationNode, registrationSpan } from "../route-places.ts";
import { type Fix, fileRule } from "../rule.ts";

export const ormInResponse = fileRule({
  id: "orm-in-response",
  scope: "workspace",
  summary: "A route whose answer is an ORM model.",
  why: "Whatever column is added to the table, a password among them, is sent to everybody. Response models of their own say what is sent.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  mentions: ["@"],
  answers: [
    "Never return ORM models from endpoints.",
    "No ORM models in response schemas.",
    "Do not expose database models in API responses.",
    "Return Pydantic schemas, not ORM objects.",
  ],
  means: [
    {
      stance: "avoid",
      says: [
        "(orm|orm model|orm object|orm entity|orm instance|orm row|database model|db model|sqlalchemy model|sqlalchemy object|sqlalchemy entity|sqlmodel table|database entity|db entity|database object|db object|table model|raw model) ... (response|endpoint|route|api|return|client|router|handler|directly)",
        "(return|expose|leak|send|serialize|answer with|respond with|reply with|hand out) ... (orm|orm model|orm entity|database model|db model|sqlalchemy model|sqlalchemy object|sqlalchemy entity|table model|orm object|orm instance|database entity|db entity|database object|db object|raw model)",
      ],
      unless: [
        "(call|query|access) ... (orm|model) ... directly",
        "(test|prefetch|lazy|async|session|import|cache|celery|task|query|relationship)",
      ],
      options: ({ sentence }) => (isBelowRoutes.test(sentence) ? undefined : {}),
    },
    {
      stance: "want",
      says: [
        "(schema|pydantic model|pydantic schema|response model|dto) ... @instead ... (orm|orm model|database model|sqlalchemy model|orm object|db model)",
        "(convert|map|transform) ... (orm|orm model|database model|sqlalchemy model|orm object) ... (schema|pydantic|response|dto)",
      ],
      unless: ["(test|migration)"],
      options: ({ sentence }) => (isBelowRoutes.test(sentence) ? undefined : {}),
    },
  ],
  examples: [
    {
      path: "app/api.py",
      bad: 'from fastapi import APIRouter\nfrom app.models import Order\n\nrouter = APIRouter()\n\n\n@router.get("/orders/{key}", response_model=Order)\ndef read(key: int):\n    return None\n',
      good: 'from fastapi import APIRouter\nfrom app.models import Order\nfrom app.schemas import OrderOut\n\nrouter = APIRouter()\n\n\n@router.get("/orders/{key}", response_model=OrderOut)\ndef read(key: int):\n    return None\n',
      files: {
        "app/models.py":
          'from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n\n\nclass Base(DeclarativeBase):\n    pass\n\n\nclass Order(Base):\n    __tablename__ = "orders"\n    id: Mapped[int] = mapped_column(primary_key=True)\n',
        "app/schemas.py": "from pydantic import BaseModel\n\n\nclass OrderOut(BaseModel):\n    id: int\n",
      },
    },
  ],
  *check(file, _options, { workspace }) {
    const { program, registry } = workspace.facts;
    if (file.isTest || registry.entities.length === 0) return;
    for (const route of workspace.facts.routes(file.path).routes) {
      const answer = answerOf(workspace.facts, route);
      if (answer.type === undefined || answer.kind !== "model") continue;
      const entity = [answer.type, ...walkExpression(answer.type)]
        .map((expr: Expr) => program.expression(answer.path, expr))
        .find((meant) => meant?.kind === "class" && registry.ofClass(meant.class) !== undefined);
      if (entity?.kind !== "class") continue;
      const isModel = answer.type !== route.function.returns;
      const fix = schemaFix(file, route, { type: answer.type, entity: entity.class.code.name, isModel }, workspace);
      yield {
        ...(fix && { fix }),
        span: registrationSpan(file, route),
        message: `\`${route.function.name}\` answers with the table \`${entity.class.code.name}\`, so every column is sent. Declare a response schema with the fields that clients may see.`,
      };
    }
  },
});

/** "Storages return schemas, not ORM models": what lies below the routes answers no client. */
const isBelowRoutes = /\b(?:storages?|repositor(?:y(?! pattern)|ies)|daos?)\b[^.;]*\breturn/i;

interface Answered {
  readonly type: Expr;
  readonly entity: string;
  /** It is the `response_model` that says so, and not the annotation. */
  readonly isModel: boolean;
}

/** The schema that is named after the table, in its place or beside the annotation. */
function schemaFix(
  file: PythonFile,
  route: Route,
  { type, entity, isModel }: Answered,
  workspace: Workspace,
): Fix | undefined {
  const found = ["Response", "Read", "Out", "Public", "Schema"]
    .map((ending) => importNamed(file, `${entity}${ending}`, workspace))
    .find((one) => one !== undefined);
  const call = registrationNode(file, route);
  const source = file.source(type);
  const word = new RegExp(String.raw`(?<![\w.])(?:\w+\.)*${entity}\b`);
  if (found === undefined || call === undefined || !word.test(source)) return undefined;
  const text = source.replace(word, found.text);
  const edit = isModel
    ? { span: { start: type.start, end: type.end }, text }
    : addArgument(file, call, `response_model=${text}`);
  return (
    edit && {
      title: `Answer with ${found.text}; look whether it holds all that clients read, and reads attributes`,
      safe: false,
      edits: [...found.edits, edit],
    }
  );
}
