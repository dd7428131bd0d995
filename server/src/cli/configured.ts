// Stops where the configuration is broken: checking with other settings than the team's would only mislead.

import type { Engine } from "../engine/engine.ts";
import { UsageError } from "./usage-error.ts";

export function checkConfiguration(engine: Engine): void {
  const [first, ...others] = engine.configurationProblems;
  if (!first) return;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  throw new UsageError(`${first.path}:${first.line + 1}: ${first.message}${more}`);
}
