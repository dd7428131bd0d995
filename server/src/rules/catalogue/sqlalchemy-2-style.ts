// Flags `session.query(…)` where the team writes SQLAlchemy 2.0's `select(…)`.

import type { Workspace } from "../../models/workspace.ts";
import { argumentsOf, methodCall } from "../../python/call.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { insertImport } from "../insert-import.ts";
import { insertImports } from "../insert-imports.ts";
import { type Fix, type FixEdit, fileRule } from "../rule.ts";

const SESSION = /^(sqlalchemy\.(orm|ext\.asyncio)(\.\w+)*|sqlmodel(\.\w+)*)\.(Session|AsyncSession|scoped_session)$/;
/** Methods of a query that `select` has under the same or another name. */
const SAME: Readonly<Record<string, string>> = {
  filter: "where",
  where: "where",
  filter_by: "filter_by",
  order_by: "order_by",
  limit: "limit",
  offset: "offset",
  distinct: "distinct",
  join: "join",
  outerjoin: "outerjoin",
  options: "options",
  group_by: "group_by",
};
const ENDS = new Set(["all", "first", "one", "one_or_none"]);

export const sqlalchemy2Style = fileRule({
  id: "sqlalchemy-2-style",
  scope: "file",
  summary: "`session.query(…)` instead of `select(…)`.",
  why: "`Query` is SQLAlchemy's legacy interface: it does not work with async sessions and is not typed. Methods of that name on other objects are left alone.",
  severity: "information",
  fix: "unsafe",
  options: {},
  mentions: [".query("],
  answers: [
    "Use SQLAlchemy 2.0 style queries.",
    "Use `select()` instead of `session.query()`.",
    "Never use the legacy `Query` API.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "sqlalchemy 2.0 & (style|syntax|query|api|select|async|idiom|pattern|use)",
        "sqlalchemy 2 & (style|syntax|query|select|async)",
        "sqlalchemy 2.x",
        "2.0 style & (sqlalchemy|query|select)",
        "`select()` & (sqlalchemy|query|statement|function)",
        "(`select`|`select(*)`) ... (query|statement)",
        "(query|statement) ... `*session.execute*`",
        "modern sqlalchemy",
      ],
      unless: ["1.4 compatible", "migrate later", "version"],
      // A SELECT is SQL's own.
      options: ({ clause }) => (/\bSELECT\b/.test(clause) ? undefined : {}),
    },
    {
      stance: "avoid",
      says: [
        "`session.query`",
        "`session.query()`",
        "`db.query`",
        "`db.query()`",
        "`session.query(*)`",
        "`db.query(*)`",
        "`.query()`",
        "legacy query",
        "legacy `query`",
        "`query` api",
      ],
      // "`session.get()` instead of `session.query(…).filter(…)`" is about reads by key.
      options: ({ sentence }) => (/\.get\(/.test(sentence) ? undefined : {}),
    },
  ],
  examples: [
    {
      bad: "from sqlalchemy.orm import Session\n\nfrom app.models import Order\n\n\ndef orders(db: Session) -> list[Order]:\n    return db.query(Order).filter(Order.total > 5).all()\n",
      good: "from sqlalchemy import select\nfrom sqlalchemy.orm import Session\n\nfrom app.models import Order\n\n\ndef orders(db: Session) -> list[Order]:\n    return db.scalars(select(Order).where(Order.total > 5)).all()\n",
      path: "app/orders.py",
      files: { "app/__init__.py": "", "app/models.py": "class Order:\n    total: int\n" },
    },
  ],
  *check(file, _options, { workspace }) {
    for (const call of file.nodes("call")) {
      const method = methodCall(call);
      if (method?.method !== "query" || !SESSION.test(file.typeOf(method.receiver) ?? "")) continue;
      const fix = selectFix(file, call, method.receiver, workspace);
      yield {
        span: call,
        message:
          "`query` is SQLAlchemy's legacy interface, and async sessions have none. Write it with `select(…)` and run that with `scalars` or `execute`.",
        ...(fix ? { fix } : {}),
      };
    }
  },
});

/** Chains over one entity that translate method by method. */
function selectFix(file: PythonFile, start: SyntaxNode, session: SyntaxNode, workspace: Workspace): Fix | undefined {
  const entities = argumentsOf(start);
  const [entity] = entities.positional;
  if (!entity || entities.positional.length !== 1 || !/^([a-z_]\w*\.)*[A-Z]\w*$/.test(entity.text)) return undefined;
  let end = start;
  const edits: { span: { start: number; end: number }; text: string }[] = [];
  for (;;) {
    const attribute = end.parent;
    const outer = attribute?.type === "attribute" && attribute.field("object") === end ? attribute.parent : undefined;
    const name = attribute?.field("attribute");
    if (outer?.type !== "call" || !name) return undefined;
    if (name.text === "count" && edits.every(({ text }) => text === "where"))
      return countFix(file, { start, entity, session, end, outer }, edits, workspace);
    if (ENDS.has(name.text)) {
      const imported = insertImport(file, "sqlalchemy", "select", workspace);
      const open = {
        span: { start: start.start, end: entity.start },
        text: `${session.text}.scalars(${imported.name}(`,
      };
      const close = { span: { start: end.end, end: end.end }, text: ")" };
      return {
        title: "Write it with `select`; look at joins and at what the rows hold",
        safe: false,
        edits: [...imported.edits, open, ...edits, close],
      };
    }
    const same = SAME[name.text];
    if (same === undefined) return undefined;
    if (same !== name.text) edits.push({ span: name, text: same });
    end = outer;
  }
}

/** `query(X).filter(…).count()`: the database counts, as it did. */
function countFix(
  file: PythonFile,
  chain: Readonly<Record<"start" | "entity" | "session" | "end" | "outer", SyntaxNode>>,
  edits: readonly FixEdit[],
  workspace: Workspace,
): Fix | undefined {
  const { start, entity, session, end, outer } = chain;
  // Limits and sorting belong inside of what is counted.
  const between = file.text.slice(start.end, end.end);
  if (/\.\s*(?:limit|offset|distinct|order_by|options|outerjoin|group_by)\s*\(/.test(between)) return undefined;
  const { names, edits: imports } = insertImports(file, ["sqlalchemy.func", "sqlalchemy.select"], workspace);
  const [func, select] = [...names.values()];
  const head = `${session.text}.scalar(${select}(${func}.count()).select_from(`;
  return {
    title: "Write it with `select`; look at joins and at what the rows hold",
    safe: false,
    edits: [
      ...imports,
      { span: { start: start.start, end: entity.start }, text: head },
      ...edits,
      { span: { start: end.end, end: outer.end }, text: ")" },
    ],
  };
}
