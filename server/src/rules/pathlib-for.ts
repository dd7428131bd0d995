// Writes a call of `os.path` or `os` with pathlib.

import type { Workspace } from "../models/workspace.ts";
import { argumentsOf } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import type { Fix, FixEdit } from "./rule.ts";
import { loneImport } from "./swap-module.ts";

/** What follows `Path(x)`; a text that the old call gave is a Path now where `isPath` is set. */
const followed: Readonly<Record<string, { readonly text: string; readonly isPath?: true }>> = {
  "os.path.exists": { text: ".exists()" },
  "os.path.isfile": { text: ".is_file()" },
  "os.path.isdir": { text: ".is_dir()" },
  "os.path.islink": { text: ".is_symlink()" },
  "os.path.ismount": { text: ".is_mount()" },
  "os.path.isabs": { text: ".is_absolute()" },
  "os.path.basename": { text: ".name" },
  "os.path.dirname": { text: ".parent", isPath: true },
  "os.path.abspath": { text: ".resolve()", isPath: true },
  "os.path.realpath": { text: ".resolve()", isPath: true },
  "os.path.expanduser": { text: ".expanduser()", isPath: true },
  "os.path.getsize": { text: ".stat().st_size" },
  "os.path.getmtime": { text: ".stat().st_mtime" },
  "os.path.getctime": { text: ".stat().st_ctime" },
  "os.path.getatime": { text: ".stat().st_atime" },
  "os.makedirs": { text: ".mkdir(parents=True)" },
  "os.mkdir": { text: ".mkdir()" },
  "os.remove": { text: ".unlink()" },
  "os.unlink": { text: ".unlink()" },
  "os.rmdir": { text: ".rmdir()" },
  "os.stat": { text: ".stat()" },
  "os.readlink": { text: ".readlink()", isPath: true },
  "os.listdir": { text: ".iterdir()", isPath: true },
};

/** Calls of two paths, which become methods of the first. */
const paired: Readonly<Record<string, string>> = {
  "os.rename": "rename",
  "os.replace": "replace",
  "os.path.samefile": "samefile",
};

export function pathlibFor(file: PythonFile, call: SyntaxNode, workspace: Workspace): Fix | undefined {
  const callee = call.field("function");
  const name = callee && (file.resolve(callee) ?? "").replace(/^(posixpath|ntpath)\./, "os.path.");
  const { positional, keywords, hasSplat } = argumentsOf(call);
  if (!callee || !name || hasSplat || call.text.includes("#")) return undefined;
  const written = (path: string): { text: string; isPath: boolean } | undefined => {
    const [first, second] = positional;
    if (name === "os.getcwd" && !first) return { text: `${path}.cwd()`, isPath: true };
    if (!first) return undefined;
    if (name === "os.path.join" && second && keywords.size === 0) {
      const text = [`${path}(${first.text})`, ...positional.slice(1).map(operand)].join(" / ");
      return { text: isTight(call) ? `(${text})` : text, isPath: true };
    }
    const pair = paired[name];
    if (pair && positional.length === 2 && second && keywords.size === 0)
      return { text: `${path}(${first.text}).${pair}(${second.text})`, isPath: false };
    const after = followed[name];
    if (!after || positional.length !== 1) return undefined;
    const exist = keywords.get("exist_ok");
    if (keywords.size > (exist ? 1 : 0) || (exist && name !== "os.makedirs")) return undefined;
    const text = exist ? after.text.replace(")", `, exist_ok=${exist.text})`) : after.text;
    return { text: `${path}(${first.text})${text}`, isPath: after.isPath === true };
  };
  const inserted = insertImport(file, "pathlib", "Path", workspace, { at: call });
  const made = written(inserted.name);
  if (made === undefined) return undefined;
  const edits: FixEdit[] = [...inserted.edits];
  const item = inserted.edits.length > 0 ? loneImport(file, rootOf(callee)) : undefined;
  // The whole line goes where `os` served for this alone.
  if (item?.parent && item.text === "os") {
    edits.length = 0;
    const { start, end } = item.parent;
    edits.push({ span: { start, end }, text: "from pathlib import Path" });
  }
  edits.push({ span: { start: call.start, end: call.end }, text: made.text });
  const look = made.isPath ? "; look whether a text is needed" : "";
  return {
    title: `Use pathlib: \`${shortened(made.text)}\`${look || "; look at the errors it raises"}`,
    safe: false,
    edits,
  };
}

function shortened(text: string): string {
  return text.length > 40 || text.includes("\n") ? "Path(…)" : text;
}

function operand(node: SyntaxNode): string {
  return /^(identifier|attribute|call|subscript|string|parenthesized_expression|integer)$/.test(node.type)
    ? node.text
    : `(${node.text})`;
}

/** An operator or an attribute beside the call would take only a part of `a / b`. */
function isTight(call: SyntaxNode): boolean {
  return /^(attribute|binary_operator|subscript|await|unary_operator)$/.test(call.parent?.type ?? "");
}

function rootOf(callee: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = callee.field("object");
  while (at?.type === "attribute") at = at.field("object");
  return at;
}
