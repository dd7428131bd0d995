// Reads which checks the project's own ruff, type checker and formatter already make, so that Heed does not double them.

import type { Workspace } from "../models/workspace.ts";
import type { RuffRequest } from "../python/ruff.ts";
import type { BoundRule } from "./binding.ts";
import { tableIn } from "./toml-table.ts";
import { type TypeChecker, typeCheckerOf } from "./type-checkers.ts";

export interface Tools {
  /** In words, the tool that already makes all these rules' checks; undefined where none does. */
  enforcing(rules: readonly BoundRule[]): string | undefined;
}

interface RuffConfig {
  readonly file: string;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  /** Whether ruff makes the checks that it calls a preview. */
  readonly preview: boolean;
}

/** Read anew for each guide, so that whoever records what a binding rests on sees the files asked for. */
export function toolsOf(workspace: Workspace): Tools {
  const ruff = ruffConfig(workspace);
  const checker = typeCheckerOf(workspace);
  const formatter = formatterOf(workspace);
  return {
    enforcing(bound) {
      if (!bound.length) return undefined;
      const byChecker = bound.some((one) => isChecked(one, checker)) ? checker : undefined;
      const byFormatter = bound.some((one) => isFormatted(one, formatter)) ? formatter : undefined;
      const rest = bound.filter((one) => !isChecked(one, checker) && !isFormatted(one, formatter));
      const asked = rest.map((one) => requestOf(one, workspace));
      const all = asked.every((request) => ruff && request && isMade(request, ruff));
      if (!all) return undefined;
      const codes = [...new Set(asked.flatMap((request) => request?.select ?? []))].slice(0, 3).join(", ");
      const parts = [
        ...(byChecker ? [`${byChecker.tool} already asks for type hints (${byChecker.file})`] : []),
        ...(byFormatter ? [`${byFormatter} already formats every commit (${hooks})`] : []),
        ...(codes && ruff ? [`ruff already checks ${codes} (${ruff.file})`] : []),
      ];
      return parts.length ? `The project's ${parts.join("; ")}.` : undefined;
    },
  };
}

/** What the rule asks of ruff, which may depend on its options; nothing for a rule that looks by itself. */
function requestOf({ rule, options }: BoundRule, workspace: Workspace): RuffRequest | undefined {
  if (!("ruffRequest" in rule) || rule.ruffRequest === undefined || !rule.ruff?.length) return undefined;
  return rule.ruffRequest(options, workspace);
}

/** True where the project's own ruff makes all of these checks. */
function isMade({ select, settings }: RuffRequest, ruff: RuffConfig): boolean {
  if (settings?.["preview"] === true && !ruff.preview) return false;
  return select.length > 0 && select.every((code) => isSelected(code, ruff));
}

const hooks = ".pre-commit-config.yaml";

/** Pyright infers what a function returns, so it covers no more than parameters. */
function isChecked({ rule, options }: BoundRule, checker: TypeChecker | undefined): boolean {
  return (
    rule.id === "missing-type-hints" &&
    (checker?.tool === "mypy" || (checker !== undefined && options["returns"] === false))
  );
}

function isFormatted({ rule, options }: BoundRule, formatter: string | undefined): boolean {
  if (formatter === undefined) return false;
  if (rule.id === "unformatted-code") return options["lineLength"] === 0;
  // "Format with Black" asks for Black in the project, too; a hook that runs it answers that.
  const needs = options["needs"];
  return (
    rule.id === "tech-stack" &&
    Array.isArray(needs) &&
    needs.length > 0 &&
    needs.every((need) => String(need).toLowerCase() === formatter.split(" ")[0])
  );
}

/** The formatter that runs before every commit. */
function formatterOf(workspace: Workspace): string | undefined {
  const text = workspace.has(hooks) ? workspace.text(hooks) : undefined;
  const hook = /^\s*-\s*id:\s*["']?(black|ruff-format)["']?\s*(?:#.*)?$/m.exec(text ?? "")?.[1];
  return hook === "ruff-format" ? "ruff format" : hook;
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
    return {
      file,
      select: list("select", "extend-select"),
      ignore: list("ignore", "extend-ignore"),
      preview: (lint["preview"] ?? config["preview"]) === true,
    };
  }
  return undefined;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
