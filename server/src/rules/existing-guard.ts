// Tells whether a start stands behind a look for what runs already, in its function or in the only caller of that.

import { argumentNodes } from "../python/call.ts";
import { endsBlock } from "../python/flow.ts";
import type { PythonFile } from "../python/python-file.ts";
import { enclosingFunction, statementOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { callsIn, endingOf } from "./lifecycle-calls.ts";
import { soleCall } from "./sole-caller.ts";

/** A test before or around the start that turns it away where one is found, or something that ends the old one. */
export function isGuarded(
  file: PythonFile,
  at: SyntaxNode,
  keys: readonly string[],
  container: string | undefined,
  depth: number,
): boolean {
  const around = enclosingFunction(at);
  const scope = around?.field("body") ?? file.root;
  const before = file.text.slice(scope.start, Math.max(scope.start, statementOf(at).start));
  if (container !== undefined && speaksOf(before, container)) return true;
  for (const call of callsIn(scope)) {
    if (call.end > at.start || endingOf(file, call) === undefined) continue;
    if (keys.some((key) => new RegExp(`\\b${escaped(key)}\\b`).test(call.text))) return true;
  }
  for (const test of file.nodes("if_statement", "elif_clause", "while_statement")) {
    if (test.start < scope.start || test.start > at.start || enclosingFunction(test) !== around) continue;
    const condition = test.field("condition");
    const body = test.field("consequence") ?? test.field("body");
    if (!condition || !body) continue;
    const isAround = body.start <= at.start && at.end <= body.end;
    const findsOne = isFinding(condition);
    if (isAround ? findsOne === false : findsOne === true && endsBlock(body)) {
      if (isAboutOthers(condition, keys)) return true;
    }
    // `if existing: … else: start()`
    const isElse = !isAround && at.end <= test.end && test.type === "if_statement";
    if (isElse && findsOne === true) return true;
  }
  if (!around || depth > 1) return false;
  const caller = soleCall(file, around);
  return caller !== undefined && isGuarded(file, caller, keysOf(caller), container, depth + 1);
}

/** To put something into it is no look. */
function speaksOf(text: string, container: string): boolean {
  return new RegExp(`${escaped(container)}\\b(?!\\s*(?:[:=]|\\[[^\\]\\n]*\\]\\s*=(?!=)))`).test(text);
}

/** True: holds where something is found. False: where nothing is. Undefined where that cannot be said. */
function isFinding(condition: SyntaxNode): boolean | undefined {
  if (condition.type === "parenthesized_expression") {
    const inner = condition.children.find((child) => child.isNamed);
    return inner && isFinding(inner);
  }
  if (condition.type === "not_operator") return false;
  if (condition.type === "boolean_operator") {
    const sides = [condition.field("left"), condition.field("right")].map((side) => side && isFinding(side));
    return sides.includes(true) ? true : sides[0];
  }
  if (condition.type === "comparison_operator") {
    const { text } = condition;
    if (/\bnot in\b|\bis None$|[=<]=? ?0$/.test(text)) return false;
    return /\bin\b|\bis not None$|> ?0$|>= ?1$|>= ?[\w.]+$|==|\bis\b/.test(text) ? true : undefined;
  }
  return true;
}

/** More than the key itself: something that was looked up, asked or compared. */
function isAboutOthers(condition: SyntaxNode, keys: readonly string[]): boolean {
  const text = condition.text.replace(/^not\s+/, "");
  return (
    !keys.includes(text) &&
    !(
      condition.type === "comparison_operator" &&
      /^\w+ (is|==) (None|""|'')$/.test(text) &&
      keys.includes(text.split(" ")[0] ?? "")
    )
  );
}

/** What the call's arguments are about. */
export function keysOf(call: SyntaxNode): readonly string[] {
  return argumentNodes(call).flatMap((argument) => {
    const value = argument.type === "keyword_argument" ? argument.field("value") : argument;
    return value && /^(identifier|attribute)$/.test(value.type) ? [value.text.split(".")[0] ?? value.text] : [];
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
