// Flags deleting a row while rows of other tables still point at it.

import type { Deletion } from "../../models/flow/analysis.ts";
import type { Entity } from "../../models/orm/entity.ts";
import type { Registry } from "../../models/orm/registry.ts";
import { pointsAt } from "../../models/orm/relationships.ts";
import { argumentsOf, methodCall } from "../../python/call.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { type Fix, fileRule, option } from "../rule.ts";

export const deleteChildrenFirst = fileRule({
  id: "delete-children-first",
  scope: "workspace",
  summary: "A parent row is deleted before the rows that must point at it.",
  why: "The foreign key of a child that may not be null makes the deletion fail, or makes the session try to null it first. Children that the ORM's own cascade deletes, keys that may be null, and children deleted before in the same function, also by a helper, are left alone.",
  severity: "warning",
  fix: "unsafe",
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
        "delete in order & !migration",
        "delete in (reverse|correct|the right) (dependency)? order",
        "foreign key & delete & before",
      ],
    },
    {
      stance: "avoid",
      says: ["rely on cascade delete", "rely on (database)? cascade", "delete parent (first|before)"],
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
      const missing = childrenOf(registry, deletion, file, options.trustDatabaseCascade).filter(
        ({ entity }) => !deletion.before.some((one) => isSameTable(one, entity)),
      );
      if (missing.length === 0) continue;
      const names = missing.map(({ entity }) => `\`${entity.name}\``);
      const fix =
        missing.length === 1 && missing[0] ? deleteFix(file, deletion, missing[0], workspace.facts.program) : undefined;
      yield {
        span: deletion.place,
        message: `\`${deletion.entity.name}\` rows are deleted while ${names.join(" and ")} rows still point at them, which breaks their foreign key. Delete ${names.join(" and ")} first.`,
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
  registry: Registry,
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

/** For `session.delete(x)` as a statement of its own, with the child's class at hand. */
function deleteFix(
  file: PythonFile,
  deletion: Deletion,
  child: Child,
  program: import("../../models/program.ts").Program,
): Fix | undefined {
  const call = file
    .nodes("call")
    .find((node) => node.start === deletion.place.start && node.end === deletion.place.end);
  const callee = call?.field("function");
  const argument = call?.field("arguments")?.children.find((node) => node.isNamed);
  const isAwaited = call?.parent?.type === "await";
  if (!call || callee?.type !== "attribute" || argument?.type !== "identifier" || isAwaited) return undefined;
  if (call.parent?.type !== "expression_statement") return undefined;
  const meant = program.name(file.path, child.entity.name);
  if (meant?.kind !== "class" || meant.class !== child.entity.class) return undefined;
  const session = callee.field("object")?.text ?? "db";
  const key = child.column.foreignKey?.split(".").at(-1) ?? "id";
  const line = file.text.lastIndexOf("\n", call.start) + 1;
  const indent = file.text.slice(line, call.start);
  if (indent.trim() !== "") return undefined;
  const text = `${session}.query(${child.entity.name}).filter(${child.entity.name}.${child.column.name} == ${argument.text}.${key}).delete()\n${indent}`;
  return {
    title: `Delete the ${child.entity.name} rows first; look at what else belongs to them`,
    safe: false,
    edits: [{ span: { start: call.start, end: call.start }, text }],
  };
}
