// The formatter's settings that the workspace itself has: length of lines, quotes, indent.

import type { Workspace } from "../models/workspace.ts";
import { projectLineLength } from "./project-line-length.ts";

/** Ruff's configuration of the formatter, with the length of lines that the guide names, or else the project. */
export function formatSettings(workspace: Workspace, lineLength: number): Readonly<Record<string, unknown>> {
  const own = ["ruff.toml", ".ruff.toml", "pyproject.toml"].map((path) => workspace.text(path) ?? "").join("\n");
  const quotes = /^\s*skip-string-normalization\s*=\s*true/m.test(own) ? "preserve" : setting(own, "quote-style");
  const indent = setting(own, "indent-style");
  const format = {
    ...(quotes === undefined ? {} : { "quote-style": quotes }),
    ...(indent === undefined ? {} : { "indent-style": indent }),
    ...(/^\s*skip-magic-trailing-comma\s*=\s*true/m.test(own) ? { "skip-magic-trailing-comma": true } : {}),
  };
  return { "line-length": lineLength > 0 ? lineLength : projectLineLength(workspace), format };
}

function setting(text: string, name: string): string | undefined {
  const value = new RegExp(`^\\s*${name}\\s*=\\s*"(single|double|preserve|space|tab)"`, "m").exec(text)?.[1];
  return value;
}
