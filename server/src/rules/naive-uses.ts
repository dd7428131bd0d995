// Tells the datetimes without a time zone that miss none: dates, names, durations, values held against others without one.

import { argumentsOf, methodCall } from "../python/call.ts";
import { knownName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction, namedChildren, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

/** A date, a number, a file name, a duration: no zone can be missing there. */
export function isHarmlesslyNaive(file: PythonFile, call: SyntaxNode): boolean {
  const after = file.text.slice(call.end, call.end + 40);
  if (/^\s*\.\s*(date|timestamp|strftime|year|month|day|weekday|isoweekday|time|hour|minute|second)\b/.test(after))
    return true;
  if (isOnlyCounted(file, call)) return true;
  const above = call.parent;
  // Made to find out whether it can be made.
  if (above?.type === "expression_statement" || matchesNaive(call)) return true;
  // f"{datetime.now():%Y%m%d}"
  if (above?.type === "interpolation" && above.children.some(({ type }) => type === "format_specifier")) return true;
  if (above?.type === "binary_operator" && above.children.some((child) => child.type === "-")) {
    const other = above.children.find((child) => child.isNamed && child !== call);
    return other !== undefined && (isNaiveNow(file, other, call) || (isLocal(file, other) && isLocal(file, call)));
  }
  if (above?.type !== "assignment" || above.field("right") !== call) return false;
  return isOnlyMeasured(file, above, call) || isOnlyRead(file, above, call);
}

/** `(datetime.now() - timedelta(days=1)).timestamp()`, at once or by way of a local: the seconds since 1970 are right without a zone. */
function isOnlyCounted(file: PythonFile, call: SyntaxNode): boolean {
  if (!/^(now|today|fromtimestamp)$/.test(methodCall(call)?.method ?? "")) return false;
  let value = call;
  for (let above = value.parent; above !== undefined; above = value.parent) {
    const isMoved =
      above.type === "binary_operator" && namedChildren(above).some((one) => one !== value && isSpan(file, one));
    if (above.type !== "parenthesized_expression" && !isMoved) break;
    value = above;
  }
  const above = value.parent;
  if (above?.type === "attribute") return above.field("attribute")?.text === "timestamp";
  const name = above?.type === "assignment" && above.field("right") === value ? above.field("left") : undefined;
  const binding = name?.type === "identifier" ? file.scopes.bindingOf(name) : undefined;
  const reads = (binding?.references ?? []).filter((use) => use.start !== name?.start);
  return (
    reads.length > 0 && reads.every(({ parent }) => parent?.type === "attribute" && /\.timestamp$/.test(parent.text))
  );
}

function isSpan(file: PythonFile, node: SyntaxNode): boolean {
  return node.type === "call" && knownName(file, node.field("function") ?? node) === "datetime.timedelta";
}

/** `datetime.now(at.tzinfo) if at.tzinfo else datetime.utcnow()`: it has no zone because what it is held against has none. */
function matchesNaive(call: SyntaxNode): boolean {
  for (
    let node = call;
    node.parent !== undefined && !/^(function_definition|module)$/.test(node.type);
    node = node.parent
  ) {
    const { parent } = node;
    if (parent.type === "conditional_expression") {
      const [yes, condition, no] = namedChildren(parent);
      const zoned = zonedIn(condition);
      if ((node === no && zoned === "has") || (node === yes && zoned === "lacks")) return true;
    }
    if (parent.type === "if_statement") {
      const zoned = zonedIn(parent.field("condition"));
      const isYes = parent.field("consequence") === node;
      if ((isYes && zoned === "lacks") || (!isYes && node.type === "else_clause" && zoned === "has")) {
        const value = parent.field("condition")?.text.match(/[\w.]+(?=\.tzinfo)/)?.[0] ?? "";
        return new RegExp(String.raw`(?<![\w.])${value.replaceAll(".", String.raw`\.`)}(?![\w])`).test(
          statementOf(call).text,
        );
      }
    }
  }
  return false;
}

/** Whether a condition asks for a value that has a zone, or for one that lacks it. */
function zonedIn(condition: SyntaxNode | undefined): "has" | "lacks" | undefined {
  const text = condition?.text ?? "";
  if (/^(not [\w.]+\.tzinfo|[\w.]+\.tzinfo is None)$/.test(text)) return "lacks";
  return /^[\w.]+\.tzinfo( is not None)?$/.test(text) ? "has" : undefined;
}

/** What a text says of the clock and the calendar is read from it, which no zone changes. */
function isOnlyRead(file: PythonFile, assignment: SyntaxNode, call: SyntaxNode): boolean {
  const name = assignment.field("left");
  const isParsed = methodCall(call)?.method === "strptime";
  const uses = name?.type === "identifier" && isParsed ? (file.scopes.bindingOf(name)?.references ?? []) : [];
  const read = uses.filter((use) => use.start !== name?.start);
  return read.length > 0 && read.every((use) => use.parent?.type === "attribute" && FIELD.test(use.parent.text));
}

const FIELD = /\.(year|month|day|hour|minute|second|weekday|isoweekday|date|time|strftime)$/;

/** The other side of a difference is a naive now too, directly, through a local or through an attribute of the object. */
function isNaiveNow(file: PythonFile, node: SyntaxNode, around: SyntaxNode): boolean {
  if (node.type === "call")
    return /^datetime\.datetime\.(now|utcnow)$/.test(knownName(file, node.field("function") ?? node) ?? "");
  if (isOwnAttribute(node)) return holdsNaiveNows(file, node);
  if (node.type !== "identifier" || enclosingFunction(around) === undefined) return false;
  const places = file.scopes.bindingOf(node)?.places ?? [];
  return (
    places.length > 0 &&
    places.every(({ value, isPart }) => {
      const isNow = value?.type === "call" && !isPart && isNaiveNow(file, value, value);
      return isNow && argumentsOf(value).positional.length === 0 && argumentsOf(value).keywords.size === 0;
    })
  );
}

/** `datetime.now()`, `datetime.fromtimestamp(path.stat().st_mtime)`: both by the clock of the machine. */
function isLocal(file: PythonFile, node: SyntaxNode): boolean {
  const name = node.type === "call" ? (knownName(file, node.field("function") ?? node) ?? "") : "";
  const { positional, keywords } = node.type === "call" ? argumentsOf(node) : { positional: [], keywords: new Map() };
  if (keywords.size > 0) return false;
  return name === "datetime.datetime.fromtimestamp"
    ? positional.length === 1
    : name === "datetime.datetime.now" && positional.length === 0;
}

/** A local that is only used as the start of a difference of two nows, or formatted. */
function isOnlyMeasured(file: PythonFile, assignment: SyntaxNode, call: SyntaxNode): boolean {
  const name = assignment.field("left");
  if (name !== undefined && isOwnAttribute(name)) return holdsNaiveNows(file, name) && isMeasuredAttribute(file, name);
  const scope = enclosingFunction(call);
  if (name?.type !== "identifier" || scope === undefined) return false;
  const uses = file
    .nodes("identifier")
    .filter((node) => node.text === name.text && node.start > call.end && node.start < scope.end);
  return (
    uses.length > 0 &&
    uses.every((use) => {
      if (isFormatted(use)) return true;
      const above = use.parent;
      const other =
        above?.type === "binary_operator"
          ? above.children.find((child) => child.isNamed && child.start !== use.start)
          : undefined;
      return (
        other !== undefined &&
        above?.children.some((child) => child.type === "-") === true &&
        isNaiveNow(file, other, call)
      );
    })
  );
}

function isOwnAttribute(node: SyntaxNode): boolean {
  return node.type === "attribute" && /^self\.\w+$/.test(node.text);
}

/** All that the file ever puts into the attribute is a naive now, or nothing. */
function holdsNaiveNows(file: PythonFile, attribute: SyntaxNode): boolean {
  const values = file.nodes("assignment").flatMap((one) => {
    const left = one.field("left");
    const value = one.field("right");
    return left?.text === attribute.text && value !== undefined ? [value] : [];
  });
  return (
    values.some(({ type }) => type === "call") &&
    values.every((value) => value.type === "none" || (value.type === "call" && isNaiveNow(file, value, value)))
  );
}

/** It is nowhere read but in differences with a naive now, and in tests whether there is one. */
function isMeasuredAttribute(file: PythonFile, attribute: SyntaxNode): boolean {
  return file.nodes("attribute").every((use) => {
    const above = use.parent;
    if (use.text !== attribute.text || above === undefined) return true;
    if (above.type === "assignment") return above.field("left")?.start === use.start;
    if (/^(if_statement|while_statement|not_operator|boolean_operator)$/.test(above.type)) return true;
    if (above.type === "comparison_operator") return /\bis (not )?None$/.test(above.text);
    if (above.type !== "binary_operator" || !above.children.some(({ type }) => type === "-")) return false;
    const other = above.children.find((child) => child.isNamed && child.start !== use.start);
    return other !== undefined && isNaiveNow(file, other, use);
  });
}

/** `now.strftime(…)` and `f"{now:%Y%m%d}"`: a name or a heading is made of it. */
function isFormatted(use: SyntaxNode): boolean {
  const above = use.parent;
  if (above?.type === "interpolation")
    return above.children.some((child) => /%[A-Za-z]/.test(child.text) && child.type === "format_specifier");
  return above?.type === "attribute" && above.field("object") === use && above.field("attribute")?.text === "strftime";
}
