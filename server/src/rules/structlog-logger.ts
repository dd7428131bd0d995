// The standard library's loggers that a team of structlog's wants none of, and how one of structlog's takes their place.

import { argumentsOf } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { insertImport } from "./insert-import.ts";
import { removeImport } from "./remove-import.ts";
import type { FixEdit } from "./rule.ts";

const LOGS = /^(debug|info|warning|warn|error|exception|critical|fatal|log)$/;

/** Calls of `logging.getLogger`, but where logging itself is set up. */
export function* standardLoggers(file: PythonFile): Generator<SyntaxNode> {
  if (/\bstructlog\.(stdlib\.)?configure\w*\(|\bdictConfig\(/.test(file.text)) return;
  const setsUp = /\bbasicConfig\(|\.addHandler\(/.test(file.text);
  for (const call of file.nodes("call")) {
    if (calleeName(file, call) !== "logging.getLogger" || isSetUp(call)) continue;
    // One of the module's own is no part of setting others up.
    if (!setsUp || argumentsOf(call).positional[0]?.text === "__name__") yield call;
  }
}

/** `logging.getLogger("uvicorn").setLevel(…)` sets up the logger of somebody else, and logs nothing. */
function isSetUp(call: SyntaxNode): boolean {
  const method = call.parent?.type === "attribute" ? call.parent.field("attribute")?.text : undefined;
  return method !== undefined && !LOGS.test(method);
}

/** Only records are made with the logger, which structlog's has methods for; `logger.setLevel` is another matter. */
export function onlyLogs(file: PythonFile, call: SyntaxNode): boolean {
  const name = call.parent?.type === "assignment" ? call.parent.field("left") : undefined;
  const references = name?.type === "identifier" ? (file.scopes.bindingOf(name)?.references ?? []) : [];
  return references.every((one) => {
    const method = one.parent?.type === "attribute" && one.parent.field("object") === one ? one.parent : undefined;
    return method === undefined || LOGS.test(method.field("attribute")?.text ?? "");
  });
}

export function structlogEdits(file: PythonFile, call: SyntaxNode): readonly FixEdit[] {
  const inserted = insertImport(file, "structlog");
  const made = { span: { start: call.start, end: call.end }, text: `${inserted.name}.get_logger()` };
  const removal = idleImport(file, call);
  if (removal === undefined) return [made, ...inserted.edits];
  const meets = inserted.edits.find(({ span }) => span.start > removal.span.start && span.start < removal.span.end);
  if (meets === undefined) return [made, ...inserted.edits, removal];
  // Where the one import would go into what the other leaves empty, it takes its place.
  const gone = file.text.slice(removal.span.start, removal.span.end);
  const text = meets.text.trim() + gone.slice(gone.trimEnd().length);
  return [made, { ...meets, span: removal.span, text }];
}

/** Takes `import logging` away where this call was all that used it. */
function idleImport(file: PythonFile, call: SyntaxNode): FixEdit | undefined {
  const callee = call.field("function");
  const head = callee?.type === "attribute" ? callee.field("object") : callee;
  const binding = head?.type === "identifier" ? file.scopes.bindingOf(head) : undefined;
  const [place] = binding?.places ?? [];
  if (binding?.places.length !== 1 || binding.references.length !== 1 || place?.kind !== "import") return undefined;
  const item = place.node.fields("name").find((one) => one.start <= place.name.start && place.name.end <= one.end);
  return item && removeImport(file, place.node, item);
}

/** The one call of this file that makes the logger which an expression stands for. */
export function madeByStandard(file: PythonFile, receiver: SyntaxNode): SyntaxNode | undefined {
  const makers = [...standardLoggers(file)].filter((call) => {
    const assignment = call.parent?.type === "assignment" ? call.parent : undefined;
    const left = assignment?.field("left");
    if (left === undefined || left.text !== receiver.text) return false;
    return left.type === "attribute" || file.scopes.bindingOf(left) === file.scopes.bindingOf(receiver);
  });
  const [only] = makers;
  return only !== undefined && makers.length === 1 && onlyLogs(file, only) ? only : undefined;
}
