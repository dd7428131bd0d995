// Flags plugins that do not keep the contract of the team's own abstract class.

import type { ClassFacts, Program } from "../../models/program.ts";
import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { moduleImportName } from "../module-import-name.ts";
import { baseSaid, contractIn, partsSaid, type ShownContract } from "../plugin-examples.ts";
import { isRegistered } from "../plugin-registered.ts";
import { stubFix } from "../plugin-stubs.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option, type Problem } from "../rule.ts";

export const pluginContract = fileRule({
  id: "plugin-contract",
  scope: "workspace",
  summary:
    "A plugin class that lacks the base class, the attributes or the methods of the team's contract, or is not registered.",
  why: "What the contract promises is missing when the plugin is called. Abstract classes in between, what a base class brings, and classes that are no plugins are left alone.",
  severity: "warning",
  fix: "unsafe",
  additive: true,
  options: {
    base: option.string("", "The abstract class."),
    folders: option.strings(
      [],
      "The folders that hold plugins, of which those without the base are told by their names.",
    ),
    suffix: option.string("", "How the names of plugins end."),
    attributes: option.strings([], "What each plugin must define, as in the contract: `formats: list[str]`."),
    methods: option.strings([], "What each plugin must implement, as in the contract: `async def run(self) -> None`."),
    registered: option.boolean(false, "Whether each plugin must be registered."),
    inherits: option.boolean(false, "Whether the base class is asked for besides attributes or methods."),
  },
  mentions: ["class "],
  answers: [
    "All plugins inherit from `BasePlugin`.",
    "Every exporter must inherit from the `BaseExporter` abstract class.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(tool|plugin|provider|processor|handler|adapter|strategy|connector|exporter|importer|agent|extension|converter|backend|driver) ... (inherit|subclass|extend|derive|implement) ... {name}",
        "(inherit|subclass|extend|derive) ... {name} (abstract)? (base)? class",
      ],
      unless: ["exception", "error", "pydantic", "model", "test", "sqlalchemy"],
      options: (reading) => read(reading, "base"),
    },
    {
      stance: "want",
      says: [
        "(tool|plugin|provider|processor|adapter|connector|exporter|importer|agent|extension|converter|driver|backend|@class) ... (register|registered) ... (registry|registration)?",
        "register ... (tool|plugin|provider|processor|adapter|connector|exporter|importer|extension|driver|backend) ... registry",
      ],
      // What happens by itself asks nothing of the class.
      unless: ["(automatically|auto|implicitly)"],
      options: (reading) => read(reading, "registered"),
    },
    {
      stance: "want",
      says: [
        "(tool|plugin|provider|processor|adapter|connector|exporter|agent|extension|converter) ... (define|declare|specify|list|have) ... (format|attribute|metadata|name|input|output|version|capability)",
      ],
      options: (reading) => read(reading, "attributes"),
    },
    {
      stance: "want",
      says: [
        "(implement|define|provide) ... async method",
        "async method ... (process|processing|tool|plugin|interface)",
        "(tool|plugin|provider|processor|adapter) ... (implement|override) ... (method|interface|abstract)",
      ],
      options: (reading) => read(reading, "methods"),
    },
    {
      // "Each connector inherits from `Connector`, sets `slug` and implements `async def fetch`": what comes behind the base.
      stance: "want",
      says: ["(set|define|declare|implement|override) ... {name}"],
      options: (reading) => {
        const said = saidParts(reading);
        const contract = baseSaid([reading.sentence]) === undefined ? undefined : contractIn(reading);
        if (!contract || Object.keys(said).length === 0) return undefined;
        const { base, folders, suffix } = contract;
        return { base, folders, suffix, ...said };
      },
    },
    {
      // "… `render` and `close` are coroutines": what comes behind the base.
      stance: "want",
      says: ["{name} ... (coroutine|async|asynchronous|awaitable)"],
      options: (reading) => {
        const contract = baseSaid([reading.sentence]) === undefined ? undefined : contractIn(reading);
        const names = reading.codes
          .map((code) => code.replace(/\(.*\)$/s, ""))
          .filter((code) => /^[a-z]\w*$/.test(code));
        if (!contract || names.length === 0) return undefined;
        const { base, folders, suffix } = contract;
        const methods = names.map(
          (name) => contract.methods.find((one) => nameOfMethod(one) === name) ?? `async def ${name}(self)`,
        );
        return { base, folders, suffix, methods };
      },
    },
  ],
  examples: [
    {
      path: "app/exporters/csv.py",
      bad: "from app.exporters.base import BaseExporter\n\n\nclass CsvExporter(BaseExporter):\n    name = 'csv'\n\n    async def export(self, rows: list) -> str:\n        return ''\n",
      good: "from app.exporters.base import BaseExporter\n\n\nclass CsvExporter(BaseExporter):\n    name = 'csv'\n    formats: list[str] = []\n\n    async def export(self, rows: list) -> str:\n        return ''\n",
      options: {
        base: "BaseExporter",
        attributes: ["name: str", "formats: list[str]"],
        methods: ["async def export(self, rows: list) -> str"],
      },
      files: {
        "app/exporters/base.py":
          "from abc import ABC, abstractmethod\n\n\nclass BaseExporter(ABC):\n    name: str\n    formats: list[str]\n\n    @abstractmethod\n    async def export(self, rows: list) -> str: ...\n",
      },
    },
  ],
  *check(file, options, { workspace }) {
    if (options.base === "" || file.isTest) return;
    const { program } = workspace.facts;
    const module = program.module(file.path);
    if (!module) return;
    for (const found of module.classes.values()) {
      const standing = standingOf(program, found, options.base);
      if (standing === "contract" || isAbstract(found)) continue;
      if (standing === "apart" && !isPlugin(file.path, found, options)) continue;
      const problem = problemOf(file, program, found, standing, options, workspace);
      if (problem) yield problem;
    }
  },
});

interface Contract {
  readonly base: string;
  readonly folders: readonly string[];
  readonly suffix: string;
  readonly attributes: readonly string[];
  readonly methods: readonly string[];
  readonly registered: boolean;
  readonly inherits: boolean;
}

/** "kin" inherits from the contract, "unknown" from what cannot be followed. */
function standingOf(program: Program, found: ClassFacts, base: string): "contract" | "kin" | "unknown" | "apart" {
  const last = base.split(".").at(-1) ?? base;
  if (found.code.name === last) return "contract";
  if (program.ancestors(found).some((one) => one.code.name === last)) return "kin";
  const outside = program.externalBases(found);
  if (outside.some((name) => (name.split(".").at(-1) ?? name) === last)) return "kin";
  if (found.code.bases.some((one) => one.kind === "name" && one.name === last)) return "kin";
  return outside.some((name) => !/^(abc\.ABC|builtins\.object|typing\.Generic)$/.test(name)) ? "unknown" : "apart";
}

function isAbstract(found: ClassFacts): boolean {
  if (/^_*(Base|Abstract)|(Base|Mixin|ABC)$/.test(found.code.name) || found.code.name.startsWith("_")) return true;
  if (
    found.code.bases.some(
      (base) =>
        (base.kind === "name" && /^(ABC|Protocol)$/.test(base.name)) ||
        (base.kind === "attribute" && /^(ABC|Protocol)$/.test(base.name)),
    )
  )
    return true;
  if (found.code.keywords.some((keyword) => keyword.name === "metaclass")) return true;
  return [...found.methods.values()].some((method) =>
    method.decorators.some((one) => (one.kind === "name" || one.kind === "attribute") && /^abstract/.test(one.name)),
  );
}

/** A class of the plugins' folder that is named like one or does what one does. */
function isPlugin(path: string, found: ClassFacts, { folders, suffix, methods }: Contract): boolean {
  const isInFolder = folders.some((folder) => `/${path}`.includes(`/${folder.replace(/^\.?\/|\/$/g, "")}/`));
  if (
    !isInFolder ||
    /(Error|Exception|Config|Options|Settings|Result|Request|Response|Registry|Manager|Type|Enum)$/.test(
      found.code.name,
    )
  )
    return false;
  if (found.code.decorators.some((one) => /dataclass/.test(JSON.stringify(one)))) return false;
  const names = methods.map(nameOfMethod);
  const shared = names.filter((name) => found.methods.has(name)).length;
  return (
    (suffix !== "" && found.code.name.endsWith(suffix) && found.methods.size > 0) ||
    (shared > 0 && shared >= Math.min(2, names.length))
  );
}

function nameOfMethod(signature: string): string {
  return /def\s+(\w+)/.exec(signature)?.[1] ?? "";
}

function nameOfAttribute(text: string): string {
  return text.split(":")[0]?.trim() ?? "";
}

function problemOf(
  file: PythonFile,
  program: Program,
  found: ClassFacts,
  standing: "kin" | "unknown" | "apart",
  contract: Contract,
  workspace: Workspace,
): Problem | undefined {
  const name = found.code.name;
  const asksForBase =
    contract.inherits || (contract.attributes.length === 0 && contract.methods.length === 0 && !contract.registered);
  // What cannot be followed may bring everything.
  if (standing === "unknown") return undefined;
  const lacksBase = standing === "apart";
  const attributes = contract.attributes.filter((one) => !has(program, found, nameOfAttribute(one), contract.base));
  const methods = contract.methods.filter((one) => !hasMethod(program, found, nameOfMethod(one), contract.base));
  const sync = contract.methods.filter((one) => one.startsWith("async") && isPlainMethod(found, nameOfMethod(one)));
  const missing = contract.registered && !isRegistered(file, found, contract.base, program, workspace);
  const parts = [
    lacksBase && (asksForBase || attributes.length > 0 || methods.length > 0 || contract.methods.length > 0)
      ? `does not inherit from \`${contract.base}\``
      : "",
    attributes.length > 0 ? `does not define ${quoted(attributes.map(nameOfAttribute))}` : "",
    methods.length > 0 ? `does not implement ${quoted(methods.map(nameOfMethod))}` : "",
    sync.length > 0 ? `has no async ${quoted(sync.map(nameOfMethod))}` : "",
    missing ? "is registered nowhere" : "",
  ].filter(Boolean);
  if (parts.length === 0) return undefined;
  const fix = stubFix(file, found, {
    base: lacksBase ? definedBase(program, contract.base, file, workspace) : undefined,
    attributes: attributes.map((one) => annotatedIn(program, found, contract.base, workspace, one)),
    methods: methods.map((one) => signatureIn(program, found, contract.base, workspace, nameOfMethod(one)) ?? one),
    sync: sync.map(nameOfMethod),
  });
  return {
    span: found.code.nameSpan,
    message: `\`${name}\` ${parts.join(", and ")}; the contract of plugins asks for it. Add what is missing.`,
    ...(fix ? { fix } : {}),
  };
}

/** Where the team's abstract class is defined, if only one module of the workspace does. */
function definedBase(
  program: Program,
  base: string,
  file: PythonFile,
  workspace: Workspace,
): { readonly module: string; readonly name: string } | undefined {
  const name = base.split(".").at(-1) ?? base;
  const paths = workspace.pythonFiles.filter(
    (path) => (workspace.text(path) ?? "").includes(`class ${name}`) && program.module(path)?.classes.has(name),
  );
  const [only] = paths;
  const module = only !== undefined && paths.length === 1 ? moduleImportName(file, only, workspace) : undefined;
  return module === undefined ? undefined : { module, name };
}

/** As the contract's own class in the workspace has it, whose parameters the guide need not have told. */
function signatureIn(
  program: Program,
  found: ClassFacts,
  base: string,
  workspace: Workspace,
  name: string,
): string | undefined {
  const last = base.split(".").at(-1) ?? base;
  const contract = program.ancestors(found).find((one) => one.code.name === last);
  const method = contract?.methods.get(name);
  const text = contract && method && workspace.text(contract.path)?.slice(method.start);
  return text && /(?:async\s+)?def\s+\w+\s*\([^)]*\)(?:\s*->\s*[^:\n]+)?(?=:)/.exec(text)?.[0].replaceAll(/\s+/g, " ");
}

function annotatedIn(
  program: Program,
  found: ClassFacts,
  base: string,
  workspace: Workspace,
  attribute: string,
): string {
  const last = base.split(".").at(-1) ?? base;
  const contract = program.ancestors(found).find((one) => one.code.name === last);
  const annotation = contract?.attributes.get(attribute)?.annotation;
  const text = contract && annotation && workspace.text(contract.path)?.slice(annotation.start, annotation.end);
  return text === undefined ? attribute : `${attribute}: ${text}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(" and ");
}

/** Defined with a value by the class, by one between it and the contract, or by its `__init__`; a property will do. */
function has(program: Program, found: ClassFacts, name: string, base: string): boolean {
  const last = base.split(".").at(-1) ?? base;
  return [found, ...program.ancestors(found)].some((one) => {
    if (one.methods.has(name)) return true;
    const attribute = one.attributes.get(name);
    if (attribute && (attribute.value !== undefined || one === found)) return true;
    if (one.code.name === last) return false;
    const own = JSON.stringify(one.methods.get("__init__")?.body ?? []);
    return own.includes(`"kind":"attribute"`) && new RegExp(`"name":"${name}"`).test(own);
  });
}

function hasMethod(program: Program, found: ClassFacts, name: string, base: string): boolean {
  const last = base.split(".").at(-1) ?? base;
  return [found, ...program.ancestors(found)].some((one) => {
    const method = one.methods.get(name);
    if (!method) return one.attributes.has(name);
    const isDemanded = method.decorators.some(
      (decorator) => (decorator.kind === "name" || decorator.kind === "attribute") && /^abstract/.test(decorator.name),
    );
    return !isDemanded && one.code.name !== last ? true : !isDemanded && one === found;
  });
}

function isPlainMethod(found: ClassFacts, name: string): boolean {
  const method = found.methods.get(name);
  return method !== undefined && !method.isAsync && method.decorators.length === 0;
}

/** The part of the contract that the sentence speaks of, from the abstract class in the guide's examples. */
function read(reading: Reading, part: "base" | "attributes" | "methods" | "registered"): Partial<Contract> | undefined {
  const contract = contractIn(reading);
  if (!contract) return undefined;
  const { base, folders, suffix } = contract;
  const common = { base, folders, suffix };
  // One sentence may ask for all of it.
  if (part === "base") {
    const besides = { ...saidParts(reading), ...partsNamed(reading.sentence, contract) };
    return { ...common, ...besides, ...(Object.keys(besides).length > 0 ? { inherits: true } : {}) };
  }
  if (part === "registered") return { ...common, registered: true };
  if (part === "methods") {
    const wanted = /\basync/i.test(reading.clause)
      ? contract.methods.filter((one) => one.startsWith("async"))
      : contract.methods;
    return wanted.length > 0 ? { ...common, methods: wanted } : undefined;
  }
  const words = reading.clause.toLowerCase();
  const named = contract.attributes.filter((one) =>
    nameOfAttribute(one)
      .split("_")
      .some((word) => words.includes(word.replace(/s$/, ""))),
  );
  const attributes = named.length > 0 ? named : contract.attributes;
  return attributes.length > 0 ? { ...common, attributes } : undefined;
}

function saidParts(reading: Reading): Partial<Contract> {
  const { attributes, methods } = partsSaid(reading);
  return { ...(attributes.length > 0 ? { attributes } : {}), ...(methods.length > 0 ? { methods } : {}) };
}

/** What a sentence about the base asks for besides: attributes by their names, methods, the registry. */
function partsNamed(sentence: string, { attributes, methods }: ShownContract): Partial<Contract> {
  const says = (name: string) => new RegExp(String.raw`\b${name}\b`).test(sentence);
  const named = attributes.filter((one) => nameOfAttribute(one).length > 1 && says(nameOfAttribute(one)));
  const sets = /\b(?:sets?|defines?|declares?|has|have)\b/i.test(sentence);
  return {
    ...(sets && named.length > 0 ? { attributes: named } : {}),
    ...(/\bimplements?\b/i.test(sentence) && methods.length > 0 ? { methods } : {}),
    ...(/\bregister(?:s|ed)?\b/i.test(sentence) ? { registered: true } : {}),
  };
}
