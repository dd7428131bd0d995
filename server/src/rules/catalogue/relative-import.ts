// Flags relative imports where the team imports by full names.

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
      options: ({ clause }) => parents(clause),
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
  *check(file, { parentsOnly }) {
    for (const statement of file.nodes("import_from_statement")) {
      const module = statement.field("module_name");
      if (module?.type !== "relative_import") continue;
      const dots = /^\.+/.exec(module.text)?.[0].length ?? 1;
      if (parentsOnly && dots < 2) continue;
      const absolute = absoluteName(file, module, dots);
      yield {
        span: module,
        message: `This import is relative; ${absolute === undefined ? "write the module's full name" : `write \`from ${absolute} import …\``}.`,
        ...(absolute === undefined
          ? {}
          : {
              fix: {
                title: `Import from ${absolute}`,
                safe: true,
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

/** "app.models" for `.models` in app/service.py; a leading `src` is no package. */
function absoluteName(file: PythonFile, module: SyntaxNode, dots: number): string | undefined {
  const folders = file.path.split("/").slice(0, -1);
  if (folders[0] === "src" || folders[0] === "lib") folders.shift();
  const kept = folders.slice(0, folders.length - (dots - 1));
  if (kept.length === 0 || dots - 1 > folders.length || kept.some((folder) => !/^[A-Za-z_]\w*$/.test(folder)))
    return undefined;
  const rest = module.text.slice(dots).trim();
  return rest === "" ? kept.join(".") : `${kept.join(".")}.${rest}`;
}
