// Tells apart what sets the standard library's logging up, or passes it on, from what logs with it.

import { nameOf } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosing } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** What a logger has that says where its records go, and which. */
const SETTINGS =
  /^(?:setLevel|level|handlers|addHandler|removeHandler|hasHandlers|propagate|filters|addFilter|removeFilter|disabled|manager|root|parent|name|isEnabledFor|getEffectiveLevel)$/;
/** What a module takes from `logging` to set it up: levels, handlers, records, the ways in which it is configured. */
const PARTS =
  /^logging\.(?:CRITICAL|FATAL|ERROR|WARNING|WARN|INFO|DEBUG|NOTSET|root|\w*Handler|handlers(?:\..*)?|LogRecord|Filter|Formatter|Logger|LoggerAdapter|basicConfig|config(?:\..*)?|captureWarnings|addLevelName|getLevelName|getLevelNamesMapping|setLoggerClass|getLoggerClass|disable|shutdown|lastResort|currentframe|__file__|_nameToLevel|_levelToName)$/;

/** `logging.getLogger("x").setLevel(…)`, and a name whose every use is of that kind. */
export function onlyConfigures(file: PythonFile, call: SyntaxNode): boolean {
  const above = call.parent;
  if (above?.type === "attribute") return SETTINGS.test(above.field("attribute")?.text ?? "");
  if (above?.type !== "assignment" || above.field("right") !== call) return false;
  const target = above.field("left");
  const binding = target?.type === "identifier" ? file.scopes.bindingOf(target) : undefined;
  if (binding === undefined || binding.scope.kind !== "function") return false;
  const uses = binding.references;
  return (
    uses.length > 0 &&
    uses.every((use) => use.parent?.type === "attribute" && SETTINGS.test(use.parent.field("attribute")?.text ?? ""))
  );
}

/** A module that takes `logging` only to lead its records elsewhere, to set it up, or to read its levels. */
export function onlySetsUpLogging(file: PythonFile): boolean {
  const uses = file
    .nodes("identifier", "attribute")
    .filter((node) => isOutermost(node) && /^[\w.]+$/.test(node.text) && /^logging\./.test(nameOf(file, node)));
  return (
    uses.length > 0 &&
    !file
      .nodes("import_from_statement")
      .some((one) => one.field("module_name")?.text === "logging" && takesLogger(one)) &&
    uses.every((use) => {
      const name = nameOf(file, use);
      if (PARTS.test(name)) return true;
      const call = use.parent?.type === "call" ? use.parent : undefined;
      return call !== undefined && name === "logging.getLogger" && onlyConfigures(file, call);
    })
  );
}

/** The whole of `logging.handlers.QueueHandler`, and none of what an import or a keyword names. */
function isOutermost(node: SyntaxNode): boolean {
  if (enclosing(node, "import_statement", "import_from_statement") !== undefined) return false;
  const above = node.parent;
  if (above?.type === "keyword_argument" && above.field("name") === node) return false;
  return above?.type !== "attribute";
}

function takesLogger(statement: SyntaxNode): boolean {
  return statement.fields("name").some((name) => /^getLogger\b/.test(name.text));
}
