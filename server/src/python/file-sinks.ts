// Calls that touch the file system, and the arguments that say where.

import { argumentsOf, methodCall } from "./call.ts";
import { isFlaskUpload } from "./flask-requests.ts";
import { calleeName } from "./name-of.ts";
import type { PythonFile } from "./python-file.ts";
import type { SyntaxNode } from "./syntax.ts";

export interface FileSink {
  readonly call: SyntaxNode;
  /** The paths that it opens, writes, moves, lists or removes. */
  readonly paths: readonly SyntaxNode[];
}

const first =
  /^(open|io\.open|codecs\.open|aiofiles\.open|anyio\.open_file|os\.(open|remove|unlink|rmdir|removedirs|mkdir|makedirs|listdir|scandir|walk|chmod|chown|truncate|stat|utime|readlink)|aiofiles\.os\.\w+|shutil\.(rmtree|unpack_archive)|gzip\.open|bz2\.open|lzma\.open|zipfile\.ZipFile|tarfile\.open|sqlite3\.connect|(fastapi|starlette)\.responses\.FileResponse|os\.path\.(getsize|exists|isfile|isdir|getmtime)|flask\.send_file|numpy\.load|numpy\.save|pandas\.read_\w+|PIL\.Image\.open)$/;
const both =
  /^(shutil\.(copy|copy2|copyfile|copytree|move|copymode|copystat)|os\.(rename|replace|renames|link|symlink))$/;
const methods =
  /^(open|read_text|read_bytes|write_text|write_bytes|unlink|rmdir|mkdir|touch|iterdir|glob|rglob|rename|replace|exists|is_file|is_dir|stat|chmod|lstat|symlink_to|hardlink_to|walk)$/;

/** What a call does to files; undefined where it does nothing to them. */
export function fileSink(file: PythonFile, call: SyntaxNode): FileSink | undefined {
  const name = calleeName(file, call);
  const { positional, keywords } = argumentsOf(call);
  if (first.test(name)) {
    const path = positional[0] ?? keywords.get("file") ?? keywords.get("path") ?? keywords.get("filename");
    return path && { call, paths: [path] };
  }
  if (both.test(name)) {
    const paths = [positional[0] ?? keywords.get("src"), positional[1] ?? keywords.get("dst")];
    return { call, paths: paths.filter((one) => one !== undefined) };
  }
  const target = methodCall(call);
  if (target?.method === "save" && isFlaskUpload(file, target.receiver)) {
    const path = positional[0] ?? keywords.get("dst");
    return path && { call, paths: [path] };
  }
  if (target === undefined || !methods.test(target.method) || !isPath(file, target.receiver)) return undefined;
  const others = /^(rename|replace)$/.test(target.method) ? positional.slice(0, 1) : [];
  return { call, paths: [target.receiver, ...others] };
}

/** True for a value that is surely a `pathlib.Path`, or one of the libraries that imitate it. */
export function isPath(file: PythonFile, node: SyntaxNode): boolean {
  if (file.isInstance(node, "pathlib.Path", "pathlib.PurePath", "anyio.Path", "aiopath.AsyncPath")) return true;
  if (node.type === "parenthesized_expression")
    return node.children.some((child) => child.isNamed && isPath(file, child));
  if (node.type !== "binary_operator" || node.field("operator")?.text !== "/") return false;
  const left = node.field("left");
  const right = node.field("right");
  return (
    (left !== undefined && isPath(file, left)) ||
    right?.type === "string" ||
    (right !== undefined && isPath(file, right))
  );
}
