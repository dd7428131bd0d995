// Flags caches that only ever grow.

import type { Expr } from "../../models/code/syntax.ts";
import type { Program } from "../../models/program.ts";
import { lastName } from "../../models/web/answers.ts";
import type { Workspace } from "../../models/workspace.ts";
import { argumentsOf } from "../../python/call.ts";
import { calleeName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { isStubPath } from "../../python/source-file.ts";
import {
  blockOf,
  decoratorName,
  decoratorsOf,
  enclosingClass,
  enclosingFunction,
  statements,
} from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { parameterNames } from "../bound-names.ts";
import { hasFixedCalls } from "../fixed-calls.ts";
import { isClass, isFixed, isFixedKey } from "../fixed-keys.ts";
import { insertImports } from "../insert-imports.ts";
import { uses } from "../key-uses.ts";
import { livesLong } from "../long-lived.ts";
import { readCache } from "../read-cache.ts";
import { replaceImport } from "../replace-import.ts";
import { type Fix, type FixEdit, fileRule, option, type Problem } from "../rule.ts";
import { isTerminalProgram } from "../terminal-program.ts";

export const unboundedCache = fileRule({
  id: "unbounded-cache",
  scope: "file",
  summary: "A dict used as a cache that is never emptied, or a function cached without a bound.",
  why: "Every new key stays for the life of the process, until memory is gone. Caches from which something is removed, keys out of a fixed set, registries, and cached functions without arguments are left alone.",
  severity: "warning",
  fix: "unsafe",
  isPraised: true,
  options: {
    cache: option.string("cachetools.TTLCache", "The bounded cache to use instead."),
    arguments: option.string("maxsize=1000, ttl=300", "What it is made with."),
    imports: option.strings([], "What those arguments need, as dotted names."),
  },
  tests: false,
  manner: ["imports"],
  answers: [
    "Use TTLCache for caches that could grow without bound.",
    "Never use unbounded caches.",
    "Every cache must have a maximum size.",
    "Caches need a size limit and an expiry.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(`TTLCache`|`LRUCache`|`cachetools`) & !redis",
        "cache ... (bounded|maximum size|max size|size limit|maxsize|eviction|expiry|expiration)",
        "(bounded|size limited) cache",
        "cache (entry|item|key|value) ... (expire|expires|ttl|expiry)",
        "(each|every|all) cache ... (expire|expires|ttl)",
        "(bound|limit) ... (cache|cache size)",
        "cache without ... (ttl|limit|expiry|expiration|bound|maximum|max size|eviction|size)",
        "cache ... (grow|unbounded|unboundedly)",
      ],
      unless: ["redis", "http", "response", "etag", "browser", "cdn", "invalidation"],
      options: readCache,
    },
    {
      stance: "avoid",
      says: [
        "(unbounded|unlimited|infinite|ever growing|endless) (@name)? (cache|memoization|dict|memory)",
        "cache ... (grow|without limit|without bound|unbounded|forever)",
        "cache without ... (ttl|limit|expiry|expiration|bound|maximum|max size|eviction|size)",
        "(dict|dictionary|`dict`) ... (as|for) cache",
        "`functools.cache`",
        "`lru_cache(maxsize=None)`",
      ],
      options: readCache,
    },
  ],
  examples: [
    {
      bad: "prices: dict[str, int] = {}\n\n\ndef price(name: str) -> int:\n    if name not in prices:\n        prices[name] = len(name)\n    return prices[name]\n",
      good: "from cachetools import TTLCache\n\nprices: TTLCache[str, int] = TTLCache(maxsize=1000, ttl=300)\n\n\ndef price(name: str) -> int:\n    if name not in prices:\n        prices[name] = len(name)\n    return prices[name]\n",
    },
  ],
  *check(file, options, { workspace }) {
    // Nothing ever runs a stub.
    if (isStubPath(file.path)) return;
    const cut = options.cache.lastIndexOf(".");
    const className = options.cache.slice(cut + 1);
    // A program ends with what it was started for, and all that it holds goes with it.
    if (isTerminalProgram(file)) return;
    for (const dict of dictsOf(file)) {
      if (livesShortly(file, dict.scope) || hasFewKeys(workspace, file, dict.annotation)) continue;
      const found = uses(file, dict.target, dict.scope);
      const isCalledCache = saysCache.test(dict.target.text);
      if (!isCalledCache && (found.isGoneThrough || !livesLong(file, dict.scope, workspace))) continue;
      if (found.isEvicted || !found.writes.some((write) => isCached(file, write, found.lookups, dict.target.text)))
        continue;
      if (dict.target.type === "identifier" && isEmptiedElsewhere(workspace, file.path, dict.target.text)) continue;
      const { names, edits: added } = insertImports(file, [options.cache, ...options.imports], workspace);
      const isFree = [...names].every(([dotted, name]) => dotted.split(".").at(-1) === name);
      const word = dict.annotation && /^(typing\.)?[dD]ict\b/.exec(dict.annotation.text)?.[0];
      const edits = [
        ...added,
        ...(dict.annotation && word
          ? [{ span: { start: dict.annotation.start, end: dict.annotation.start + word.length }, text: className }]
          : []),
        { span: { start: dict.value.start, end: dict.value.end }, text: `${className}(${options.arguments})` },
      ];
      const fix: Fix = {
        title: `Use ${className}; look at its size and at who else reads the dict`,
        safe: false,
        edits,
      };
      yield {
        span: dict.target,
        message: `Nothing is ever removed from \`${dict.target.text}\`, so it grows with every new key. Use \`${className}\`, which has a bound.`,
        ...(cut > 0 && isFree ? { fix } : {}),
      };
    }
    for (const definition of file.nodes("function_definition"))
      yield* unboundedDecorators(file, definition, options.arguments);
  },
});

/** An object that is made around a session goes when the session goes, and its dicts with it. */
function livesShortly(file: PythonFile, scope: SyntaxNode): boolean {
  if (scope.type !== "class_definition") return false;
  const init = statements(blockOf(scope)).find((one) => one.field("name")?.text === "__init__");
  return (init?.field("parameters")?.children ?? []).some((parameter) => {
    const name = parameter.type === "typed_parameter" ? parameter.children[0] : parameter.field("name");
    return name !== undefined && /^(sqlalchemy|sqlmodel)\b.*\.(Async)?Session$/.test(file.typeOf(name) ?? "");
  });
}

/** An enumeration, or a name for some classes: `Kind = type[Boat] | type[Berth]`. */
function isOfFew(program: Program, path: string, name: string): boolean {
  const meant = program.name(path, name);
  if (meant?.kind === "class") return program.externalBases(meant.class).some((base) => /^enum\./.test(base));
  return (
    meant?.kind === "value" && meant.value.value !== undefined && isFewType(program, meant.path, meant.value.value)
  );
}

function isFewType(program: Program, path: string, type: Expr): boolean {
  if (type.kind === "binary") return isFewType(program, path, type.left) && isFewType(program, path, type.right);
  if (type.kind === "subscript")
    return (
      /^(type|Type|Literal)$/.test(lastName(type.of)) ||
      (lastName(type.of) === "Union" && type.index.every((part) => isFewType(program, path, part)))
    );
  return type.kind === "name" && isOfFew(program, path, type.name);
}

/** `dict[Kind, …]` of an enum, of classes or of yes and no has an end by itself, and functions are registered. */
function hasFewKeys(workspace: Workspace, file: PythonFile, annotation: SyntaxNode | undefined): boolean {
  if (/,\s*(?:\w+\.)*Callable\b[^,]*(?:\[.*\])?\s*\]$/s.test(annotation?.text ?? "")) return true;
  const key = /^(?:\w+\.)?[dD]ict\[\s*(?:(?:typing\.)?[fF]rozen[sS]et\[\s*)?((?:typing\.)?[\w.]+)/.exec(
    annotation?.text ?? "",
  )?.[1];
  if (key === undefined) return false;
  if (/^(?:typing\.)?(?:bool|type|Type|Literal)$/.test(key)) return true;
  return isOfFew(workspace.facts.program, file.path, key);
}

interface CacheDict {
  readonly target: SyntaxNode;
  readonly annotation: SyntaxNode | undefined;
  readonly value: SyntaxNode;
  /** The class or module in which it is used. */
  readonly scope: SyntaxNode;
}

/** Empty dicts of the module, of a class, or of its instances. */
function* dictsOf(file: PythonFile): Iterable<CacheDict> {
  for (const assignment of file.nodes("assignment")) {
    const target = assignment.field("left");
    const value = assignment.field("right");
    if (!target || !value || !isEmptyDict(file, value)) continue;
    const around = enclosingFunction(assignment);
    const owner = enclosingClass(assignment);
    const annotation = assignment.field("type");
    if (target.type === "identifier" && around === undefined) yield { target, annotation, value, scope: file.root };
    if (
      target.type === "attribute" &&
      /^self\.\w+$/.test(target.text) &&
      owner &&
      /^__(init|post_init|new)__$/.test(around?.field("name")?.text ?? "")
    )
      yield { target, annotation, value, scope: owner };
  }
}

function isEmptyDict(file: PythonFile, value: SyntaxNode): boolean {
  if (value.type === "dictionary") return value.children.every((child) => !child.isNamed);
  return (
    value.type === "call" &&
    /^(dict|collections\.OrderedDict)$/.test(calleeName(file, value)) &&
    /\(\s*\)$/.test(value.text)
  );
}

/** The function that writes an entry also looks the key up; or the dict calls itself a cache and another method looks up. */
function isCached(
  file: PythonFile,
  write: { readonly key: SyntaxNode; readonly value: SyntaxNode | undefined; readonly node: SyntaxNode },
  lookups: readonly { readonly key: string; readonly node: SyntaxNode }[],
  name: string,
): boolean {
  const { key, value } = write;
  if (/^(string|integer|none|true|false|concatenated_string)$/.test(key.type) && !key.text.startsWith("f"))
    return false;
  const saysSo = saysCache.test(name) && lookups.length > 0;
  if (value && isCount(value)) return false;
  // Grouping and registering is no caching.
  if (!saysSo && value && (/^(dictionary|list|set)$/.test(value.type) || /^(list|set|dict)\(\)$/.test(value.text)))
    return false;
  const places = value?.type === "identifier" ? (file.scopes.bindingOf(value)?.places ?? []) : [];
  // A lock that was made the line before is one as well.
  const made = [value, ...places.map((place) => place.value)].flatMap(callsOf);
  if (made.some((one) => isNoResult.test(calleeName(file, one)))) return false;
  if (isFixedKey(file, key)) return false;
  const around = enclosingFunction(write.node);
  if (!around) return false;
  const isMemo = lookups.some((one) => one.key === key.text && enclosingFunction(one.node) === around);
  return (isMemo && !isHandedIn(file, value)) || saysSo;
}

/** What is kept while it is in use, and adapters, of which there are as many as types. */
const isNoResult = /(^|\.)(\w*Lock|Semaphore|Event|create_task|Task|Thread|Popen|Queue|TypeAdapter)$/;

/** The call itself, or those that stand in a tuple: `(Lock(), set())`. */
function callsOf(value: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (value?.type === "tuple") return value.children.flatMap(callsOf);
  return value?.type === "call" ? [value] : [];
}

/** `seen[key] = 0`, `seen[key] = seen.get(key, 0) + 1` count, and keep no results. */
function isCount(value: SyntaxNode): boolean {
  return /^(integer|float)$/.test(value.type) || (value.type === "binary_operator" && /[+-]/.test(value.text));
}

const saysCache = /cache|memo(?!ry)/i;

/** A function, class, connection or row that the caller hands in is registered or collected, not cached. */
function isHandedIn(file: PythonFile, value: SyntaxNode | undefined): boolean {
  if (value?.type !== "identifier") return false;
  return (
    file.scopes
      .bindingOf(value)
      ?.places.some(
        ({ kind, value: from }) =>
          kind === "parameter" || kind === "class" || kind === "function" || (kind === "for" && isHandedIn(file, from)),
      ) ?? false
  );
}

function isEmptiedElsewhere(workspace: Workspace, path: string, name: string): boolean {
  const pattern = new RegExp(String.raw`\b${name}\.(pop|popitem|clear)\(|\bdel [\w.]*\b${name}\[`);
  return workspace.pythonFiles.some((other) => other !== path && pattern.test(workspace.text(other) ?? ""));
}

const cachers = /^(functools\.(lru_cache|cache)|async_lru\.alru_cache)$/;

function* unboundedDecorators(file: PythonFile, definition: SyntaxNode, given: string): Iterable<Problem> {
  const parameters = definition.field("parameters");
  const names = parameters ? [...parameterNames(parameters)].filter((name) => !/^(self|cls)$/.test(name.text)) : [];
  if (names.every((name) => isFixed(file, name)) || names.some((name) => isClass(file, name))) return;
  // Something is done once for each, and no result is kept.
  if (definition.field("return_type")?.text === "None" || hasFixedCalls(file, definition)) return;
  for (const decorator of decoratorsOf(definition)) {
    const name = decoratorName(decorator);
    const resolved = name && file.resolve(name);
    if (!name || resolved === undefined || !cachers.test(resolved)) continue;
    const call = decorator.children.find((child) => child.type === "call");
    const size = call && (argumentsOf(call).keywords.get("maxsize") ?? argumentsOf(call).positional[0]);
    if (resolved !== "functools.cache" && size?.type !== "none") continue;
    const number = /maxsize=(\d+)(?=,|$)/.exec(given)?.[1];
    const edits = number === undefined ? undefined : size ? [bounded(size, number)] : boundedCache(file, name, number);
    yield {
      span: decorator,
      message: `\`${definition.field("name")?.text ?? ""}\` keeps the result of every call for ever. Give the cache a \`maxsize\`.`,
      ...(edits && { fix: { title: `Keep at most ${number} results; look at the number`, safe: false, edits } }),
    };
  }
}

function bounded({ start, end }: SyntaxNode, text: string): FixEdit {
  return { span: { start, end }, text };
}

/** `@cache` takes no size, `@lru_cache(maxsize=…)` does. */
function boundedCache(file: PythonFile, name: SyntaxNode, number: string): readonly FixEdit[] {
  const attribute = name.type === "attribute" ? name.field("attribute") : undefined;
  if (attribute !== undefined) return [bounded(attribute, `lru_cache(maxsize=${number})`)];
  const inserted = replaceImport(file, name, "functools", "lru_cache");
  return [...inserted.edits, bounded(name, `${inserted.name}(maxsize=${number})`)];
}
