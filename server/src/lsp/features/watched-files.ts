// workspace/didChangeWatchedFiles: the files whose change on disk can change what is found.

import type { FileSystemWatcher } from "vscode-languageserver";

const patterns = [
  "**/*.{py,pyi}",
  "**/*.{md,mdc}",
  "**/{.cursorrules,.windsurfrules,.clinerules,.rules}",
  "**/*.{toml,cfg,ini,lock}",
  "**/{requirements*.txt,Pipfile,Dockerfile*,.gitignore,.editorconfig,.pre-commit-config.yaml}",
  "**/*.{yml,yaml}",
  // Another commit: what counts as changed is another.
  "**/.git/{HEAD,index}",
];

export const watchers: FileSystemWatcher[] = patterns.map((globPattern) => ({ globPattern }));

/** True where git's own state changed, not a file of the project. */
export function isGitState(uri: string): boolean {
  return /\/\.git\/(HEAD|index)$/.test(uri);
}
