// Flags plugins that do not keep the contract of the team's own abstract class.

import type { ClassFacts, Program } from "../../models/program.ts";
import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { annotatedIn, definedBase, signatureIn } from "../plugin-definition.ts";
import { baseSaid, contractIn } from "../plugin-examples.ts";
import { isRegistered } from "../plugin-registered.ts";
import { contractPart, saidParts } from "../plugin-said.ts";
import {
  has,
  hasMethod,
  isAbstract,
  isPlainMethod,
  isPlugin,
  nameOfAttribute,
  nameOfMethod,
  type PluginContract,
  standingOf,
} from "../plugin-standing.ts";
import { stubFix } from "../plugin-stubs.ts";
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
      unless: [
        "exception",
        "error",
        "pydantic",
        "model",
        "test",
        "sqlalchemy",
        "(inherit|subclass|extend|derive|implement) `*.py`",
      ],
      options: (reading) => contractPart(reading, "base"),
    },
    {
      stance: "want",
      says: [
        "(tool|plugin|provider|processor|adapter|connector|exporter|importer|agent|extension|converter|driver|backend|@class) ... (register|registered) ... (registry|registration)?",
        "register ... (tool|plugin|provider|processor|adapter|connector|exporter|importer|extension|driver|backend) ... registry",
      ],
      // What happens by itself asks nothing of the class.
      unless: ["(automatically|auto|implicitly)"],
      options: (reading) => contractPart(reading, "registered"),
    },
    {
      stance: "want",
      says: [
        "(tool|plugin|provider|processor|adapter|connector|exporter|agent|extension|converter) ... (define|declare|specify|list|have) ... (format|attribute|metadata|name|input|output|version|capability)",
      ],
      options: (reading) => contractPart(reading, "attributes"),
    },
    {
      stance: "want",
      says: [
        "(implement|define|provide) ... async method",
        "async method ... (process|processing|tool|plugin|interface)",
        "(tool|plugin|provider|processor|adapter) ... (implement|override) ... (method|interface|abstract)",
      ],
      options: (reading) => contractPart(reading, "methods"),
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

function problemOf(
  file: PythonFile,
  program: Program,
  found: ClassFacts,
  standing: "kin" | "unknown" | "apart",
  contract: PluginContract,
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

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(" and ");
}
