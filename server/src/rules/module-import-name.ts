// The dotted name by which one file imports another of the workspace.

import type { Workspace } from "../models/workspace.ts";
import { isKeyword } from "../python/keywords.ts";
import type { PythonFile } from "../python/python-file.ts";

/** `preferred` is a name that the team uses, taken where it leads there; undefined where no name does. */
export function moduleImportName(
  file: PythonFile,
  path: string,
  workspace: Workspace,
  preferred?: string,
): string | undefined {
  const leadsThere = (module: string) => workspace.moduleFile(module, file.path) === path;
  if (preferred !== undefined && leadsThere(preferred)) return preferred;
  const segments = path.replace(/(\/__init__)?\.py$/, "").split("/");
  // A folder such as `price-desk` can be found, but no import can name it.
  const first = segments.findLastIndex((one) => !isName(one)) + 1;
  const nameFrom = (at: number) => segments.slice(at).join(".");
  const starts = segments.map((_, at) => at).filter((at) => at >= first && leadsThere(nameFrom(at)));
  const names = starts.map(nameFrom);
  // The folder of a project that lies in the repository is no package itself.
  const outermost = starts.find((at) => workspace.has([...segments.slice(0, at + 1), "__init__.py"].join("/")));
  const heads = new Set(
    file.nodes("import_statement", "import_from_statement").flatMap((statement) => {
      const module = statement.field("module_name") ?? statement.field("name");
      return /^[A-Za-z_]\w*/.exec(module?.text ?? "")?.[0] ?? [];
    }),
  );
  return (
    names.find((name) => heads.has(name.split(".")[0] ?? "")) ??
    (outermost === undefined ? undefined : nameFrom(outermost)) ??
    names.find((name) => !name.startsWith("src.")) ??
    names[0]
  );
}

function isName(segment: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(segment) && !isKeyword(segment);
}
