// `heed rules`: the catalogue, as a table or as JSON.

import { catalogue } from "../rules/index.ts";
import { readCommandLine } from "./command-line.ts";
import { styleFor, wrapped } from "./style.ts";
import { UsageError } from "./usage-error.ts";

export async function rules(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, { format: { type: "string" }, color: { type: "string" } });
  if (line.paths.length > 0)
    throw new UsageError("`heed rules` takes no paths; `heed explain RULE` tells about one rule.");
  const format = line.choice("format", ["text", "json"], "text");
  const style = styleFor(line.choice("color", ["always", "never", "auto"], "auto"), process.stdout, process.env);
  if (format === "json") {
    const listed = catalogue.map(({ id, summary, scope, ruff = [], severity, fix, options }) => ({
      id,
      summary,
      scope,
      ruff,
      severity,
      fix,
      options,
    }));
    process.stdout.write(`${JSON.stringify({ version: 1, rules: listed }, undefined, 2)}\n`);
    return 0;
  }
  for (const { id, summary, severity, fix, scope, ruff = [] } of catalogue) {
    const facts = [
      severity,
      scope,
      fix === "none" ? "no fix" : `${fix} fix`,
      ...(ruff.length > 0 ? [`ruff ${ruff.join(" ")}`] : []),
    ];
    process.stdout.write(
      `${style("bold", id)}  ${style("dim", facts.join(" · "))}\n${wrapped(summary, 100, "    ")}\n`,
    );
  }
  process.stdout.write(`\n${catalogue.length} rules; \`heed explain RULE\` tells more.\n`);
  return 0;
}
