// Flags deleting a row while rows of other tables still point at it.

import type { Deletion } from "../../models/flow/flow-run.ts";
import type { Entity, Registry } from "../../models/orm/entity.ts";
import { pointsAt } from "../../models/orm/relationships.ts";
import { argumentsOf, methodCall } from "../../python/call.ts";
import type { Facts } from "../../models/facts.ts";
import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { enumerated } from "../enumeration.ts";
import { insertImport } from "../insert-import.ts";
import { importedEntity } from "../loader-fix.ts";
import { type Fix, type FixEdit, fileRule, option } from "../rule.ts";

export const deleteChildrenFirst = fileRule({
  id: "delete-children-first",
  scope: "workspace",
  summary: "A parent row is deleted before the rows that must point at it.",
  why: "The foreign key of a child that may not be null makes the deletion fail, or makes the session try to null it first. Children that the ORM's own cascade deletes, keys that may be null, and children deleted before in the same function, also by a helper, are left alone.",
  severity: "warning",
  fix: "unsafe",
  tests: false,
  options: {
    trustDatabaseCascade: option.boolean(false, 'Whether `ondelete="CASCADE"` counts as deleting the children.'),
  },
  answers: [
    "Delete child records before their parents.",
    "When deleting rows with foreign keys, delete children first.",
  ],
  means: [
    {
      // "Delete" is what the sentence asks for here, though elsewhere it says what should go.
      stance: "either",
      unless: ["(not|never) delete"],
      says: [
        "delete (child|children|dependent) ... before (parent|parents)?",
        "delete ... child ... first",
        "child ... before parent",
        "(child|children|dependent) first & delete",
        "(delete|remove) (child|children|dependent) (row|record|entity|object) first",
        "delete in order & !migration",
        "delete in (reverse|correct|the right) (dependency)? order",
        "foreign key & delete & before",
      ],
    },
    {
      stance: "avoid",
      says: [
        "rely on cascade delete",
        "rely on (database)? cascade",
        "(rely|lean|depend|count|trust) ... (cascade|`*cascade*`)",
        "delete parent ... (first|before)",
      ],
    },
  ],
  examples: [
    {
      bad: 'from sqlalchemy import Column, ForeignKey, Integer\nfrom sqlalchemy.orm import Session, declarative_base\n\nBase = declarative_base()\n\n\nclass Album(Base):\n    __tablename__ = "albums"\n    id = Column(Integer, primary_key=True)\n\n\nclass Track(Base):\n    __tablename__ = "tracks"\n    id = Column(Integer, primary_key=True)\n    album_id = Column(Integer, ForeignKey("albums.id"), nullable=False)\n\n\ndef remove(db: Session, album: Album) -> None:\n    db.delete(album)\n    db.commit()\n',
      good: 'from sqlalchemy import Column, ForeignKey, Integer\nfrom sqlalchemy.orm import Session, declarative_base\n\nBase = declarative_base()\n\n\nclass Album(Base):\n    __tablename__ = "albums"\n    id = Column(Integer, primary_key=True)\n\n\nclass Track(Base):\n    __tablename__ = "tracks"\n    id = Column(Integer, primary_key=True)\n    album_id = Column(Integer, ForeignKey("albums.id"), nullable=False)\n\n\ndef remove(db: Session, album: Album) -> None:\n    db.query(Track).filter(Track.album_id == album.id).delete()\n    db.delete(album)\n    db.commit()\n',
    },
  ],
  *check(file, options, { workspace }) {
    const { registry } = workspace.facts;
    if (registry.entities.length === 0) return;
    for (const deletion of workspace.facts.flow(file.path).deletions) {
      if (!deletion.isOwn || deletion.place.path !== file.path) continue;
      const missing = childrenOf(workspace.facts, deletion, file, options.trustDatabaseCascade).filter(
        ({ entity }) => !deletion.before.some((one) => isSameTable(one, entity)),
      );
      if (missing.length === 0) continue;
      const names = enumerated(missing.map(({ entity }) => entity.name));
      // Where they are deleted later on, that is to be moved, not done twice.
      const follows = workspace.facts
        .flow(file.path)
        .deletions.some(
          (other) =>
            other.function === deletion.function &&
            other.place.start > deletion.place.start &&
            missing.some(({ entity }) => isSameTable(entity, other.entity)),
        );
      const fix = follows ? undefined : deleteFix(file, deletion, missing, workspace);
      yield {
        span: deletion.place,
        message: `\`${deletion.entity.name}\` rows are deleted while ${names} rows still point at them, which breaks their foreign key. Delete ${missing.length > 4 ? "those" : names} first.`,
        ...(fix ? { fix } : {}),
        related: missing.map(({ entity, column }) => ({
          path: column.path,
          span: column.span,
          message: `\`${entity.name}.${column.name}\` may not be null and points here.`,
        })),
      };
    }
  },
});

/** The same table, though two classes may stand for it. */
function isSameTable(a: Entity, b: Entity): boolean {
  return a === b || (a.table !== undefined && a.table === b.table && a.name === b.name);
}

interface Child {
  readonly entity: Entity;
  readonly column: import("../../models/orm/entity.ts").Column;
}

/** Entities whose rows cannot live without a row of this one, and that the ORM does not delete by itself. */
function childrenOf(
  { registry, program }: Facts,
  deletion: Deletion,
  file: PythonFile,
  trustDatabase: boolean,
): readonly Child[] {
  const parent = deletion.entity;
  const children: Child[] = [];
  for (const entity of registry.entities) {
    if (isSameTable(entity, parent) || children.some((child) => isSameTable(child.entity, entity))) continue;
    // Migrations hold copies of tables as they once were.
    if (entity.path !== file.path && /(^|\/)(migrations|alembic|versions|revisions)\//.test(entity.path)) continue;
    for (const column of entity.columns.values()) {
      if (!pointsAt(column, parent) || column.nullable) continue;
      // A class that inherits the column from another table's class adds no rows of its own.
      if (program.ancestors(entity.class).some((base) => registry.ofClass(base)?.columns.has(column.name))) continue;
      if (trustDatabase && column.onDelete?.toUpperCase() === "CASCADE") continue;
      // The ORM's cascade is no part of a deletion in bulk; the database's may then be what the relationship counts on.
      const isLeftToDatabase = column.onDelete?.toUpperCase() === "CASCADE" || !isInBulk(file, deletion);
      if (isCascaded(registry, parent, entity, isLeftToDatabase)) continue;
      children.push({ entity, column });
      break;
    }
  }
  return children;
}

function isCascaded(registry: Registry, parent: Entity, child: Entity, byOrm: boolean): boolean {
  return [...parent.relationships.values()].some(
    (relationship) =>
      registry.target(relationship, parent) === child &&
      ((byOrm && /\b(all|delete)\b/.test(relationship.cascade)) || relationship.passiveDeletes),
  );
}

/** `query(…).delete()` and `execute(delete(…))` send one statement, of which the session's objects know nothing. */
function isInBulk(file: PythonFile, { place }: Deletion): boolean {
  const call = file.nodes("call").find((node) => node.start === place.start && node.end === place.end);
  return call !== undefined && !(methodCall(call)?.method === "delete" && argumentsOf(call).positional.length > 0);
}

/** For a statement of its own that deletes one object, or the rows of one key, or all of them. */
function deleteFix(
  file: PythonFile,
  deletion: Deletion,
  children: readonly Child[],
  workspace: Workspace,
): Fix | undefined {
  const call = file
    .nodes("call")
    .find((node) => node.start === deletion.place.start && node.end === deletion.place.end);
  const run = call && statementRun(file, call);
  if (!run) return undefined;
  const line = file.text.lastIndexOf("\n", run.start) + 1;
  const indent = file.text.slice(line, run.start);
  if (indent.trim() !== "") return undefined;
  const edits: FixEdit[] = [];
  // In a file of the older style the statement is written like its neighbours.
  const isOld = run.wait === "" && !/\bselect\(|\bdelete\(\s*[A-Z]/.test(file.text);
  const made = isOld ? undefined : insertImport(file, "sqlalchemy", "delete", workspace);
  edits.push(...(made?.edits ?? []));
  const lines: string[] = [];
  for (const { entity, column } of children) {
    const imported = importedEntity(file, entity, workspace);
    const key = column.foreignKey?.split(".").at(-1) ?? "id";
    const value = run.keyed(key);
    if (!imported || value === undefined) return undefined;
    edits.push(...imported.edits);
    const condition = value === "" ? "" : `${imported.name}.${column.name} == ${value}`;
    const where = condition === "" ? "" : isOld ? `.filter(${condition})` : `.where(${condition})`;
    lines.push(
      made
        ? `${run.wait}${run.session}.execute(${made.name}(${imported.name})${where})`
        : `${run.session}.query(${imported.name})${where}.delete()`,
    );
  }
  const names = children.map(({ entity }) => entity.name).join(" and ");
  edits.push({ span: { start: run.start, end: run.start }, text: lines.map((one) => `${one}\n${indent}`).join("") });
  return { title: `Delete the ${names} rows first; look at what else belongs to them`, safe: false, edits };
}

interface Run {
  readonly start: number;
  readonly session: string;
  /** "await " where the session is asynchronous. */
  readonly wait: string;
  /** What the parent's key is equal to; "" where all rows go, undefined where that cannot be told. */
  readonly keyed: (key: string) => string | undefined;
}

/** `session.delete(x)` and `session.execute(delete(X).where(X.id == y))`, alone or assigned. */
function statementRun(file: PythonFile, call: SyntaxNode): Run | undefined {
  let outer = call;
  // The flow tells of the inner `delete(…)` too.
  while (outer.parent && /^(argument_list|call|attribute)$/.test(outer.parent.type)) outer = outer.parent;
  const isAwaited = outer.parent?.type === "await";
  let statement = isAwaited ? outer.parent?.parent : outer.parent;
  if (statement?.type === "assignment") statement = statement.parent;
  const target = methodCall(outer);
  const [argument] = argumentsOf(outer).positional;
  if (statement?.type !== "expression_statement" || !target || argumentsOf(outer).positional.length !== 1)
    return undefined;
  const run = { start: statement.start, session: target.receiver.text, wait: isAwaited ? "await " : "" };
  if (target.method === "delete" && argument?.type === "identifier")
    return { ...run, keyed: (key) => `${argument.text}.${key}` };
  if (!/^(execute|exec)$/.test(target.method) || argument?.type !== "call") return undefined;
  const made = /^delete\(\s*[\w.]+\s*\)(?:\.where\((.*)\))?$/s.exec(argument.text.replace(/^\w+(?=\.delete\()\./, ""));
  if (!made || !/^(?:sqlalchemy|sqlmodel)\b/.test(file.resolve(rootOf(argument)) ?? "")) return undefined;
  const condition = made[1]?.trim();
  if (condition === undefined) return { ...run, keyed: () => "" };
  const equal = /^[\w.]+\.(\w+)\s*==\s*([\w.]+)$/.exec(condition);
  return { ...run, keyed: (key) => (equal?.[1] === key ? equal[2] : undefined) };
}

/** What is called first in a chain: `delete` of `delete(X).where(…)`. */
function rootOf(node: SyntaxNode): SyntaxNode {
  const callee = node.field("function");
  const object = callee?.field("object");
  return object?.type === "call" ? rootOf(object) : (callee ?? node);
}
