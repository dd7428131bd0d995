// Reads which checks the project's own ruff and mypy already make, so that Heed does not double them.

import { parse as parseToml } from "smol-toml";
import type { Workspace } from "../models/workspace.ts";
import type { Rule } from "../rules/rule.ts";

export interface Tools {
  /** In words, the tool that already makes all these rules' checks; undefined where none does. */
  enforcing(rules: readonly Rule[]): string | undefined;
}

interface RuffConfig {
  readonly file: string;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

/** Read anew for each guide, so that whoever records what a binding rests on sees the files asked for. */
export function toolsOf(workspace: Workspace): Tools {
  const ruff = ruffConfig(workspace);
  return {
    enforcing(rules) {
      if (!ruff || !rules.length) return undefined;
      const all = rules.every(
        (rule) =>
          "ruffRequest" in rule && (rule.ruff?.length ?? 0) > 0 && rule.ruff?.every((code) => isSelected(code, ruff)),
      );
      const codes = rules.flatMap((rule) => rule.ruff ?? []);
      return all
        ? `The project's ruff already checks ${[...new Set(codes)].slice(0, 3).join(", ")} (${ruff.file}).`
        : undefined;
    },
  };
}

/** The longest selector that fits a code decides, as in ruff itself. */
function isSelected(code: string, { select, ignore }: RuffConfig): boolean {
  const length = (selectors: readonly string[]) =>
    Math.max(
      -1,
      ...selectors
        .filter((selector) => selector === "ALL" || code.startsWith(selector))
        .map((selector) => (selector === "ALL" ? 0 : selector.length)),
    );
  return length(select) > length(ignore);
}

function ruffConfig(workspace: Workspace): RuffConfig | undefined {
  for (const file of [".ruff.toml", "ruff.toml", "pyproject.toml"]) {
    const text = workspace.has(file) ? workspace.text(file) : undefined;
    if (text === undefined) continue;
    const config = tableIn(text, file === "pyproject.toml" ? ["tool", "ruff"] : []);
    if (!config) continue;
    const lint = (config["lint"] ?? {}) as Record<string, unknown>;
    const list = (...names: readonly string[]) =>
      names.flatMap((name) => [...strings(lint[name]), ...strings(config[name])]);
    // What the team has chosen counts, not what ruff happens to check by default.
    return { file, select: list("select", "extend-select"), ignore: list("ignore", "extend-ignore") };
  }
  return undefined;
}

function tableIn(text: string, path: readonly string[]): Record<string, unknown> | undefined {
  try {
    let table: unknown = parseToml(text);
    for (const key of path) table = (table as Record<string, unknown> | undefined)?.[key];
    return typeof table === "object" && table !== null ? (table as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
