// Reads whether the project's own mypy or pyright already refuses functions without type hints.

import type { Workspace } from "../models/workspace.ts";
import { tableIn } from "./toml-table.ts";

export interface TypeChecker {
  readonly tool: "mypy" | "pyright";
  readonly file: string;
}

/** The checker that asks for hints everywhere; one that relaxes it for some modules is none. */
export function typeCheckerOf(workspace: Workspace): TypeChecker | undefined {
  return mypyIn(workspace) ?? pyrightIn(workspace);
}

function mypyIn(workspace: Workspace): TypeChecker | undefined {
  for (const file of ["mypy.ini", ".mypy.ini", "setup.cfg"]) {
    const text = workspace.has(file) ? workspace.text(file) : undefined;
    const section = text === undefined ? undefined : iniSection(text, "mypy");
    if (text === undefined || section === undefined) continue;
    const relaxes =
      /^\[mypy-[^\]]*\][^[]*?^\s*(?:disallow_(?:un|incomplete_)\w*\s*=\s*false|ignore_errors\s*=\s*true)/im.test(text);
    return !relaxes && isStrict((name) => new RegExp(`^\\s*${name}\\s*=\\s*(\\w+)`, "im").exec(section)?.[1])
      ? { tool: "mypy", file }
      : undefined;
  }
  const text = workspace.has("pyproject.toml") ? workspace.text("pyproject.toml") : undefined;
  const table = text === undefined ? undefined : tableIn(text, ["tool", "mypy"]);
  if (!table || !isStrict((name) => table[name])) return undefined;
  const overrides = Array.isArray(table["overrides"]) ? (table["overrides"] as Record<string, unknown>[]) : [];
  const relaxes = overrides.some(
    (one) =>
      one["disallow_untyped_defs"] === false ||
      one["disallow_incomplete_defs"] === false ||
      one["ignore_errors"] === true,
  );
  return relaxes ? undefined : { tool: "mypy", file: "pyproject.toml" };
}

/** `strict` or `disallow_untyped_defs`, unless the one takes the other back. */
function isStrict(setting: (name: string) => unknown): boolean {
  const value = (name: string) => {
    const given = setting(name);
    return typeof given === "string" || typeof given === "boolean" ? String(given).toLowerCase() : "";
  };
  if (value("ignore_errors") === "true" || value("disallow_untyped_defs") === "false") return false;
  return value("strict") === "true" || value("disallow_untyped_defs") === "true";
}

function iniSection(text: string, name: string): string | undefined {
  const start = text.indexOf(`[${name}]`);
  if (start < 0) return undefined;
  const rest = text.slice(start + name.length + 2);
  const end = rest.search(/^\[/m);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Pyright reports a parameter without a type in strict mode; a return type it infers, so it covers no more than parameters. */
function pyrightIn(workspace: Workspace): TypeChecker | undefined {
  const text = workspace.has("pyproject.toml") ? workspace.text("pyproject.toml") : undefined;
  const table =
    text === undefined ? undefined : (tableIn(text, ["tool", "pyright"]) ?? tableIn(text, ["tool", "basedpyright"]));
  if (table?.["typeCheckingMode"] !== "strict" || table["reportMissingParameterType"] === false) return undefined;
  return { tool: "pyright", file: "pyproject.toml" };
}
