// Leaves only findings on lines that have changed: `--changed` and `--changed=REF`.

import type { Finding } from "../engine/finding.ts";
import type { Workplace } from "../host/create-engine.ts";
import { LineIndex } from "../text/line-index.ts";
import { UsageError } from "./usage-error.ts";

/** An empty reference stands for what is staged; those files are then checked as they would be committed. */
export function changedFilter(
  reference: string | undefined,
  { engine, git }: Workplace,
): (finding: Finding) => boolean {
  if (reference === undefined) return () => true;
  const changed = git.changedLines(reference === "" ? undefined : reference);
  if (typeof changed === "string") throw new UsageError(`--changed cannot be followed: ${changed}.`);
  if (reference === "") {
    for (const path of changed.keys()) {
      const staged = git.inIndex(path);
      if (staged !== undefined) engine.setText(path, staged);
    }
  }
  const indices = new Map<string, LineIndex>();
  return ({ path, span }) => {
    const ranges = changed.get(path);
    if (ranges === undefined) return false;
    if (ranges === "all") return true;
    const lines = indices.get(path) ?? new LineIndex(engine.text(path) ?? "");
    indices.set(path, lines);
    const first = lines.position(span.start).line;
    const last = lines.position(span.end).line;
    return ranges.some(([from, to]) => from <= last && first <= to);
  };
}
