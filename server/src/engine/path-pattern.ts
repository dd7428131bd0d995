// Matches paths against what sentences and settings name: files, folders and globs, in the notation of `.gitignore`.

import ignore from "ignore";

/**
 * A folder or file that a sentence names may lie anywhere: "app/services/" also stands for "backend/app/services/".
 * Patterns that begin with "/" count from the root.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matcher = ignore({ allowRelativePaths: true, ignorecase: false });
  for (const pattern of patterns) {
    const plain = pattern.replace(/^\.\//, "");
    if (plain === "") continue;
    matcher.add(plain);
    if (!plain.startsWith("/") && !plain.startsWith("**/") && !plain.startsWith("!")) matcher.add(`**/${plain}`);
  }
  return (path) => path !== "" && matcher.ignores(path);
}
