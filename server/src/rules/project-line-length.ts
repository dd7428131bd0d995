// The line length that the workspace itself has set for its tools.

import type { Workspace } from "../models/workspace.ts";
import { configTexts } from "./config-texts.ts";

const settings: readonly (readonly [file: string, pattern: RegExp])[] = [
  ["ruff.toml", /^\s*line-length\s*=\s*(\d+)/m],
  [".ruff.toml", /^\s*line-length\s*=\s*(\d+)/m],
  ["pyproject.toml", /^\s*(?:line-length|line_length|max-line-length|max_line_length)\s*=\s*(\d+)/m],
  [".flake8", /^\s*max[-_]line[-_]length\s*=\s*(\d+)/m],
  ["setup.cfg", /^\s*max[-_]line[-_]length\s*=\s*(\d+)/m],
  ["tox.ini", /^\s*max[-_]line[-_]length\s*=\s*(\d+)/m],
  [".pycodestyle", /^\s*max[-_]line[-_]length\s*=\s*(\d+)/m],
  [".editorconfig", /^\s*max_line_length\s*=\s*(\d+)/m],
];

/** 88 where nothing sets it, as the usual formatters have it. */
export function projectLineLength(workspace: Workspace, codePath = ""): number {
  for (const [name, pattern] of settings) {
    for (const text of configTexts(workspace, codePath, name)) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) return Number(found);
    }
  }
  return 88;
}
