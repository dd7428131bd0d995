// Flags state that services share between calls: module globals that functions change, mutable class attributes.

import { calleeName, nameOf } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { Binding, Place } from "../../python/scopes.ts";
import {
  decoratorName,
  decoratorsOf,
  enclosingFunction,
  isModuleLevel,
  withinScope,
} from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { foldersOf, layerNamed } from "../layers.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option, type Problem } from "../rule.ts";
import { setInInit } from "../set-in-init.ts";
import { changesOf, changeThrough, isBounded, isMutable } from "../shared-state.ts";

export const statelessService = fileRule({
  id: "stateless-service",
  scope: "file",
  summary: "Mutable class attributes and module globals that functions of a service change.",
  why: "State that calls share goes wrong between requests and differs between workers. Constants, locks, loggers, caches with a bound, and registries that are filled while modules load are left alone, and so is what an instance holds for itself.",
  severity: "warning",
  fix: "unsafe",
  isPraised: true,
  options: {
    folders: option.strings(["services"], "The folders whose code holds no state."),
    attributes: option.boolean(
      true,
      "Whether lists, dicts and sets of a class count; not where the guide rules out mutable class attributes as well.",
    ),
  },
  tests: false,
  answers: [
    "Services should be stateless.",
    "Keep services stateless.",
    "Never keep mutable state in services.",
    "Code in `src/providers/` must be stateless.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "stateless & (service|provider|repository|client|function|handler|agent|tool|module|class|worker|logic|code|@service)",
        "(service|provider|repository|client|function|handler|agent|module|@service) ... stateless",
        "(free of|without) (mutable|shared|global)? state",
      ],
      unless: [
        "stateless (auth|authentication|jwt|token|session|api|protocol)",
        "component",
        "http",
        "rest",
        "stateless test",
        "(place|put|move) ... stateless",
        "(scaling|scale) ... stateless",
        // What is written in another way for stateless code is stateless already.
        "(prefer|favor|favour|use) ... for ... stateless",
        "test ... stateless",
        "stateless & (browser|command line)",
      ],
      options: readFolders,
    },
    {
      stance: "avoid",
      says: [
        "(keep|hold|store|have|share|put)? (mutable|shared|global|instance|class level)? state (in|inside|between|across) (a|the)? (service|provider|@service)",
        "stateful (service|provider)",
        "(module level|class level|global|shared|mutable) (mutable|global|shared)? state ... (in|inside|within|under) `*/*`",
        "(mutable|changing) (module)? (global|state) ... (service|provider|@service)",
        "(service|provider|@service) ... (keep|hold|have|store|carry|share) ... (mutable|shared|global|instance)? state",
        "`*service*/*` ... (keep|hold|have|store|carry|share) ... state",
      ],
      options: readFolders,
    },
    {
      // "Services must be stateless: no module-level state"
      stance: "avoid",
      says: ["(module level|class level|global|shared|mutable) (mutable|global|shared)? state"],
      options: (reading) =>
        /\b(?:services?|providers?|repositor(?:y|ies))\b[^.;]*\bstateless\b/i.test(reading.sentence)
          ? readFolders(reading)
          : undefined,
    },
  ],
  examples: [
    {
      path: "app/services/prices.py",
      bad: "totals: dict[str, int] = {}\n\n\ndef add(name: str, amount: int) -> None:\n    totals[name] = totals.get(name, 0) + amount\n",
      good: "def add(totals: dict[str, int], name: str, amount: int) -> None:\n    totals[name] = totals.get(name, 0) + amount\n",
    },
  ],
  *check(file, { folders, attributes }) {
    if (!folders.some((folder) => isIn(file.path, folder))) return;
    for (const binding of file.scopes.module.bindings.values()) {
      const place = definition(binding);
      if (!place || !isState(file, place.value) || isBounded(binding, place.value)) continue;
      const changes = changesOf(binding).filter((change) => !atImport(file, change));
      if (changes.every(isLateMaking)) continue;
      const [change] = changes;
      if (!change) continue;
      const line = file.lines.position(change.start).line + 1;
      yield {
        span: place.name,
        message: `Functions change \`${binding.name}\` (line ${line}), so calls share it and workers differ in it. Hand it in, or keep it in a store made for it.`,
      };
    }
    for (const node of file.nodes("class_definition")) yield* sharedAttributes(file, node, attributes);
  },
});

function isIn(path: string, folder: string): boolean {
  return `/${path}`.includes(`/${folder.replace(/^\.?\/|\/$/g, "")}/`);
}

/** Where a name is first given its value at the top of the module. */
function definition(binding: Binding): Place | undefined {
  const places = binding.places.filter(({ scope }) => scope === binding.scope);
  if (places.some(({ kind }) => !/^(assignment|annotation|augmented)$/.test(kind))) return undefined;
  return places.find(({ kind }) => kind === "assignment") ?? places[0];
}

const harmless =
  /(^|\.)(\w*Lock|Semaphore|BoundedSemaphore|Condition|Event|Barrier|getLogger|get_logger|ContextVar|local|TTLCache|LRUCache|LFUCache|FIFOCache|RRCache|TLRUCache|WeakValueDictionary|WeakKeyDictionary|WeakSet|TypeVar)$/;

function isState(file: PythonFile, value: SyntaxNode | undefined): boolean {
  return value?.type !== "call" || !harmless.test(calleeName(file, value));
}

/** `if client is None: client = Client()`: made once when it is first needed, and the same for all. */
function isLateMaking(change: SyntaxNode): boolean {
  const value = change.type === "assignment" ? change.field("right") : undefined;
  if (value?.type === "none") return true;
  const name = change.field("left")?.text ?? "";
  const made = value?.type === "await" ? value.children.find((child) => child.type === "call") : value;
  if (made?.type !== "call" || /^(dict|list|set|str|int|float)\(/.test(made.text)) return false;
  for (let at = change.parent; at && at.type !== "function_definition"; at = at.parent) {
    const condition = at.type === "if_statement" ? at.field("condition")?.text : undefined;
    if (condition === `${name} is None` || condition === `not ${name}`) return true;
  }
  return false;
}

/** In a decorator, in `__init_subclass__`, or in a function that only the module itself calls: filled while modules load. */
function atImport(file: PythonFile, change: SyntaxNode): boolean {
  let outer = enclosingFunction(change);
  for (let at = outer; at; at = enclosingFunction(at)) {
    if (/^__(init_subclass|set_name)__$/.test(at.field("name")?.text ?? "") || isDecorator(file, at)) return true;
    outer = at;
  }
  const name = outer?.field("name");
  const references = name === undefined ? [] : (file.scopes.bindingOf(name)?.references ?? []);
  return references.length > 0 && references.every((one) => isModuleLevel(one));
}

/** It hands back the function or class that it was given, or a function of its own. */
function isDecorator(file: PythonFile, node: SyntaxNode): boolean {
  const body = node.field("body");
  const scope = file.scopes.opened(node);
  if (!body || !scope) return false;
  for (const inner of withinScope(body)) {
    const value = inner.type === "return_statement" ? inner.children.find((child) => child.isNamed) : undefined;
    if (value?.type !== "identifier") continue;
    const kinds = scope.bindings.get(value.text)?.places.map(({ kind }) => kind) ?? [];
    if (kinds.includes("function")) return true;
    if (
      kinds.includes("parameter") &&
      /^_*(register|on|handler|command|route|provides?|hook|subscribe)/.test(node.field("name")?.text ?? "")
    )
      return true;
    if (
      kinds.includes("parameter") &&
      file.nodes("decorator").some((one) => decoratorName(one)?.text === node.field("name")?.text)
    )
      return true;
  }
  return false;
}

const valueClasses =
  /(^|\.)(BaseModel|BaseSettings|SQLModel|TypedDict|NamedTuple|Protocol|Enum|IntEnum|StrEnum|Flag|Structure|Base|DeclarativeBase|Schema|Model)$/;

function isClassVariable({ parent }: SyntaxNode): boolean {
  return /\b(?:ClassVar|Final)\b/.test(parent?.field("type")?.text ?? "");
}

function* sharedAttributes(file: PythonFile, node: SyntaxNode, areAllMeant: boolean): Iterable<Problem> {
  const scope = file.scopes.opened(node);
  const bases = node.field("superclasses")?.children.filter((child) => child.isNamed) ?? [];
  if (!scope || bases.some((base) => valueClasses.test(nameOf(file, base)))) return;
  if (decoratorsOf(node).some((one) => /(^|\.)(dataclass|define|frozen|s|attrs)$/.test(decoratorName(one)?.text ?? "")))
    return;
  const className = node.field("name")?.text ?? "";
  for (const binding of scope.bindings.values()) {
    const place = definition(binding);
    if (!place || !place.value || !isState(file, place.value)) continue;
    // `mutable-class-attribute` finds it.
    if (!areAllMeant && isMutable(file, place.value) && !isClassVariable(place.value)) continue;
    // The flag that goes with a single instance.
    if (/^_*(initiali[sz]ed|instance)$/.test(binding.name) && scope.bindings.has("__new__")) continue;
    const changes = changesThroughClass(file, node, className, binding.name, isMutable(file, place.value));
    const isEmpty = /^(\{\}|\[\]|(dict|list|set)\(\))$/.test(place.value.text) || place.value.type === "call";
    const isShared =
      changes.some((change) => !atImport(file, change)) ||
      (changes.length === 0 && isEmpty && isMutable(file, place.value) && !/^_*[A-Z][A-Z0-9_]*$/.test(binding.name));
    // What `__init__` gives to each instance hides the class's own.
    if (!isShared || hasOwn(file, node, binding.name)) continue;
    const fix = setInInit(file, node, place);
    yield {
      span: place.name,
      ...(fix && { fix }),
      message: `\`${binding.name}\` belongs to the class, so that all instances of \`${className}\` share and change it. Set it in \`__init__\`, or keep it in a store made for it.`,
    };
  }
}

function changesThroughClass(
  file: PythonFile,
  node: SyntaxNode,
  className: string,
  name: string,
  isContainer: boolean,
): readonly SyntaxNode[] {
  return file.nodes("attribute").flatMap((attribute) => {
    if (attribute.field("attribute")?.text !== name) return [];
    const receiver = attribute.field("object")?.text ?? "";
    const isInside = node.start <= attribute.start && attribute.end <= node.end;
    const isClass = receiver === className || (isInside && /^(cls|type\(self\)|self\.__class__)$/.test(receiver));
    const change = changeThrough(attribute);
    if (!change || !enclosingFunction(change)) return [];
    if (isClass) return isOwnInstance(change, className) ? [] : [change];
    // Setting an attribute of an instance hides the class's; changing what it holds does not.
    const isSet = change.field("left") === attribute;
    return isInside && receiver === "self" && isContainer && !isSet ? [change] : [];
  });
}

/** `cls._instance = cls()`: the one object, not what it knows. */
function isOwnInstance(change: SyntaxNode, className: string): boolean {
  const value = change.field("right")?.text ?? "";
  return /^(cls\(|super\(|object\.__new__|None$)/.test(value) || value.startsWith(`${className}(`);
}

function hasOwn(file: PythonFile, node: SyntaxNode, name: string): boolean {
  return file
    .nodes("assignment")
    .some(
      (one) =>
        node.start <= one.start &&
        one.end <= node.end &&
        one.field("left")?.text === `self.${name}` &&
        /^__(init|new|post_init)__$/.test(enclosingFunction(one)?.field("name")?.text ?? ""),
    );
}

/** The folder that the text names, or the usual one of the layer it speaks of. */
function readFolders(reading: Reading): { folders?: readonly string[]; attributes?: boolean } | undefined {
  const found = foldersIn(reading);
  return found && ofAttributes.test(reading.sentence) ? { ...found, attributes: false } : found;
}

/** What `mutable-class-attribute` reads from the same sentence. */
const ofAttributes = /\bno mutable class(?:[- ]level)? (?:attributes?|variables?)\b/i;

function foldersIn(reading: Reading): { folders?: readonly string[] } | undefined {
  const named = [...reading.paths, ...reading.codes].filter(
    (one) => /^[\w.-]+\/([\w.-]+\/?)*$/.test(one) && !/\.\w+$/.test(one),
  );
  if (named.length > 0) return { folders: named.map((one) => one.replace(/\/$/, "")) };
  const folders = foldersOf(reading);
  for (const word of `${reading.sentence} ${reading.parents.join(" ")}`.split(/[^\w]+/)) {
    const layer = layerNamed(word);
    if (layer === "services" || layer === "providers" || layer === "repositories" || layer === "core")
      return { folders: folders[layer] };
  }
  return /\b(functions?|everything|code|modules?|agents?|handlers?)\b/i.test(reading.clause) ? undefined : {};
}
