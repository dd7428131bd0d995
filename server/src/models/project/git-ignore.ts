// Tells whether the project's own .gitignore files leave a path out of version control.

import type { Project } from "./project.ts";

/** As git decides: the last pattern that fits, of the folders above the path. */
export function isGitIgnored(project: Project, path: string): boolean {
  let isIgnored = false;
  const files = project.named(".gitignore");
  for (const file of files) {
    const folder = file.slice(0, -".gitignore".length);
    if (!path.startsWith(folder)) continue;
    for (const line of project.text(file).split(/\r?\n/)) {
      const pattern = line.replace(/^\\#/, "#").trim();
      if (pattern === "" || line.startsWith("#")) continue;
      const isBack = pattern.startsWith("!");
      if (fits(isBack ? pattern.slice(1) : pattern, path.slice(folder.length))) isIgnored = !isBack;
    }
  }
  return isIgnored;
}

/** A folder that is left out takes along what is in it. */
function fits(pattern: string, path: string): boolean {
  const isAnchored = /\/[^/]/.test(pattern);
  const plain = pattern.replace(/^\//, "").replace(/\/$/, "");
  const source = plain
    .split(/(\*\*\/|\/\*\*|\*|\?|\[[^\]]*\])/)
    .map((piece) => {
      if (piece === "**/") return "(?:.*/)?";
      if (piece === "/**") return "/.*";
      if (piece === "*") return "[^/]*";
      if (piece === "?") return "[^/]";
      return /^\[[^\]]+\]$/.test(piece)
        ? piece.replace(/^\[!/, "[^")
        : piece.replace(/[.+^${}()|\\[\]]/g, String.raw`\$&`);
    })
    .join("");
  const expression = new RegExp(`^${isAnchored ? "" : "(?:.*/)?"}${source}${pattern.endsWith("/") ? "/" : "(?:/|$)"}`);
  return expression.test(path);
}
