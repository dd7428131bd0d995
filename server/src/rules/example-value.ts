// Takes from a guide's examples how a value is had: `trace_id=ctx.trace_id` where `ctx = get_context()`, and the import.

import type { ExampleCode } from "./reading.ts";

export interface ExampleValue {
  /** As it stands: "ctx.trace_id". */
  readonly short: string;
  /** Without the local name: "get_context().trace_id". */
  readonly whole: string;
  /** The local name and what makes it: "ctx", "get_context()"; both "" where there is none. */
  readonly local: string;
  /** What has to be imported for it: "app.core.context.get_context", "" for nothing. */
  readonly needs: string;
}

/** `name` is a keyword or a key of a dict. */
export function exampleValue(examples: readonly ExampleCode[], name: string): ExampleValue | undefined {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const given = new RegExp(String.raw`(?:\b${escaped}\s*=|["']${escaped}["']\s*:)\s*([\w.]+(?:\(\))?(?:\.\w+)*)`);
  for (const { code } of examples) {
    const short = given.exec(code)?.[1];
    if (short === undefined || !/^[a-z_]/.test(short)) continue;
    const head = short.split(/[.(]/)[0] ?? "";
    const made = new RegExp(String.raw`^\s*${head}\s*=\s*(\w+\(\))\s*$`, "m").exec(code)?.[1];
    const whole = made === undefined ? short : made + short.slice(head.length);
    const needed = whole.split(/[.(]/)[0] ?? "";
    const module = new RegExp(String.raw`^from ([\w.]+) import [^\n]*\b${needed}\b`, "m").exec(allOf(examples))?.[1];
    if (module === undefined && made === undefined) continue;
    return {
      short,
      whole,
      local: made === undefined ? "" : head,
      needs: module === undefined ? "" : `${module}.${needed}`,
    };
  }
  return undefined;
}

/** The dotted name under which the examples import a name; the bare name where they do not. */
export function exampleImport(examples: readonly ExampleCode[], name: string): string {
  const module = new RegExp(String.raw`^from ([\w.]+) import [^\n]*\b${name}\b`, "m").exec(allOf(examples))?.[1];
  return module === undefined ? name : `${module}.${name}`;
}

function allOf(examples: readonly ExampleCode[]): string {
  return examples.map(({ code }) => code).join("\n");
}
