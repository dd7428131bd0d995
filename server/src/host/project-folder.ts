// Finds the project that a file outside every workspace folder belongs to.

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What stands at the top of a project, or holds guides. */
const marks = [
  ".git",
  "heed.toml",
  "pyproject.toml",
  ".github/copilot-instructions.md",
  ".github/instructions",
  ".cursor/rules",
  ".cursorrules",
  "CLAUDE.md",
  "AGENTS.md",
];

/** The repository, else the nearest marked one; installed libraries belong to nobody here. */
export function projectFolderOf(file: string): string | undefined {
  let path: string;
  try {
    path = fileURLToPath(file);
  } catch {
    return undefined;
  }
  if (/[\\/](site|dist)-packages[\\/]/.test(path)) return undefined;
  const home = homedir();
  let nearest: string | undefined;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (dirname(folder) === folder || folder === home) return nearest && address(nearest);
    if (existsSync(join(folder, ".git"))) return address(folder);
    if (nearest === undefined && marks.some((mark) => existsSync(join(folder, mark)))) nearest = folder;
  }
}

function address(folder: string): string {
  return pathToFileURL(folder).href;
}
