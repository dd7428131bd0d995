// Reads the options of a command, and says what is wrong with them in one line.

import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

export type OptionTable = NonNullable<ParseArgsConfig["options"]>;

export interface CommandLine {
  readonly paths: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  /** The parts of a list: "a,b" or given several times. */
  list(name: string): readonly string[];
  /** One of a few words. */
  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T;
}

/** Options that may stand alone or carry a value after "=": what they mean alone. */
const optionalValues: Readonly<Record<string, string>> = { changed: "", color: "always" };

export function readCommandLine(args: readonly string[], options: OptionTable): CommandLine {
  const end = args.indexOf("--");
  const given = args.map((arg, at) => {
    const name = arg.slice(2);
    const alone = arg.startsWith("--") && Object.hasOwn(optionalValues, name) && Object.hasOwn(options, name);
    return alone && (end < 0 || at < end) ? `${arg}=${optionalValues[name]}` : arg;
  });
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: given, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(explained(error, options));
  }
  const { values, positionals } = parsed;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return {
    paths: positionals,
    flag: (name) => values[name] === true,
    text,
    list: (name) => {
      const all = Array.isArray(values[name]) ? (values[name] as string[]) : [];
      return all
        .flatMap((part) => part.split(","))
        .map((part) => part.trim())
        .filter(Boolean);
    },
    choice: (name, choices, fallback) => {
      const value = text(name);
      if (value === undefined) return fallback;
      const chosen = choices.find((choice) => choice === value);
      if (chosen === undefined) throw new UsageError(`--${name} must be one of ${choices.join(", ")}, not "${value}".`);
      return chosen;
    },
  };
}

function explained(error: unknown, options: OptionTable): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return `${message.split(". ")[0]?.replace(/\.$/, "")}.`;
  const near = Object.keys(options).find((name) => distance(name, unknown.replace(/^-+/, "")) <= 2);
  return `There is no option ${unknown}${near ? `; did you mean --${near}?` : "."}`;
}

/** How many letters must change to get from one word to the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
