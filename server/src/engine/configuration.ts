// The few settings Heed has, read from plain data: `heed.toml`, `[tool.heed]`, or an editor's settings of the same names.

import type { OptionType, Rule, Severity } from "../rules/rule.ts";
import { ownRules } from "./own-rules.ts";

export type DiagnosticsScope = "openFiles" | "changed" | "workspace";
export type FixOnSave = "none" | "safe" | "all";

export interface RuleSetting {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Configuration {
  /** Globs of further guides. */
  readonly guides: readonly string[];
  /** Paths that are left out, in the notation of `.gitignore`. */
  readonly ignore: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly fixOnSave: FixOnSave;
  readonly diagnostics: { readonly scope: DiagnosticsScope };
}

export const defaultConfiguration: Configuration = {
  guides: [],
  ignore: [],
  rules: {},
  fixOnSave: "safe",
  diagnostics: { scope: "openFiles" },
};

/** Something wrong in a configuration, at the keys that lead to it. */
export interface SettingProblem {
  readonly keys: readonly string[];
  readonly message: string;
}

export interface ReadSettings {
  readonly settings: Partial<Configuration>;
  readonly problems: readonly SettingProblem[];
}

const severities = ["error", "warning", "information", "hint", "off"] as const;

/** Takes what is right and names what is not; unknown keys are problems, never ignored. */
export function readSettings(value: unknown, catalogue: readonly Rule[]): ReadSettings {
  const problems: SettingProblem[] = [];
  const settings: { -readonly [K in keyof Configuration]?: Configuration[K] } = {};
  const wrong = (keys: readonly string[], message: string) => problems.push({ keys, message });
  if (!isTable(value)) {
    wrong([], "The configuration must be a table of settings.");
    return { settings, problems };
  }
  for (const [key, entry] of Object.entries(value)) {
    if (key === "guides" || key === "ignore") {
      if (isStrings(entry)) settings[key] = entry;
      else wrong([key], `\`${key}\` must be a list of texts, such as ["docs/rules/*.md"].`);
    } else if (key === "fixOnSave") {
      if (entry === "none" || entry === "safe" || entry === "all") settings.fixOnSave = entry;
      else wrong([key], '`fixOnSave` must be "none", "safe" or "all".');
    } else if (key === "diagnostics") {
      const scope = readDiagnostics(entry, wrong);
      if (scope) settings.diagnostics = { scope };
    } else if (key === "rules") {
      settings.rules = readRules(entry, catalogue, wrong);
    } else {
      wrong([key], `\`${key}\` is not a setting of Heed; it has guides, ignore, rules, fixOnSave and diagnostics.`);
    }
  }
  return { settings, problems };
}

type Configurable = Pick<Rule, "id" | "options">;
type Wrong = (keys: readonly string[], message: string) => void;

function readDiagnostics(value: unknown, wrong: Wrong): DiagnosticsScope | undefined {
  if (!isTable(value)) {
    wrong(["diagnostics"], "`diagnostics` must be a table with the key `scope`.");
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (key !== "scope")
      wrong(["diagnostics", key], `\`diagnostics.${key}\` is not a setting of Heed; there is only \`scope\`.`);
  }
  const scope = value["scope"];
  if (scope === undefined) return undefined;
  if (scope === "openFiles" || scope === "changed" || scope === "workspace") return scope;
  wrong(["diagnostics", "scope"], '`diagnostics.scope` must be "openFiles", "changed" or "workspace".');
  return undefined;
}

function readRules(value: unknown, catalogue: readonly Rule[], wrong: Wrong): Record<string, RuleSetting> {
  const read: Record<string, RuleSetting> = {};
  if (!isTable(value)) {
    wrong(["rules"], "`rules` must be a table of rules.");
    return read;
  }
  for (const [id, entry] of Object.entries(value)) {
    const own = ownRules.find((candidate) => candidate.id === id);
    const rule = catalogue.find((candidate) => candidate.id === id) ?? (own && { ...own, options: {} });
    if (!rule) {
      wrong(["rules", id], `There is no rule \`${id}\`; \`heed rules\` lists them.`);
      continue;
    }
    const setting = readRule(rule, entry, wrong);
    if (setting) read[id] = setting;
  }
  return read;
}

function readRule(rule: Configurable, value: unknown, wrong: Wrong): RuleSetting | undefined {
  const keys = ["rules", rule.id];
  const isSeverity = (text: unknown): text is Severity | "off" => severities.some((severity) => severity === text);
  if (isSeverity(value)) return { severity: value };
  if (!isTable(value)) {
    wrong(
      keys,
      `\`rules.${rule.id}\` must be a severity (${severities.join(", ")}) or a table with severity and options.`,
    );
    return undefined;
  }
  const setting: { severity?: Severity | "off"; options?: Record<string, unknown> } = {};
  for (const [key, entry] of Object.entries(value)) {
    if (key === "severity") {
      if (isSeverity(entry)) setting.severity = entry;
      else wrong([...keys, key], `The severity of \`${rule.id}\` must be one of ${severities.join(", ")}.`);
    } else if (key === "options" && isTable(entry)) {
      setting.options = readOptions(rule, entry, wrong);
    } else if (key === "options") {
      wrong([...keys, key], `The options of \`${rule.id}\` must be a table.`);
    } else {
      wrong([...keys, key], `\`rules.${rule.id}.${key}\` is not a setting; a rule has \`severity\` and \`options\`.`);
    }
  }
  return setting;
}

function readOptions(
  rule: Configurable,
  table: Readonly<Record<string, unknown>>,
  wrong: Wrong,
): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(table)) {
    const keys = ["rules", rule.id, "options", name];
    const spec = Object.hasOwn(rule.options, name)
      ? (rule.options as Record<string, { type: OptionType }>)[name]
      : undefined;
    if (!spec) {
      const known = Object.keys(rule.options);
      wrong(keys, `\`${rule.id}\` has no option \`${name}\`${known.length ? `; it has ${known.join(", ")}` : ""}.`);
    } else if (isOfType(value, spec.type)) {
      options[name] = value;
    } else {
      wrong(keys, `The option \`${name}\` of \`${rule.id}\` must be ${typeWords[spec.type]}.`);
    }
  }
  return options;
}

const typeWords: Record<OptionType, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  strings: "a list of texts",
  table: "a table",
};

function isOfType(value: unknown, type: OptionType): boolean {
  if (type === "strings") return isStrings(value);
  if (type === "table") return typeof value === "object" && value !== null;
  return typeof value === type;
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
