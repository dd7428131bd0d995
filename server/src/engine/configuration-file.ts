// Reads `heed.toml` and `[tool.heed]` of `pyproject.toml`, and says in which line something is wrong.

import { parse, TomlError } from "smol-toml";
import type { Rule } from "../rules/rule.ts";
import { type Configuration, readSettings } from "./configuration.ts";

export interface ConfigurationProblem {
  readonly path: string;
  /** From zero. */
  readonly line: number;
  readonly message: string;
}

export interface ReadConfiguration {
  readonly settings: Partial<Configuration>;
  readonly problems: readonly ConfigurationProblem[];
}

/** In this order; the first that exists and speaks of Heed is the one that counts. */
export const configurationFiles = ["heed.toml", "pyproject.toml"] as const;

/** Undefined where the file says nothing about Heed. */
export function readConfigurationFile(
  path: string,
  text: string,
  catalogue: readonly Rule[],
): ReadConfiguration | undefined {
  const isOwn = !path.endsWith("pyproject.toml");
  if (!isOwn && !text.includes("heed")) return undefined;
  let table: unknown;
  try {
    table = parse(text);
  } catch (error) {
    const line = error instanceof TomlError ? error.line - 1 : 0;
    const what =
      error instanceof Error ? error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "") : String(error);
    // A broken pyproject.toml is reported by the tools it belongs to, unless Heed's own settings are in it.
    if (!isOwn && !/^\s*\[\s*tool\s*\.\s*"?heed\b/m.test(text)) return undefined;
    return { settings: {}, problems: [{ path, line, message: `This is not valid TOML: ${what}.` }] };
  }
  const prefix = isOwn ? [] : ["tool", "heed"];
  for (const key of prefix) table = (table as Record<string, unknown> | undefined)?.[key];
  if (table === undefined) return undefined;
  const { settings, problems } = readSettings(table, catalogue);
  return {
    settings,
    problems: problems.map(({ keys, message }) => ({ path, line: lineOfKey(text, [...prefix, ...keys]), message })),
  };
}

/** The line that sets a key, by its table header and its name; the line of the nearest table around it where that is not found. */
function lineOfKey(text: string, keys: readonly string[]): number {
  let header: readonly string[] = [];
  let best = { line: 0, depth: 0 };
  for (const [line, content] of text.split(/\r?\n/).entries()) {
    const table = /^\s*\[\[?([^\]]+)\]/.exec(content);
    const setting = /^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=/.exec(content);
    let path: readonly string[] | undefined;
    if (table?.[1]) path = header = segments(table[1]);
    else if (setting?.[1]) path = [...header, ...segments(setting[1])];
    if (!path) continue;
    // A key inside an inline table stands on the line of the key that holds the table.
    const depth = path.every((key, at) => key === keys[at]) ? path.length : 0;
    if (depth > best.depth) best = { line, depth };
  }
  return best.line;
}

function segments(dotted: string): readonly string[] {
  return [...dotted.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
