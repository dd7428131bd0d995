// Flags modules that do not say by `__all__` what they offer.

import type { PythonFile } from "../../python/python-file.ts";
import type { RuffRequest } from "../../python/ruff.ts";
import { isModuleLevel, lineEnd } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { insertBelowImports } from "../insert-below-imports.ts";
import { type Fix, fileRule, option } from "../rule.ts";

const request: RuffRequest = { select: ["RUF022"], settings: {} };

/** "Define `__all__` and keep it sorted" asks for it, "keep `__all__` sorted" only for its order. */
const defines = /\b(?:defin|declar|export|provid|requir|contain|add\b|needs?\b|has\b|have\b|set\b)/i;

export const missingAll = fileRule({
  id: "missing-all",
  scope: "file",
  summary: "Modules without `__all__`, or with one that is not sorted.",
  why: "`__all__` says what a module offers and what is its own business. Modules without public functions and classes, tests, scripts and generated code are left alone.",
  severity: "information",
  fix: "safe",
  tests: false,
  generated: false,
  ruff: ["RUF022"],
  options: {
    packages: option.boolean(false, "Only `__init__.py` files."),
    present: option.boolean(true, "Whether each module has to have one."),
    sorted: option.boolean(false, "Whether its names have to be sorted."),
  },
  additiveBy: "sorted",
  answers: [
    "Define `__all__` in every public module.",
    "Export the public API through `__all__`.",
    "Keep `__all__` sorted.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(define|declare|use|export|re export|list|set|include|maintain|sort|keep|provide|add|require|need|have|give|end with|contain) ... `__all__`",
        "`__all__` ... (define|defined|declare|sort|sorted|list|every|required|mandatory|explicit|export)",
        "(public api|public name|public interface|public symbol|export) ... `__all__`",
      ],
      unless: [
        "(described|considered|preserve|frozen|stable)",
        "(update|add to|extend|append) ... `__all__` ... (when|after|whenever)",
      ],
      options: ({ clause }) => ({
        ...(/__init__/.test(clause) ? { packages: true } : {}),
        ...(/\b(?:sort|order|alphabet)/i.test(clause) ? { sorted: true, present: defines.test(clause) } : {}),
      }),
    },
  ],
  examples: [
    {
      bad: "def ship(order):\n    return order\n",
      good: '__all__ = ["ship"]\n\n\ndef ship(order):\n    return order\n',
    },
  ],
  ruffRequest: () => request,
  *check(file, { packages, present, sorted }) {
    if (sorted) {
      for (const { span, fix } of file.ruff(request))
        yield {
          span,
          message: "The names in `__all__` are not sorted; sort them.",
          ...(fix && { fix: { title: "Sort the names", safe: true, edits: fix.edits } }),
        };
    }
    if (!present) return;
    const isPackage = file.path.endsWith("__init__.py");
    if ((packages && !isPackage) || file.isTest || file.isGenerated || /\b__all__\b/.test(file.text)) return;
    if (/__name__\s*==\s*["']__main__["']/.test(file.text)) return;
    const definitions = file
      .nodes("function_definition", "class_definition")
      .filter((definition) => isModuleLevel(definition) && !definition.field("name")?.text.startsWith("_"));
    const isOffering = isPackage
      ? file.nodes("import_from_statement").some(isModuleLevel) || definitions.length > 0
      : definitions.length > 0;
    if (!isOffering) return;
    const fix = listed(file, definitions);
    yield {
      span: file.lines.lineSpan(0),
      message: "This module does not say by `__all__` what it offers; list its public names.",
      ...(fix && { fix }),
    };
  },
});

/** Below the imports, in order of the alphabet; what a package imports from its own modules is what it offers. */
function listed(file: PythonFile, definitions: readonly SyntaxNode[]): Fix | undefined {
  const imported = file.path.endsWith("__init__.py")
    ? file
        .nodes("import_from_statement")
        .filter((statement) => isModuleLevel(statement) && statement.field("module_name")?.text.startsWith("."))
        .flatMap((statement) => statement.fields("name").map((item) => (item.field("alias") ?? item).text))
    : [];
  const own = definitions.flatMap((definition) => definition.field("name")?.text ?? []);
  const names = [...new Set([...own, ...imported])].filter((name) => /^[A-Za-z]\w*$/.test(name)).toSorted();
  if (names.length === 0) return undefined;
  const line = `__all__ = [${names.map((name) => `"${name}"`).join(", ")}]`;
  const end = lineEnd(file);
  const long = `__all__ = [${end}${names.map((name) => `    "${name}",${end}`).join("")}]`;
  return {
    title: "List the public names; look which of them are meant for others",
    safe: false,
    edits: insertBelowImports(file, line.length > 88 ? long : line, []),
  };
}
