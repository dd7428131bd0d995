// Flags classes without a method, field or column that the guide wants on every one of their kind.

import { isOfClassKind, classKindIn } from "../definition-kind.ts";
import { isKnownKind, isOfKnownKind, isWhole, knownKindIn } from "../class-kinds.ts";
import { decoratorName } from "../../models/orm/entity-draft.ts";
import type { ClassFacts, Program } from "../../models/program.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";

const HAVE = "(define|implement|have|has|include|provide|declare|expose|carry|contain|set|need|require)";

export const missingMember = fileRule({
  id: "missing-member",
  scope: "workspace",
  summary: "A class without a method, field or column that the guide wants on every one of its kind.",
  why: "What all but one have cannot be relied upon. Members that a base or mixin brings count; classes with a base that cannot be followed, abstract ones and tests are left alone.",
  severity: "warning",
  fix: "none",
  tests: false,
  additive: true,
  options: {
    kind: option.string("", "What the classes are: orm model, pydantic model, exception, service, …"),
    members: option.strings([], "What each of them has to have."),
  },
  answers: [
    "Every ORM model must define `__repr__`.",
    "All models have a `created_at` column.",
    "Each service must implement `close()`.",
  ],
  means: [
    {
      stance: "want",
      says: [
        `(model|table|entity|schema|exception|enum|service|class) ... ${HAVE} ... {member}`,
        `${HAVE} ... {member}`,
        "(add|put) ... {member} ... (to|on|in) ... (all|every|each)",
        "{member} ... (on|in|for) ... (all|every|each)",
      ],
      options: (reading) => readMembers(reading),
    },
  ],
  examples: [
    {
      path: "shop/services/orders.py",
      bad: "class OrderService:\n    def ship(self):\n        return 1\n",
      good: "class OrderService:\n    def ship(self):\n        return 1\n\n    def close(self):\n        return None\n",
      options: { kind: "service", members: ["close"] },
    },
  ],
  *check(file, { kind, members }, { workspace }) {
    if (kind === "" || members.length === 0 || file.isTest) return;
    const { facts } = workspace;
    for (const definition of file.nodes("class_definition")) {
      const name = definition.field("name");
      const one = name && facts.program.module(file.path)?.classes.get(name.text);
      if (
        !name ||
        one === undefined ||
        one.code.nameSpan.start !== name.start ||
        isAbstract(facts.program, name.text, one)
      )
        continue;
      const isMeant = isKnownKind(kind) ? isOfKnownKind(facts, one, kind) : isOfClassKind(file, definition, kind);
      if (!isMeant || !isWhole(facts.program, one, (name) => plainBases.test(name))) continue;
      const lacking = members.filter((member) => !hasMember(facts.program, one, member));
      if (lacking.length === 0) continue;
      const what = lacking.map((member) => `\`${member}\``).join(" and ");
      yield {
        span: name,
        message: `\`${name.text}\` has no ${what}; the guide wants it on every ${kind.replace("orm", "ORM")}.`,
      };
    }
  },
});

function isAbstract(program: Program, name: string, one: ClassFacts): boolean {
  if (/^_|^Base|^Abstract|Base$|Mixin$/.test(name) || one.attributes.has("__abstract__")) return true;
  return [...one.methods.values()].some(({ decorators }) =>
    decorators.some((decorator) => /(?:^|\.)abstractmethod$/.test(decoratorName(program, one.path, decorator))),
  );
}

/** Bases of libraries that bring no members of the kind that guides ask for. */
const plainBases =
  /^(?:abc\.ABC|typing(?:_extensions)?\.(?:Protocol|Generic)|(?:enum|pydantic|pydantic_settings|sqlmodel|sqlalchemy|flask_sqlalchemy)\..+|value:.+:Model)$/;

/** Keys of `model_config`, which no class has as members. */
const settingOfModel =
  /^(?:env_\w+|extra|frozen|from_attributes|orm_mode|populate_by_name|validate_assignment|case_sensitive|alias_generator|use_enum_values)$/;

function hasMember(program: Program, one: ClassFacts, member: string): boolean {
  return [one, ...program.ancestors(one)].some((each) => each.methods.has(member) || each.attributes.has(member));
}

function readMembers({
  clause,
  codes,
  caught,
  sentence,
}: Reading): { kind: string; members: readonly string[] } | undefined {
  const first = caught["member"];
  if (
    first === undefined ||
    !/\b(?:all|every|each|any|must|always|needs?|requires?)\b|^\W*(?:all )?(?:tables|models|entities)\b/i.test(sentence)
  )
    return undefined;
  const names = codes.map((code) => /^\.?([a-z_]\w*)(?:\(.*\))?$/.exec(code)?.[1]);
  // A type, a decorator or a value beside it makes it another demand.
  if (names.length === 0 || names.includes(undefined)) return undefined;
  if (/\b(?:when|if|that|which|whose|unless|or)\b/i.test(clause)) return undefined;
  // What it has to be is another demand than that it is there.
  const last = codes.at(-1) ?? "";
  const rest = clause.slice(clause.lastIndexOf(last) + last.length);
  if (/^\W*(?:(?:columns?|fields?|attributes?|methods?)\s+)?(?:in|as|with|of|returning|set|equal)\b/i.test(rest))
    return undefined;
  if (names.some((name) => settingOfModel.test(name ?? ""))) return undefined;
  const at = clause.indexOf(first);
  const before = clause.slice(0, at);
  // "Add `created_at` to all models" names them afterwards.
  const around = before.trim() === "" || /^\W*(?:add|put|include)\b/i.test(before) ? clause.slice(at) : before;
  if (
    /\b(?:functions?|methods?|endpoints?|routes?|files?|modules?|tests?|calls?|scripts?|packages?|responses?|requests?)\b/i.test(
      around.replace(/\b(?:request|response) (?:models?|schemas?)\b/gi, ""),
    )
  )
    return undefined;
  // SQLAlchemy's own attributes say of which classes it speaks.
  const isOfTable = names.every((name) => /^__(?:tablename|table_args|mapper_args)__$/.test(name ?? ""));
  const known = knownKindIn(around) ?? (isOfTable ? "orm model" : undefined);
  const kind = known ?? classKindIn(around);
  return kind === "" ? undefined : { kind, members: names.filter((name) => name !== undefined) };
}
