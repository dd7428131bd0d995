// Every name that a file imports, with its place and what it stands for.

import type { PythonFile } from "./python-file.ts";
import { enclosing } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";

export interface Imported {
  readonly statement: SyntaxNode;
  /** The part of the statement that brings this name. */
  readonly item: SyntaxNode;
  /** The module, absolute: "app.models" of `from app.models import Book`, "app.models" of `import app.models`. */
  readonly module: string;
  /** "Book", undefined where the module itself is imported, "*" for all. */
  readonly name: string | undefined;
  /** What the file calls it. */
  readonly local: string;
  /** Under `if TYPE_CHECKING:`, so that it is not there when the code runs. */
  readonly isForTyping: boolean;
}

export function importsOf(file: PythonFile): readonly Imported[] {
  return file.nodes("import_statement", "import_from_statement").flatMap((statement): readonly Imported[] => {
    const isForTyping = isTypeChecking(statement);
    if (statement.type === "import_statement") {
      return statement.fields("name").map((item) => {
        const module = (item.type === "aliased_import" ? item.field("name")?.text : item.text) ?? "";
        const local = item.type === "aliased_import" ? (item.field("alias")?.text ?? "") : (module.split(".")[0] ?? "");
        return { statement, item, module, name: undefined, local, isForTyping };
      });
    }
    const module = absoluteModule(statement.field("module_name")?.text ?? "", file.path);
    const star = statement.children.find((child) => child.type === "wildcard_import");
    if (star) return [{ statement, item: star, module, name: "*", local: "*", isForTyping }];
    return statement.fields("name").map((item) => {
      const name = (item.type === "aliased_import" ? item.field("name")?.text : item.text) ?? "";
      const local = item.type === "aliased_import" ? (item.field("alias")?.text ?? name) : name;
      return { statement, item, module, name, local, isForTyping };
    });
  });
}

/** `..models` in app/services/a.py is "app.models". */
function absoluteModule(written: string, path: string): string {
  const module = written.replace(/\s/g, "");
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  if (dots === 0) return module;
  return [...path.split("/").slice(0, -dots), module.slice(dots)].filter(Boolean).join(".");
}

function isTypeChecking(node: SyntaxNode): boolean {
  for (let at = enclosing(node, "if_statement"); at; at = enclosing(at, "if_statement")) {
    const test = at.field("condition")?.text ?? "";
    const consequence = at.field("consequence");
    if (
      /^(\w+\.)?TYPE_CHECKING$/.test(test) &&
      consequence &&
      consequence.start <= node.start &&
      node.end <= consequence.end
    )
      return true;
  }
  return false;
}
