// Flags attributes of SQLAlchemy models that are declared without their type.

import type { Workspace } from "../../models/workspace.ts";
import { argumentNodes, argumentsOf } from "../../python/call.ts";
import { calleeName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { insertImport } from "../insert-import.ts";
import { insertImports } from "../insert-imports.ts";
import { type Fix, fileRule } from "../rule.ts";

export const legacyColumn = fileRule({
  id: "legacy-column",
  scope: "file",
  summary: "`name = Column(...)` in a model instead of `name: Mapped[...] = mapped_column(...)`.",
  why: "A type checker knows nothing of what `Column` gives. Tables, mixins' `declared_attr` and columns inside of calls are left alone.",
  severity: "information",
  fix: "unsafe",
  options: {},
  mentions: ["Column("],
  answers: [
    "Use `Mapped` and `mapped_column` for model attributes.",
    "Use `mapped_column()` instead of `Column()`.",
    "Never use legacy `Column()` declarations.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "`mapped_column*`",
        "`Mapped[*`",
        "`*: Mapped[*`",
        "`Mapped`",
        "`Mapped*` & `mapped_column*`",
        "`sqlalchemy.orm.mapped_column*`",
      ],
    },
    { stance: "avoid", says: ["`Column(*)`", "(legacy|old style|old) `Column*`", "`sqlalchemy.Column*`"] },
  ],
  examples: [
    {
      bad: "from sqlalchemy import Column, Integer\n\nfrom app.base import Base\n\n\nclass Boat(Base):\n    id = Column(Integer, primary_key=True)\n",
      good: "from sqlalchemy import Column, Integer\n\nfrom app.base import Base\nfrom sqlalchemy.orm import Mapped, mapped_column\n\n\nclass Boat(Base):\n    id: Mapped[int] = mapped_column(Integer, primary_key=True)\n",
    },
  ],
  *check(file, _options, { workspace }) {
    for (const call of file.nodes("call")) {
      const assignment = call.parent;
      if (assignment?.type !== "assignment" || assignment.field("right") !== call) continue;
      const holder = assignment.parent?.parent?.parent;
      if (holder?.type !== "class_definition") continue;
      if (!/^sqlalchemy(\.\w+)*\.Column$/.test(calleeName(file, call))) continue;
      const name = assignment.field("left");
      if (!name) continue;
      const fix = mappedFix(file, call, name, workspace);
      yield {
        ...(fix && { fix }),
        span: call.field("function") ?? call,
        message: `\`${name.text}\` has no type that a checker can see; declare it as \`${name.text}: Mapped[…] = mapped_column(…)\`.`,
      };
    }
  },
});

const pythonTypes: readonly (readonly [RegExp, string, string?])[] = [
  [/^(Big|Small)?Integer$/i, "int"],
  [/^(String|Text|Unicode|UnicodeText|VARCHAR|CHAR|CLOB)$/i, "str"],
  [/^Boolean$/i, "bool"],
  [/^(Float|Double|REAL)$/i, "float"],
  [/^(Numeric|DECIMAL)$/i, "Decimal", "decimal"],
  [/^(DateTime|TIMESTAMP)$/i, "datetime", "datetime"],
  [/^Date$/i, "date", "datetime"],
  [/^Time$/i, "time", "datetime"],
  [/^(LargeBinary|BLOB)$/i, "bytes"],
  [/^(UUID|Uuid)$/, "UUID", "uuid"],
];

/** `Mapped[str | None] = mapped_column(String)`: a column may be null unless it says otherwise or is a key. */
function mappedFix(file: PythonFile, call: SyntaxNode, name: SyntaxNode, workspace: Workspace): Fix | undefined {
  const callee = call.field("function");
  const kinds = argumentNodes(call).map((one) => (one.type === "call" ? one.field("function") : one)?.text ?? "");
  const known = kinds
    .map((kind) => pythonTypes.find(([pattern]) => pattern.test(kind.split(".").at(-1) ?? "")))
    .find((one) => one !== undefined);
  if (callee === undefined || known === undefined || name.type !== "identifier") return undefined;
  const [, type, module] = known;
  const { keywords } = argumentsOf(call);
  const isNull = keywords.get("nullable")?.text !== "False" && keywords.get("primary_key")?.text !== "True";
  const typed = module === undefined ? undefined : insertImport(file, module, type, workspace, { at: call });
  const { names, edits: imports } = insertImports(
    file,
    ["sqlalchemy.orm.Mapped", "sqlalchemy.orm.mapped_column"],
    workspace,
  );
  const column = names.get("sqlalchemy.orm.mapped_column") ?? "mapped_column";
  const mapped = names.get("sqlalchemy.orm.Mapped") ?? "Mapped";
  const written = `${mapped}[${typed?.name ?? type}${isNull ? " | None" : ""}]`;
  return {
    title: `Declare it as \`${written}\`; look that the base is a DeclarativeBase`,
    safe: false,
    edits: [
      ...imports,
      ...(typed?.edits ?? []),
      { span: { start: name.end, end: name.end }, text: `: ${written}` },
      { span: { start: callee.start, end: callee.end }, text: column },
    ],
  };
}
