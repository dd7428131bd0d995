// Flags classes that inherit from what the guide rules out as a base.

import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { basesOf } from "../definition-kind.ts";
import { importNamed } from "../import-named.ts";
import { insertImport } from "../insert-import.ts";
import { isSameName, namedCode } from "../named-code.ts";
import type { Reading } from "../reading.ts";
import { type Fix, fileRule, option } from "../rule.ts";
import { holdsInOneCase } from "../stated-case.ts";
import { isMigration } from "../test-modules.ts";
import { isEnding, isOpening } from "../unnarrowed.ts";

export const unwantedBase = fileRule({
  id: "unwanted-base",
  scope: "file",
  summary: "A class that inherits from what the guide rules out as a base.",
  why: "A base brings all it can do, now and in later versions. The name is followed through imports and aliases; what inherits from it by way of another class is left alone.",
  severity: "warning",
  fix: "unsafe",
  additive: true,
  options: {
    bases: option.strings([], "The bases: `builtins.dict`, `threading.Thread`, `OldModel`."),
    instead: option.string("", "What to inherit from in their place."),
  },
  answers: [
    "Never subclass `threading.Thread`.",
    "Do not inherit from `dict`.",
    "Extend `Record` instead of `LegacyRecord`.",
  ],
  means: [
    {
      stance: "avoid",
      says: ["(inherit|subclass|extend|derive) (from)? ... {base}", "{base} ... (subclassed|inherited|extended)"],
      options: (reading) => readBases(reading),
    },
    {
      stance: "want",
      says: [
        "(inherit|subclass|extend|derive) (from)? {wanted} (instead|rather than|not|over|never) ... {base}",
        "(instead|rather than) ... (inherit|subclass|extend|derive) ... {base} ... {wanted}",
      ],
      options: (reading) => readBases(reading),
    },
    {
      // "Protocols over ABCs": where one form of interface is wanted, the other is a base that nobody takes.
      stance: "want",
      says: [
        "(protocol|`*Protocol`) ... (instead of|rather than|over|not|never|to) ... (abstract base class|abstract class|abc|`ABC`|`ABCs`|`abc.ABC`)",
      ],
      options: ({ sentence }) =>
        holdsInOneCase(sentence) ? undefined : { bases: ["abc.ABC"], instead: "typing.Protocol" },
    },
    {
      stance: "avoid",
      says: ["(abstract base class|`ABC`|`ABCs`|`abc.ABC`)"],
      unless: ["(instantiate|method|test|mock|protocol)"],
      options: ({ clause }) =>
        /^\W*(?:(?:avoid|no|never|use|using|abstract|base|classes|class|abc|abcs|do|not)\W*)+$/i.test(
          clause.replace("abc.ABC", "abc"),
        )
          ? { bases: ["abc.ABC"] }
          : undefined,
    },
  ],
  examples: [
    {
      bad: "class Basket(dict):\n    pass\n",
      good: "from collections import UserDict\n\n\nclass Basket(UserDict):\n    pass\n",
      options: { bases: ["builtins.dict"] },
    },
  ],
  *check(file, { bases, instead }, { workspace }) {
    if (isMigration(file)) return;
    for (const definition of file.nodes("class_definition")) {
      // What is to be inherited from instead may stand on it.
      if (instead !== "" && definition.field("name")?.text === instead.split(".").at(-1)) continue;
      for (const base of basesOf(definition)) {
        const named = base.type === "subscript" ? (base.field("value") ?? base) : base;
        const resolved = file.resolve(named) ?? named.text;
        const banned = bases.find((one) => isSameName(resolved, one))?.replace(/^builtins\./, "");
        if (banned === undefined) continue;
        const shown = named.text.endsWith(banned.split(".").at(-1) ?? banned) ? "" : ` (\`${banned}\`)`;
        const name = definition.field("name")?.text ?? "This class";
        const advice =
          instead === "" ? "hold one as a field, or use what the guide names" : `inherit from \`${instead}\``;
        const fix = replacedBase(file, named, banned, instead, workspace);
        yield {
          ...(fix && { fix }),
          span: base,
          message: `\`${name}\` inherits from \`${named.text}\`${shown}, which the guide rules out; ${advice}.`,
        };
      }
    }
  },
});

function readBases({
  caught,
  guideExamples,
  codes,
  clause,
}: Reading): { bases: readonly string[]; instead?: string } | undefined {
  const { base, wanted } = caught;
  if (base === undefined || !clause.includes(base)) return undefined;
  const verb = Math.max(clause.search(/\b(?:inherit|subclass|extend|deriv)/i), 0);
  const isPassive = clause.indexOf(base) < verb && wanted === undefined;
  const before = clause
    .slice(0, verb)
    .replace(isPassive ? base : "", "")
    .replaceAll("`", "")
    .trim();
  // A layer narrows the files only where it is told what it must.
  const isLayerTold =
    !/\b(?:rout|endpoint|controller|view|service|repositor)/i.test(before) ||
    /\b(?:must|should|shall|may|can|never|do)/i.test(before);
  if (!isOpening(before) || !isLayerTold) return undefined;
  if (!isEnding(isPassive ? clause.slice(verb) : clause.slice(clause.indexOf(base)))) return undefined;
  // "Never inherit from `A` or `B`": all that follow the verb.
  const listed =
    wanted === undefined
      ? codes.filter((code) => clause.indexOf(code) >= clause.indexOf(base) && !/\/|\.py$/.test(code))
      : [base];
  const bases = listed.flatMap((code) => {
    const named = namedCode(code, guideExamples);
    return named?.kind === "name" ? [named.name] : [];
  });
  if (bases.length === 0 || bases.length < listed.length) return undefined;
  return { bases, ...(wanted === undefined ? {} : { instead: wanted }) };
}

/** What the guide names; for built-in containers the classes that are made to be inherited from. */
function replacedBase(
  file: PythonFile,
  base: SyntaxNode,
  banned: string,
  instead: string,
  workspace: Workspace,
): Fix | undefined {
  const made: Readonly<Record<string, string>> = { dict: "UserDict", list: "UserList", str: "UserString" };
  const container = instead === "" ? made[banned] : undefined;
  const usable = instead === "" ? undefined : importNamed(file, instead, workspace);
  const inserted = container === undefined ? usable : insertImport(file, "collections", container, workspace);
  const text = inserted && ("text" in inserted ? inserted.text : inserted.name);
  if (inserted === undefined || text === undefined) return undefined;
  return {
    title: `Inherit from \`${text}\`; look who asks for instances of \`${banned}\``,
    safe: false,
    edits: [...inserted.edits, { span: { start: base.start, end: base.end }, text }],
  };
}
