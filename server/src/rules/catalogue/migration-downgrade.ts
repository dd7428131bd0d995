// Flags Alembic migrations that cannot be rolled back: an empty downgrade, or none.

import { argument, argumentsOf } from "../../python/call.ts";
import { docstringOf } from "../../python/docstring.ts";
import { calleeName, knownName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { indentOf, lineEnd, statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { type Fix, fileRule } from "../rule.ts";

export const migrationDowngrade = fileRule({
  id: "migration-downgrade",
  scope: "workspace",
  summary: "A migration whose `downgrade()` is empty or missing although its `upgrade()` does something.",
  why: "A release that goes wrong at night is rolled back, and the database must follow. Merge revisions, empty migrations, values added to an enumeration, which nothing takes away again, and a downgrade that refuses by raising or says why it does nothing are left alone.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  tests: false,
  mentions: ["down_revision"],
  answers: [
    "Every migration must have a working downgrade.",
    "Write versioned migrations with rollback procedures.",
    "Migrations must be reversible.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "migration ... (downgrade|rollback|roll back|reversible|revert|reversibility|backward)",
        "(downgrade|rollback|roll back|reversible|revert) ... migration",
        "`downgrade*` ... (implement|function|write|test|migration|path|provide|both|complete)",
        "(implement|write|provide|include|both|complete) ... `downgrade*`",
        "(migration|revision|alembic) ... `downgrade*`",
        "revision ... (downgrade|reversible|roll back|undo|undone|reverse|reversed)",
        "upgrade & downgrade & (migration|function|path|method|alembic)",
        "migration ... (undo|undone|rolled back|roll back|reverse|reversed|way back)",
      ],
      unless: ["(python version|package|dependency|deployment|docker|behavior|behaviour)"],
    },
    {
      stance: "avoid",
      says: [
        "(empty|missing|incomplete|stub|no op) ... (downgrade|`downgrade*`)",
        "migration without ... (downgrade|`downgrade*`|rollback)",
        "(downgrade|`downgrade*`) ... (empty|unimplemented|`pass`)",
        "`pass` ... (downgrade|`downgrade*`)",
      ],
    },
  ],
  examples: [
    {
      bad: 'import sqlalchemy as sa\nfrom alembic import op\n\nrevision = "1"\ndown_revision = None\n\n\ndef upgrade():\n    op.add_column("boats", sa.Column("name", sa.String()))\n\n\ndef downgrade():\n    pass\n',
      good: 'import sqlalchemy as sa\nfrom alembic import op\n\nrevision = "1"\ndown_revision = None\n\n\ndef upgrade():\n    op.add_column("boats", sa.Column("name", sa.String()))\n\n\ndef downgrade():\n    op.drop_column("boats", "name")\n',
      path: "alembic/versions/1_names.py",
    },
  ],
  *check(file) {
    if (!isMigration(file)) return;
    const functions = statements(file.root).filter((node) => node.type === "function_definition");
    const named = (name: string): SyntaxNode | undefined =>
      functions.findLast((node) => node.field("name")?.text === name);
    const upgrade = named("upgrade");
    const downgrade = named("downgrade");
    if (!upgrade || isEmpty(upgrade)) return;
    if (!downgrade) {
      // It may come from elsewhere.
      const { module } = file.scopes;
      if (module.bindings.has("downgrade") || file.nodes("wildcard_import").length > 0) return;
      const fix = newDowngrade(file, upgrade);
      yield {
        ...(fix && { fix }),
        span: upgrade.field("name") ?? upgrade,
        message:
          "This migration has no `downgrade()`, so it cannot be rolled back. Add one that undoes what `upgrade()` does.",
      };
    } else if (isEmpty(downgrade) && !isExplained(file, downgrade) && !isOneWay(file, upgrade)) {
      const fix = fixFor(file, upgrade, downgrade);
      yield {
        span: downgrade.field("name") ?? downgrade,
        message:
          "`downgrade()` is empty, so this migration cannot be rolled back. Undo in it what `upgrade()` does, in reverse order.",
        ...(fix && { fix }),
      };
    }
  },
});

/** With a revision below it, and not one that joins two branches. */
function isMigration(file: PythonFile): boolean {
  const assignments = statements(file.root).flatMap((statement) =>
    statement.children.filter(({ type }) => type === "assignment"),
  );
  const value = (name: string): SyntaxNode | undefined =>
    assignments.find((one) => one.field("left")?.text === name)?.field("right");
  const below = value("down_revision");
  return value("revision") !== undefined && below !== undefined && !/^(tuple|list)$/.test(below.type);
}

/** `pass`, `...`, `return` and a docstring do nothing. */
function isEmpty(definition: SyntaxNode): boolean {
  return statements(definition).every(
    (statement) =>
      statement.type === "pass_statement" ||
      (statement.type === "return_statement" &&
        statement.children.filter(({ isNamed }) => isNamed).every(({ type }) => type === "none")) ||
      (statement.type === "expression_statement" &&
        statement.children.every(
          ({ type, text }) => /^(string|ellipsis|concatenated_string)$/.test(type) || text === "...",
        )),
  );
}

/** Words for what cannot be undone, or need not be. */
const SAYS_WHY =
  /\birreversib|\breversib|\b(can(?:no|['’]?)t|cannot|could not|impossible|not possible|not able|unable|lossy|lost|lose|one-way|destructive|nothing to|nothing needs|no ?-?op|no changes?|no need|not needed|not necessary|unnecessary|data[- ]only|harmless|safe to|already|leave|left|keep|kept|intentional\w*|deliberate\w*)\b/i;

/** A comment of the team's own, or the docstring, says why nothing is undone; Alembic's comments begin with `###`. */
function isExplained(file: PythonFile, downgrade: SyntaxNode): boolean {
  const { start, end } = downgrade;
  if (SAYS_WHY.test(docstringOf(downgrade) ?? "")) return true;
  return file
    .nodes("comment")
    .some(
      ({ text, ...one }) =>
        start <= one.start && one.end <= end && !/^#+\s*(todo|fixme|xxx)\b/i.test(text) && SAYS_WHY.test(text),
    );
}

/** A value that was added to an enumeration stays: PostgreSQL has no statement that takes it away. */
function isOneWay(file: PythonFile, upgrade: SyntaxNode): boolean {
  const steps = file.nodes("call").filter((call) => {
    const callee = call.field("function");
    const isWithin = upgrade.start <= call.start && call.end <= upgrade.end && callee !== undefined;
    return isWithin && /^alembic\.op\.(?!get_|f$|inline_literal$)|\.execute$/.test(calleeName(file, call));
  });
  return (
    steps.length > 0 &&
    steps.every(
      (call) =>
        calleeName(file, call).endsWith(".execute") &&
        /^\W*(?:(?:\w+\.)*text\(\W*)?[fr]?["'\s]*ALTER\s+TYPE\s[^;]*?\sADD\s+VALUE\s[^;]*;?[^;]*$/i.test(
          argumentsOf(call).positional[0]?.text ?? "",
        ),
    )
  );
}

const title = "Undo the upgrade step by step; what was dropped with its data does not come back";

/** A line for each step of the upgrade, the last one first; undefined where one of them cannot be undone. */
function undoing(file: PythonFile, upgrade: SyntaxNode): readonly string[] | undefined {
  const steps = statements(upgrade).filter((statement) => !isText(statement));
  const undone = steps.map((statement) => undo(file, statement));
  return undone.some((line) => line === undefined) ? undefined : undone.toReversed().map((line) => line ?? "");
}

/** Below the upgrade, with as many blank lines as stand above that. */
function newDowngrade(file: PythonFile, upgrade: SyntaxNode): Fix | undefined {
  const lines = undoing(file, upgrade);
  const [first] = statements(upgrade);
  if (lines === undefined || first === undefined) return undefined;
  const end = lineEnd(file);
  const returns = upgrade.field("return_type") === undefined ? "" : " -> None";
  const indent = indentOf(file, first) || "    ";
  const at = file.lines.lineSpan(file.lines.position(upgrade.end).line).end;
  const text = [`def downgrade()${returns}:`, ...lines.map((line) => indent + line)].join(end);
  const rest = file.text.slice(at);
  return {
    title,
    safe: false,
    edits: [{ span: { start: at, end: at }, text: `${end}${end}${end}${text}${rest === "" ? end : ""}` }],
  };
}

/** Where every step of the upgrade has one that undoes it. */
function fixFor(file: PythonFile, upgrade: SyntaxNode, downgrade: SyntaxNode): Fix | undefined {
  const undone = undoing(file, upgrade);
  const body = statements(downgrade);
  const filler = body.find((statement) => !isText(statement));
  const last = body.at(-1);
  if (!last || undone === undefined) return undefined;
  const lines = undone.join(`${lineEnd(file)}${indentOf(file, last)}`);
  const edit = filler
    ? { span: { start: filler.start, end: filler.end }, text: lines }
    : { span: { start: last.end, end: last.end }, text: `${lineEnd(file)}${indentOf(file, last)}${lines}` };
  return { title, safe: false, edits: [edit] };
}

function isText(statement: SyntaxNode): boolean {
  return statement.type === "expression_statement" && statement.children[0]?.type === "string";
}

function undo(file: PythonFile, statement: SyntaxNode): string | undefined {
  const call = statement.children[0];
  const callee = call?.type === "call" ? call.field("function") : undefined;
  if (statement.type !== "expression_statement" || !call || !callee) return undefined;
  const name = knownName(file, callee);
  const first = argumentsOf(call).positional[0]?.text;
  const operations = /^(.*)\.\w+$/.exec(callee.text)?.[1];
  if (first === undefined || operations === undefined || argument(call, 99, "schema")) return undefined;
  if (name === "alembic.op.create_table") return `${operations}.drop_table(${first})`;
  if (name === "alembic.op.create_index") {
    const table = argument(call, 1, "table_name")?.text;
    return table === undefined ? undefined : `${operations}.drop_index(${first}, table_name=${table})`;
  }
  if (name !== "alembic.op.add_column") return undefined;
  const column = argument(call, 1, "column");
  const columnName = column?.type === "call" ? argumentsOf(column).positional[0] : undefined;
  return columnName?.type === "string" ? `${operations}.drop_column(${first}, ${columnName.text})` : undefined;
}
