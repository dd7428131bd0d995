// Flags a call, import, attribute or keyword argument that the team has ruled out, under whatever alias.

import { argumentsOf, methodCall } from "../../python/call.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { bannedCode } from "../banned-code.ts";
import { isSpecific, isSuchCall, readCallPattern } from "../call-pattern.ts";
import { insertImport } from "../insert-import.ts";
import { isSameName, moduleOfName, namedCode } from "../named-code.ts";
import type { Reading } from "../reading.ts";
import { type Fix, fileRule, option, type Problem } from "../rule.ts";
import { isAt } from "../test-modules.ts";

type Replacements = Readonly<Record<string, string>>;

export const bannedName = fileRule({
  id: "banned-name",
  scope: "file",
  summary: "A module, function, class, method or keyword argument that the guide rules out.",
  why: "Teams replace an interface by their own, or have been bitten by it. Names are followed through imports and aliases; what only looks alike, and a name whose origin cannot be known, is left alone.",
  severity: "warning",
  fix: "unsafe",
  ruff: ["TID251"],
  additive: true,
  options: {
    names: option.strings(
      [],
      'What must not be used: dotted names, `.method`, `keyword=value`, `call(with, such=arguments)`, `"a text"`.',
    ),
    modules: option.strings([], "Modules that must not be imported."),
    instead: option.table<Replacements>({}, "What to use in place of each."),
    owners: option.strings([], "Folders and files that alone may use them; empty where nobody may."),
  },
  answers: [
    "Never use `shelve.open()`.",
    "Use `orjson` instead of `simplejson`.",
    "Do not import `OldClient`.",
    "Never pass `inplace=True`.",
    "`sys.exit()` may only be called in `cli.py`.",
  ],
  means: [
    {
      stance: "avoid",
      says: [
        "(use|call|import|invoke|instantiate|construct|introduce|access|pass|set|specify|depend on|rely on|reach for) ... {name}",
        "{name}",
      ],
      options: (reading) => readBan(reading),
    },
    {
      stance: "want",
      says: [
        "{name} (instead|over|rather than|not|never|in place) ... {other}",
        "prefer {name} to {other}",
        "(instead|rather than) ... {other} ... {name}",
        "replace {other} ... {name}",
      ],
      options: (reading) => readContrast(reading),
    },
    {
      stance: "want",
      says: [
        "{name} ... only ... (in|from|inside|within|by) {owner}",
        "only {owner} ... (call|use|read|access|touch|instantiate|construct) ... {name}",
        "(call|use|read|access|instantiate|construct) {name} only (in|from|inside|within) {owner}",
        "only (call|use|read|access|instantiate|construct) {name} (in|from|inside|within) {owner}",
        "{owner} ... only (module|place|file|package|one) ... {name}",
      ],
      options: (reading) => readOwned(reading),
    },
  ],
  examples: [
    {
      bad: "import time\n\n\ndef pause():\n    time.sleep(1)\n",
      good: "import clock\n\n\ndef pause():\n    clock.wait(1)\n",
      options: { names: ["time.sleep"] },
    },
  ],
  *check(file, options) {
    if (options.owners.some((place) => isAt(file.path, place))) return;
    const names = options.names.filter((name) => file.text.includes(lastPart(name)));
    const remedyOf = (name: string) => remedyFor(options.instead[name], options.owners);
    for (const module of options.modules.filter((one) => file.text.includes(one.split(".")[0] ?? one))) {
      yield* moduleUses(file, module, remedyOf(module));
    }
    for (const name of names) {
      if (name.startsWith('"')) yield* valueUses(file, name, remedyOf(name));
      else if (name.includes("(")) yield* callUses(file, name, remedyOf(name));
      else if (name.includes("=")) yield* keywordUses(file, name, remedyOf(name));
      else if (name.startsWith(".")) yield* methodUses(file, name, remedyOf(name));
      else yield* nameUses(file, name, remedyOf(name));
    }
  },
});

function lastPart(name: string): string {
  if (name.startsWith('"')) return name.slice(1, -1);
  return (
    name
      .replace(/[(=].*$/s, "")
      .split(".")
      .at(-1) ?? name
  );
}

/** What to do about one name, in words and, where it is known, in code. */
interface Remedy {
  readonly instead: string | undefined;
  readonly advice: string;
}

function remedyFor(instead: string | undefined, owners: readonly string[]): Remedy {
  const only = owners.map((place) => `\`${place}\``).join(" and ");
  if (only !== "") return { instead: undefined, advice: `only ${only} may use it.` };
  return {
    instead,
    advice: instead === undefined ? "the guide rules it out; use what it names in its place." : `use \`${instead}\`.`,
  };
}

function* moduleUses(file: PythonFile, module: string, remedy: Remedy): Iterable<Problem> {
  const within = (name: string) => name === module || name.startsWith(`${module}.`);
  for (const statement of file.nodes("import_statement", "import_from_statement")) {
    const from = statement.field("module_name")?.text;
    for (const item of statement.fields("name")) {
      const imported = item.type === "aliased_import" ? (item.field("name")?.text ?? "") : item.text;
      const name = from === undefined ? imported : `${from}.${imported}`;
      if (!within(name) && !(from !== undefined && within(from))) continue;
      yield { span: item, message: `\`${module}\` is not to be used here; ${remedy.advice}` };
      break;
    }
  }
  if (!module.includes(".")) return;
  for (const node of file.nodes("attribute")) {
    if (file.resolve(node) === module && !isImported(node)) {
      yield { span: node, message: `\`${module}\` is not to be used here; ${remedy.advice}` };
    }
  }
}

function isImported(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) if (/import/.test(at.type)) return true;
  return false;
}

function* nameUses(file: PythonFile, name: string, remedy: Remedy): Iterable<Problem> {
  let found = false;
  for (const node of file.nodes("identifier", "attribute")) {
    if (node.parent?.type === "attribute" && node.parent.field("attribute") === node) continue;
    if (node.parent?.type === "keyword_argument" && node.parent.field("name") === node) continue;
    if (!node.text.endsWith(lastPart(name)) && !file.resolve(node)?.endsWith(lastPart(name))) continue;
    const resolved = file.resolve(node);
    if (resolved === undefined || !isSameName(resolved, name) || isImported(node) || isDefinedHere(resolved)) continue;
    found = true;
    const fix = replacement(file, node, remedy.instead);
    yield {
      span: node,
      message: `\`${node.text}\` is not to be used here; ${remedy.advice}`,
      ...(fix ? { fix } : {}),
    };
  }
  if (found || name.startsWith("builtins.")) return;
  // Imported but not used in this file: handed on to others.
  for (const statement of file.nodes("import_from_statement")) {
    const from = statement.field("module_name")?.text ?? "";
    for (const item of statement.fields("name")) {
      const imported = item.type === "aliased_import" ? (item.field("name")?.text ?? "") : item.text;
      if (isSameName(`${from}.${imported}`, name))
        yield { span: item, message: `\`${imported}\` is not to be used here; ${remedy.advice}` };
    }
  }
}

/** What the file itself defines under that name is the thing's own home. */
function isDefinedHere(resolved: string): boolean {
  return resolved.startsWith(".");
}

/** Puts the other name in the same place, where it is a plain dotted name. */
function replacement(file: PythonFile, node: SyntaxNode, instead: string | undefined): Fix | undefined {
  if (instead === undefined || !/^[a-z_]\w*(?:\.\w+)+$/.test(instead)) return undefined;
  const module = instead.slice(0, instead.lastIndexOf("."));
  const { name, edits } = insertImport(file, module);
  const text = `${name}.${instead.slice(module.length + 1)}`;
  return {
    title: `Use ${instead}`,
    safe: false,
    edits: [{ span: { start: node.start, end: node.end }, text }, ...edits],
  };
}

function* methodUses(file: PythonFile, name: string, remedy: Remedy): Iterable<Problem> {
  for (const call of file.nodes("call")) {
    const target = methodCall(call);
    const callee = call.field("function") ?? call;
    if (target === undefined || !callee.text.endsWith(name)) continue;
    yield {
      span: { start: callee.end - name.length + 1, end: callee.end },
      message: `\`${name}()\` is not to be used here; ${remedy.advice}`,
    };
  }
}

function* callUses(file: PythonFile, name: string, remedy: Remedy): Iterable<Problem> {
  const pattern = readCallPattern(name);
  const good = remedy.instead === undefined ? undefined : readCallPattern(remedy.instead);
  if (pattern === undefined) return;
  for (const call of file.nodes("call")) {
    if (!isSuchCall(file, call, pattern) || (good && isSuchCall(file, call, good))) continue;
    yield { span: call, message: `\`${name}\` is not to be written here; ${remedy.advice}` };
  }
}

function* valueUses(file: PythonFile, name: string, remedy: Remedy): Iterable<Problem> {
  for (const node of file.nodes("string")) {
    if (node.text.replace(/^\w*(["'])(.*)\1$/s, '"$2"') !== name) continue;
    yield { span: node, message: `${name} is not to be used here; ${remedy.advice}` };
  }
}

function* keywordUses(file: PythonFile, banned: string, remedy: Remedy): Iterable<Problem> {
  const [name = "", value = ""] = banned.split("=");
  for (const call of file.nodes("call")) {
    const given = argumentsOf(call).keywords.get(name);
    const keyword = given?.parent;
    if (given === undefined || keyword === undefined || (value !== "" && given.text !== value)) continue;
    yield {
      span: { start: keyword.start, end: keyword.end },
      message: `\`${keyword.text}\` is not to be passed here; ${remedy.advice}`,
    };
  }
}

// --- reading the directive ---

const lead =
  /^(?:(?:please|we|you|code|always|must|should|shall|do|does|may|can|never|not|don['’]t|cannot|mustn['’]t|shouldn['’]t|avoid|no|ban|forbid|prohibit|banned|forbidden|use|using|call|calling|import|importing|imports?|invoke|invoking|instantiate|instantiating|construct|introduce|access|pass|passing|set|specify|depend|depending|rely|relying|reach|write|writing|create|creating|from|for|on|of|direct|directly|raw|plain|legacy|bare|old|deprecated|the|a|an|any|calls?|to|usage|uses?|either|both|any|all)[\s,:]+)*/i;
/** What may follow without narrowing the ban to a purpose that no check can see. */
const harmlessRest =
  /^(?:$|[.,;)]|(?:anywhere|directly|at all|ever|any ?more|explicitly|(?:is|are|be|must not be|should not be|should never be|must never be) (?:banned|forbidden|prohibited|disallowed|deprecated|used|called|imported)|calls?|statements?|modules?|functions?|methods?|class(?:es)?|arguments?|parameters?|keywords?|library|package|imports?|decorators?|api|(?:in|with|on) (?:pandas|polars|django|data ?frames?)|in (?:(?:new|any|the|our|this|production|application|library|python|source|project)\s+)*(?:code(?! (?:examples|samples|blocks|snippets))|codebase|project|tests?|production)|in [`\w./-]+\/|under [`\w./-]+\/|inside [`\w./-]+\/|\(.*\))(?:[\s.,;)]|$))/i;

/** "For chat endpoints: use X instead of Y" rules Y out there only, and where that is no check can see. */
function isConditional(reading: Reading): boolean {
  return /^(?:for|when|if|in|during|while|on)\b/i.test(reading.parents.at(-1) ?? "");
}

/** "Call it only if …" allows it where no check can look. */
function isAllowedOnce({ sentence }: Reading): boolean {
  return /\bonly\s+(?:if|when|after|while|for|as|on|with)\b/i.test(sentence);
}

/** What is only not to be raised, caught or inherited from may well be used otherwise. */
function isOfStatement({ clause, sentence, parents, headings }: Reading): boolean {
  const verb =
    /\b(?:rais(?:e[sd]?|ing)|throw(?:s|n|ing)?|catch(?:es|ing)?|caught|inherit\w*|subclass\w*|deriv(?:e[sd]?|ing))\b/i;
  // "…, never `LookupError`" has its verb before it, a list's item above it.
  const isRest = /^\W*(?:(?:never|not|no)\s+)?\S+$/i.test(clause.trim());
  if (!isRest) return verb.test(clause);
  const said = sentence.slice(0, sentence.lastIndexOf(clause) + clause.length);
  return verb.test([parents.at(-1) ?? headings.at(-1) ?? "", said].join(" "));
}

/** True where the guide itself uses the name in code that is not this directive's ❌. */
function isShown(code: string, reading: Reading): boolean {
  const bad = new Set(reading.bad.map((example) => example.code));
  const use = new RegExp(String.raw`(?<![\w.])${code.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
  return reading.guideExamples.some(
    (example) => !bad.has(example.code) && use.test(example.code.replace(/#.*$/gm, "")),
  );
}

interface Named {
  readonly names: string[];
  readonly modules: string[];
}

function readBan(
  reading: Reading,
): { names: readonly string[]; modules: readonly string[]; instead: Replacements } | undefined {
  if (isConditional(reading) || isOfStatement(reading) || isAllowedOnce(reading)) return undefined;
  const said = lead.exec(reading.clause)?.[0] ?? "";
  // "Enum classes must not end in `Enum`": the word that comes first is no code.
  if (/\b(?:end|start|begin|prefix|suffix|name[ds]?)\b/i.test(reading.clause)) return undefined;
  const list = listAt(reading.clause.slice(said.length), reading.codes);
  if (!list || !harmlessRest.test(list.rest.trim())) return undefined;
  const { names, modules } = named(list.codes, reading);
  return names.length + modules.length === list.codes.length ? { names, modules, instead: {} } : undefined;
}

/** "Only `a/` may call `x()`", "`x` may only be read in `a.py`". */
function readOwned(
  reading: Reading,
): { names: readonly string[]; modules?: readonly string[]; owners: readonly string[] } | undefined {
  const { clause, paths, codes } = reading;
  if (/\bonly\s+(?:if|when|after|for|as|with|on)\b|\bimport/i.test(clause) || isOfStatement(reading)) return undefined;
  // A folder or a file that holds code; "only in `FAST` mode" names neither.
  const owners = paths.filter((path) => path.endsWith("/") || path.endsWith(".py"));
  const meant = codes.filter((code) => !paths.includes(code));
  if (owners.length === 0 || owners.length < paths.length || meant.length === 0) return undefined;
  const { names, modules } = named(meant, reading);
  if (names.length + modules.length < meant.length) return undefined;
  return modules.length > 0 ? { names, modules, owners } : { names, owners };
}

function readContrast(
  reading: Reading,
): { names: readonly string[]; modules: readonly string[]; instead: Replacements } | undefined {
  const { name, other } = reading.caught;
  if (name === undefined || other === undefined || isConditional(reading) || isOfStatement(reading)) return undefined;
  const from = reading.clause.indexOf(other);
  const list = listAt(reading.clause.slice(from), reading.codes);
  if (list && narrowing.test(list.rest.trim())) return undefined;
  // "instead of `typing` equivalents": some of what it holds, not all of it.
  if (list && /^(?:equivalents?|counterparts?|variants?|versions?|generics?|aliases)\b/i.test(list.rest.trim()))
    return undefined;
  if (!list || list.codes.some((code) => code === name)) return undefined;
  const { names, modules } = named(list.codes, reading);
  if (names.length + modules.length !== list.codes.length) return undefined;
  const keyOf = [...names, ...modules];
  const called = readCallPattern(name);
  const good = called && isSpecific(called) ? undefined : namedCode(name, reading.guideExamples);
  const shown =
    good?.kind === "name" && !good.name.includes(".")
      ? qualified(good.name, reading)
      : (good?.name.replace(/^builtins\./, "") ?? name);
  return { names, modules, instead: Object.fromEntries(keyOf.map((key) => [key, shown])) };
}

/** "`Decimal(str(x))`, not `Decimal(x)`": the same call with other arguments is wanted, so not all calls of it are meant. */
function isSaidOtherwise(code: string, reading: Reading): boolean {
  const pattern = readCallPattern(code);
  if (pattern === undefined) return false;
  // In a table's row the values are an example: "`wait(30)` | `wait(LIMITS.WAIT)`" bans no 30 in particular.
  if (isSpecific(pattern) && reading.row === undefined) return false;
  return [reading.sentence, ...(reading.row?.cells ?? [])].join(" ").replace(code, "").includes(`${pattern.callee}(`);
}

/** A purpose or a partner that makes less of the ban than a check would. */
const narrowing =
  /^(?:\+|&|when\b|if\b|where\b|while\b|unless\b|for (?:large|big|small|async\w*|complex|simple|long|heavy|new|user|untrusted|external|public)\b)/i;

function qualified(name: string, reading: Reading): string {
  const module = moduleOfName(reading.guideExamples, name);
  return module === undefined ? name : `${module}.${name}`;
}

/** The codes that a text begins with: "a, b or c". */
function listAt(text: string, codes: readonly string[]): { codes: readonly string[]; rest: string } | undefined {
  const found: string[] = [];
  let rest = text;
  for (;;) {
    const code = codes.filter((one) => rest.startsWith(one)).toSorted((a, b) => b.length - a.length)[0];
    if (code === undefined) break;
    found.push(code);
    rest = rest.slice(code.length);
    const joint = /^(?:\s*(?:,|\/)\s*(?:and |or )?|\s+(?:and|or|nor)\s+)/.exec(rest)?.[0];
    if (joint === undefined || !codes.some((one) => rest.slice(joint.length).startsWith(one))) break;
    rest = rest.slice(joint.length);
  }
  return found.length ? { codes: found, rest } : undefined;
}

function named(codes: readonly string[], reading: Reading): Named {
  const result: Named = { names: [], modules: [] };
  const isImport = /\bimport/i.test(reading.clause);
  for (const code of codes) {
    const what =
      isShown(code, reading) || isSaidOtherwise(code, reading)
        ? undefined
        : bannedCode(code, reading.guideExamples, isImport);
    if (what) (what.kind === "module" ? result.modules : result.names).push(what.name);
  }
  return result;
}
