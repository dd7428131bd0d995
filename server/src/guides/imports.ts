// Follows the `@path` imports of a guide: which files it brings in, at most five hops away, and where that goes wrong.

import type { Span } from "../text/span.ts";
import type { GuideProblem } from "./guide.ts";

export const mostHops = 5;

/** The imported paths in order, relative to the root; each one once. */
export function findImports(
  path: string,
  text: string,
  read: (path: string) => string | undefined,
  report: (problem: GuideProblem) => void,
): readonly string[] {
  const found: string[] = [];
  const follow = (from: string, content: string, trail: readonly string[], at: Span | undefined): void => {
    for (const { target, span } of importsIn(content)) {
      const place = at ?? span;
      const resolved = resolve(from, target);
      if (resolved === undefined) continue;
      if (trail.includes(resolved)) {
        report({
          rule: "dangling-reference",
          span: place,
          message: `\`@${target}\` imports in a circle (${[...trail, resolved].join(" → ")}). Remove one of the imports.`,
        });
        continue;
      }
      if (found.includes(resolved)) continue;
      const imported = read(resolved);
      if (imported === undefined) {
        // An `@name` that names no file is a mention, unless it is clearly meant as a file.
        if ((/\.\w{1,8}$/.test(target) && !isDomain(target)) || target.startsWith("./")) {
          report({
            rule: "dangling-reference",
            span: place,
            message: `\`@${target}\` is not there (looked for \`${resolved}\`). Correct the path.`,
          });
        }
        continue;
      }
      if (trail.length > mostHops) {
        report({
          rule: "dangling-reference",
          span: place,
          message: `\`@${target}\` is more than ${mostHops} imports away, so it is not read. Import it nearer to this guide.`,
        });
        continue;
      }
      // A program is shown to the assistant as an example; its words instruct nobody, and its `@` is a decorator.
      if (!isProse(resolved)) continue;
      found.push(resolved);
      follow(resolved, imported, [...trail, resolved], place);
    }
  };
  follow(path, text, [path], undefined);
  return found;
}

/** "@boats.com": what stands behind an address's name. */
function isDomain(target: string): boolean {
  return (
    !target.includes("/") &&
    /\.(?:com|org|net|edu|gov|mil|io|ai|dev|app|cloud|co|info|biz|me|eu|de|uk|fr|nl|ch|at|it|es|us|ca|au|nz|jp|cn|in|br)$/i.test(
      target,
    )
  );
}

function isProse(path: string): boolean {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  return ending === undefined || /^(?:md|mdc|mdx|txt|rst|adoc|markdown)$/.test(ending);
}

/** `@path` outside code: after white space or at a line's start. */
export function importsIn(text: string): { readonly target: string; readonly span: Span }[] {
  const plain = withoutCode(text);
  const found: { target: string; span: Span }[] = [];
  for (const match of plain.matchAll(/(?<=^|[\s(])@((?:\.{1,2}\/|~\/|\/)?[\w.-]+(?:\/[\w.-]+)*)/gm)) {
    const target = (match[1] ?? "").replace(/\.+$/, "");
    if (!/[./]/.test(target)) continue;
    found.push({ target, span: { start: match.index, end: match.index + 1 + target.length } });
  }
  return found;
}

/** Fences and code spans as blanks, so that decorators and mail addresses in code are no imports. */
function withoutCode(text: string): string {
  const blank = (code: string): string => code.replace(/[^\r\n]/g, " ");
  let fence: string | undefined;
  const lines = text.split("\n").map((line) => {
    const mark = /^\s*(?:>\s*)*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      if (mark) fence = mark;
      return mark ? blank(line) : line.replace(/`[^`]*`/g, blank);
    }
    if (mark?.startsWith(fence)) fence = undefined;
    return blank(line);
  });
  return lines.join("\n");
}

/** Undefined for paths outside the workspace, which are never read. */
function resolve(from: string, target: string): string | undefined {
  if (target.startsWith("~") || target.startsWith("/")) return undefined;
  const segments = from.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") {
      if (segments.length === 0) return undefined;
      segments.pop();
    } else if (segment !== "." && segment !== "") {
      segments.push(segment);
    }
  }
  return segments.join("/");
}
