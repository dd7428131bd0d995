// Flags relative imports where the team imports by full names.

import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { fileRule, option } from "../rule.ts";

export const relativeImport = fileRule({
  id: "relative-import",
  scope: "workspace",
  summary: "`from . import x` and `from ..module import y`.",
  why: "A full name reads the same in every file and survives when a module moves.",
  severity: "warning",
  fix: "safe",
  ruff: ["TID252"],
  options: {
    parentsOnly: option.boolean(false, "Imports from the same package are right; only those from parents are flagged."),
  },
  tests: true,
  generated: false,
  mentions: ["from ."],
  answers: ["Use absolute imports.", "No relative imports.", "Prefer absolute imports over relative ones."],
  means: [
    {
      stance: "want",
      says: [
        "absolute import",
        "import ... (full|absolute|fully qualified) path",
        "(full|absolute|fully qualified) (package|module|import) path",
        "absolute ... import",
        "import ... absolute",
        "import ... (package|project|repository|source) root",
        "absolute ... import",
        "`from app.* import *` (not|instead of|over|rather than) `from .* import *`",
      ],
      unless: [
        "absolute import only for (external|third party)",
        "relative import (instead of|over|rather than|for|not|never|when|if|where) ...",
      ],
      // "`HullRecord` and `HullEntry` differ. Import by full path" speaks of those two.
      options: ({ clause, sentence }) =>
        /^\W*import (?:by|via|through|from|with|using)\b/i.test(clause) &&
        /\b[A-Z][a-z]+[A-Z]\w*/.test(sentence.replace(clause, ""))
          ? undefined
          : parents(clause),
    },
    {
      stance: "avoid",
      says: [
        "relative import",
        "(leading|relative) dot",
        "dot ... import",
        "import ... dot",
        "`from .*`",
        "`from ..*`",
        "`import .*`",
      ],
      options: ({ clause }) => parents(clause),
    },
  ],
  examples: [
    {
      bad: "from .models import User\n\nusers: list[User] = []\n",
      good: "from app.models import User\n\nusers: list[User] = []\n",
      path: "app/service.py",
    },
  ],
  *check(file, { parentsOnly }, { workspace }) {
    for (const statement of file.nodes("import_from_statement")) {
      const module = statement.field("module_name");
      if (module?.type !== "relative_import") continue;
      const dots = /^\.+/.exec(module.text)?.[0].length ?? 1;
      if (parentsOnly && dots < 2) continue;
      const absolute = absoluteName(file, module, dots, workspace);
      const isSure = isRootKnown(file, workspace);
      yield {
        span: module,
        message: `This import is relative; ${absolute === undefined ? "write the module's full name" : `write \`from ${absolute} import …\``}.`,
        ...(absolute === undefined
          ? {}
          : {
              fix: {
                title: `Import from ${absolute}${isSure ? "" : "; look whether that is where imports begin"}`,
                safe: isSure,
                edits: [{ span: { start: module.start, end: module.end }, text: absolute }],
              },
            }),
      };
    }
  },
});

function parents(clause: string): { parentsOnly?: boolean } {
  // "Imports that climb up (`from ..x`) are not allowed", while "`from .x`" may well be.
  if (/\bfrom \.\./.test(clause) && !/\bfrom \.(?!\.)/.test(clause)) return { parentsOnly: true };
  return /\b(parent|outside|beyond|going (up|outside)|upward|deep|cross)/i.test(clause) ? { parentsOnly: true } : {};
}

/** "app.models" for `.models` in app/service.py; undefined where nothing says in which folder imports begin. */
function absoluteName(file: PythonFile, module: SyntaxNode, dots: number, workspace: Workspace): string | undefined {
  const folders = foldersOf(file.path);
  const end = folders.length - (dots - 1);
  const rest = module.text.slice(dots).trim();
  const root = importRoot(file, folders, end, rest, workspace);
  const kept = root === undefined ? [] : folders.slice(root, Math.max(root, end));
  if (kept.length === 0 || kept.some((folder) => !/^[A-Za-z_]\w*$/.test(folder))) return undefined;
  return rest === "" ? kept.join(".") : `${kept.join(".")}.${rest}`;
}

/** Other imports or the packages' own files say where the names begin; else it is taken from where the project's files lie. */
function isRootKnown(file: PythonFile, workspace: Workspace): boolean {
  const folders = foldersOf(file.path);
  const isPackage = folders.some((_, at) => workspace.has([...folders.slice(0, at + 1), "__init__.py"].join("/")));
  return isPackage || rootsIn(file, folders, workspace)[0] !== undefined;
}

/** How many of the file's folders lie above the first that imports name; `end` of them hold the imported module. */
function importRoot(
  file: PythonFile,
  folders: readonly string[],
  end: number,
  rest: string,
  workspace: Workspace,
): number | undefined {
  const [own] = rootsIn(file, folders, workspace);
  if (own !== undefined) return own;
  const has = (count: number, name: string) => workspace.has([...folders.slice(0, count), name].join("/"));
  const outermost = folders.findIndex((_, at) => has(at + 1, "__init__.py"));
  if (outermost >= 0) return namespaceAbove(file, folders, outermost, rest, workspace) ?? outermost;
  const isSource = (at: number) => folders[at] === "src" || folders[at] === "lib";
  const project = folders.findLastIndex((_, at) => has(at + 1, "pyproject.toml") || has(at + 1, "setup.py"));
  if (project >= 0) return project + (isSource(project + 1) ? 2 : 1);
  if (isSource(0)) return 1;
  // A relative import that reaches the first folder shows that it is a package itself.
  if (end === 1) return 0;
  return rootOfOthers(file, folders, rest, workspace);
}

/** Where the folder above the outermost package is one of its own without `__init__.py`, as others' imports show. */
function namespaceAbove(
  file: PythonFile,
  folders: readonly string[],
  outermost: number,
  rest: string,
  workspace: Workspace,
): number | undefined {
  if (!/^(?!src$|lib$)[A-Za-z_]\w*$/.test(folders[outermost - 1] ?? "")) return undefined;
  const root = rootOfOthers(file, folders, rest, workspace);
  return root !== undefined && root < outermost ? root : undefined;
}

function rootOfOthers(
  file: PythonFile,
  folders: readonly string[],
  rest: string,
  workspace: Workspace,
): number | undefined {
  const stems = [rest.split(".").at(-1), /(\w+)\.py$/.exec(file.path)?.[1]].filter((one) => one !== undefined);
  const roots = new Set(
    stems.flatMap((stem) =>
      workspace.facts.filesImporting(stem).flatMap((path) => {
        const other = path === file.path ? undefined : workspace.python(path);
        return other === undefined ? [] : rootsIn(other, folders, workspace);
      }),
    ),
  );
  const [only] = roots;
  return roots.size === 1 ? only : undefined;
}

/** Which of the folders the full names in a file begin with, where these lead to a module in it. */
function rootsIn(file: PythonFile, folders: readonly string[], workspace: Workspace): readonly number[] {
  return file.nodes("import_statement", "import_from_statement").flatMap((statement) => {
    const module = statement.field("module_name") ?? statement.field("name");
    const name = module?.type === "aliased_import" ? module.field("name")?.text : module?.text;
    const at = folders.indexOf(name?.split(".")[0] ?? "");
    if (name === undefined || at < 0) return [];
    const within = `${folders.slice(0, at + 1).join("/")}/`;
    return workspace.moduleFile(name, file.path)?.startsWith(within) === true ? [at] : [];
  });
}

function foldersOf(path: string): readonly string[] {
  return path.split("/").slice(0, -1);
}
