// Writes the migration of one column that came or went: Alembic's next revision, or Django's next number.

import type { Workspace } from "../models/workspace.ts";
import { stringValue } from "../python/string-value.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import type { Fix } from "./rule.ts";

export interface ColumnChange {
  /** "Order" */
  readonly model: string;
  readonly column: string;
  /** The statement that holds it, now or before. */
  readonly statement: SyntaxNode;
  readonly isGone: boolean;
}

const title = "Write the migration; look what rows that are there get, and run it on a copy first";

/** Undefined where the last migration is in doubt, or where the column's type cannot be written alone. */
export function migrationFix(
  change: ColumnChange,
  migrations: readonly string[],
  workspace: Workspace,
): Fix | undefined {
  const made = /\bmodels\.\w+\(/.test(change.statement.text)
    ? djangoMigration(change, migrations)
    : alembicMigration(change, migrations, workspace);
  if (made === undefined || workspace.has(made.path)) return undefined;
  return {
    title,
    safe: false,
    edits: [{ path: made.path, span: { start: 0, end: 0 }, text: `${made.lines.join("\n")}\n` }],
  };
}

interface Made {
  readonly path: string;
  readonly lines: readonly string[];
}

function djangoMigration(
  { model, column, statement, isGone }: ColumnChange,
  migrations: readonly string[],
): Made | undefined {
  const numbered = migrations.filter((path) => /(^|\/)migrations\/\d{4}_\w+\.py$/.test(path)).toSorted();
  const last = numbered.at(-1);
  const [, app, number = "", name = ""] = /(?:^|\/)([^/]+)\/migrations\/(\d{4})_(\w+)\.py$/.exec(last ?? "") ?? [];
  const folders = new Set(numbered.map((path) => path.slice(0, path.lastIndexOf("/"))));
  const field = namedChildren(statement)[0]?.field("right")?.text ?? "";
  // What a field names of its module, the migration does not know.
  const isPlain = /^models\.\w+\((?:\s*(?:\w+=)?(?:-?[\d.]+|True|False|None|"[^"]*"|'[^']*')\s*,?)*\)$/.test(field);
  if (last === undefined || app === undefined || folders.size > 1 || (!isGone && !isPlain)) return undefined;
  const next = String(Number(number) + 1).padStart(4, "0");
  const given = `model_name="${model.toLowerCase()}", name="${column}"`;
  const step = isGone ? `migrations.RemoveField(${given})` : `migrations.AddField(${given}, field=${field})`;
  return {
    path: `${[...folders][0]}/${next}_${isGone ? "remove_" : ""}${model.toLowerCase()}_${column}.py`,
    lines: [
      `from django.db import migrations${isGone ? "" : ", models"}`,
      "",
      "",
      "class Migration(migrations.Migration):",
      `    dependencies = [("${app}", "${number}_${name}")]`,
      "",
      "    operations = [",
      `        ${step},`,
      "    ]",
    ],
  };
}

const types: Readonly<Record<string, string>> = {
  str: "String",
  int: "Integer",
  float: "Float",
  bool: "Boolean",
  datetime: "DateTime",
  date: "Date",
  bytes: "LargeBinary",
};

function alembicMigration(change: ColumnChange, migrations: readonly string[], workspace: Workspace): Made | undefined {
  const { model, column, statement, isGone } = change;
  const head = headOf(migrations, workspace);
  const body = statement.parent;
  const table = namedChildren(body ?? statement)
    .map((one) => one.children[0])
    .find((one) => one?.type === "assignment" && one.field("left")?.text === "__tablename__");
  const name = stringValue(table?.field("right"));
  const written = columnType(statement);
  if (head === undefined || name === undefined || written === undefined || model === "") return undefined;
  const revision = idOf(`${head.revision} ${name} ${column} ${isGone}`);
  const add = `op.add_column("${name}", sa.Column("${column}", sa.${written.type}(), nullable=${written.isNullable ? "True" : "False"}))`;
  const drop = `op.drop_column("${name}", "${column}")`;
  const what = `${isGone ? "Removes" : "Adds"} ${name}.${column}.`;
  return {
    path: `${head.folder}${revision}_${isGone ? "remove" : "add"}_${name}_${column}.py`,
    lines: [
      `"""${what}"""`,
      "",
      "import sqlalchemy as sa",
      "from alembic import op",
      "",
      `revision = "${revision}"`,
      `down_revision = "${head.revision}"`,
      "branch_labels = None",
      "depends_on = None",
      "",
      "",
      "def upgrade() -> None:",
      `    ${isGone ? drop : add}`,
      "",
      "",
      "def downgrade() -> None:",
      `    ${isGone ? add : drop}`,
    ],
  };
}

/** `Mapped[str]`, `Mapped[int | None]`: a bare annotation; what is given beside it may change the type. */
function columnType(statement: SyntaxNode): { readonly type: string; readonly isNullable: boolean } | undefined {
  const found = /^\w+\s*:\s*Mapped\[\s*(?:Optional\[)?(\w+)\]?(\s*\|\s*None)?\s*\](?:\s*=\s*mapped_column\(\))?$/.exec(
    statement.text,
  );
  const type = types[found?.[1] ?? ""];
  return type === undefined ? undefined : { type, isNullable: /\bOptional\b|\bNone\b/.test(statement.text) };
}

/** The one revision that no other goes on from. */
function headOf(
  migrations: readonly string[],
  workspace: Workspace,
): { readonly revision: string; readonly folder: string } | undefined {
  const known = migrations.flatMap((path) => {
    const text = workspace.text(path) ?? "";
    const revision = /^revision\b[^=\n]*=\s*["']([^"']+)["']/m.exec(text)?.[1];
    const below = /^down_revision\b[^=\n]*=\s*(.+)$/m.exec(text)?.[1];
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    return revision === undefined || below === undefined ? [] : [{ revision, below, folder }];
  });
  const heads = known.filter(({ revision }) => !known.some(({ below }) => below.includes(revision)));
  const [only, ...others] = heads;
  return others.length > 0 ? undefined : only;
}

/** Twelve hexadecimal digits, the same for the same change. */
function idOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1b873593];
  for (const char of text) {
    one = Math.imul(one ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    two = Math.imul(two ^ (char.codePointAt(0) ?? 0), 0x85ebca6b) >>> 0;
  }
  return (one.toString(16).padStart(8, "0") + two.toString(16).padStart(8, "0")).slice(0, 12);
}
