// Flags classes that define a method or attribute which the guide rules out for their kind.

import { statements } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { isKnownKind, isOfKnownKind, knownKindIn } from "../class-kinds.ts";
import { classKindIn, isOfClassKind } from "../definition-kind.ts";
import type { Reading } from "../reading.ts";
import { type Fix, fileRule, option } from "../rule.ts";

export const unwantedMember = fileRule({
  id: "unwanted-member",
  scope: "workspace",
  summary: "A class that defines a method or attribute which the guide rules out for its kind.",
  why: "What the whole kind is kept free of one class cannot bring back: a test class with `__init__` is not even collected. Only what the class itself defines counts, not what it inherits.",
  severity: "warning",
  fix: "unsafe",
  additive: true,
  options: {
    kind: option.string("", "What the classes are: test, orm model, service, enum, …"),
    members: option.strings([], "What none of them may define."),
  },
  answers: ["No `__init__` in test classes.", "Models must not override `save()`.", "Services never define `__del__`."],
  means: [
    {
      stance: "avoid",
      says: [
        "(define|implement|override|have|has|add|declare|include|contain|write|give|put|need) ... {member}",
        "{member} (method|attribute|constructor|function)? (in|on|inside|for|within|to)",
        "{member} ... (defined|overridden|implemented|declared) (in|on|by)",
      ],
      options: readMembers,
    },
    {
      stance: "avoid",
      says: ["constructor (in|on|for|inside) ... test class", "test class ... (constructor|`__init__`)"],
      options: () => ({ kind: "test", members: ["__init__"] }),
    },
  ],
  examples: [
    {
      path: "tests/test_orders.py",
      bad: "class TestOrders:\n    def __init__(self):\n        self.total = 0\n\n    def test_total(self):\n        assert self.total == 0\n",
      good: "class TestOrders:\n    def setup_method(self):\n        self.total = 0\n\n    def test_total(self):\n        assert self.total == 0\n",
      options: { kind: "test", members: ["__init__"] },
    },
  ],
  *check(file, { kind, members }, { workspace }) {
    if (kind === "" || members.length === 0) return;
    const { facts } = workspace;
    for (const definition of file.nodes("class_definition")) {
      const name = definition.field("name");
      if (name === undefined) continue;
      const own = statements(definition.field("body")).flatMap((statement) => nameOf(statement) ?? []);
      const found = own.filter(({ text }) => members.includes(text));
      if (found.length === 0) continue;
      const one = facts.program.module(file.path)?.classes.get(name.text);
      const known = one?.code.nameSpan.start === name.start ? one : undefined;
      const isMeant = isKnownKind(kind)
        ? known !== undefined &&
          (isOfKnownKind(facts, known, kind) ||
            (kind === "orm model" && facts.program.externalBases(known).includes("django.db.models.Model")))
        : isOfClassKind(file, definition, kind);
      if (!isMeant) continue;
      for (const member of found) {
        const fix = kind === "test" && member.text === "__init__" ? setUpInstead(definition, member) : undefined;
        yield {
          span: member,
          ...(fix && { fix }),
          message: `\`${name.text}\` defines \`${member.text}\`; the guide wants no ${kind.replace("orm", "ORM")}${kind === "test" ? " class" : ""} to do so.`,
        };
      }
    }
  },
});

/** What pytest calls in front of each test; none where the class has it, or where something is passed or inherited. */
function setUpInstead(owner: SyntaxNode, member: SyntaxNode): Fix | undefined {
  const definition = member.parent;
  const parameters = definition?.field("parameters")?.text.replaceAll(/\s/g, "");
  const others = statements(owner.field("body")).flatMap((statement) => nameOf(statement)?.text ?? []);
  if (definition?.type !== "function_definition" || parameters !== "(self)" || owner.field("superclasses"))
    return undefined;
  if (others.includes("setup_method") || /\bsuper\(/.test(definition.text)) return undefined;
  const edits = [{ span: { start: member.start, end: member.end }, text: "setup_method" }];
  return { title: "Set up in `setup_method`, which pytest calls in front of each test", safe: false, edits };
}

/** The method that a statement defines, or the attribute that it assigns. */
function nameOf(statement: SyntaxNode): SyntaxNode | undefined {
  const definition = statement.type === "decorated_definition" ? statement.field("definition") : statement;
  if (definition?.type === "function_definition") return definition.field("name");
  const assignment = statement.children[0];
  const left = assignment?.type === "assignment" ? assignment.field("left") : undefined;
  return left?.type === "identifier" ? left : undefined;
}

function readMembers({ clause, codes }: Reading): { kind: string; members: readonly string[] } | undefined {
  const members = codes.map((code) => /^\.?([a-z_]\w*)(?:\((?:self)?\))?$/.exec(code)?.[1]);
  if (members.length === 0 || members.includes(undefined)) return undefined;
  // "Without `close()`", "when …": that is another demand.
  if (
    /\b(?:without|unless|when|if|that|which|whose|call|calls|calling|use|using|from|import|outside|except|besides|other than|apart)\b/i.test(
      clause,
    )
  )
    return undefined;
  // "… in models to send emails" rules out a use of it.
  if (/\b(?:on|in|of|by) (?:\w+ )?\w+ to \w+/i.test(clause)) return undefined;
  if (/\b(?:functions?|endpoints?|routes?|files?|modules?|responses?|requests?|scripts?|queries)\b/i.test(clause))
    return undefined;
  // "No `print` in services" speaks of calls; only a special name, or a verb of definition, makes it a member.
  const isDefined = /\b(?:defin|implement|overrid|declar|constructor|method|attribute)/i.test(clause);
  if (!isDefined && !members.every((member) => /^__\w+__$/.test(member ?? ""))) return undefined;
  const kind = knownKindIn(clause) ?? classKindIn(clause);
  // Outside of classes a test is a function.
  if (kind === "" || /^(?:fixture|task)$/.test(kind) || (kind === "test" && !/\btest(?: case)? class/i.test(clause)))
    return undefined;
  return { kind, members: members.filter((member) => member !== undefined) };
}
