// Looks at the first bytes of an upload right behind the test of its suffix, for formats that begin with a signature.

import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { descendants, enclosingFunction, indentOf, lineEnd, statements } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { isClientName } from "../python/uploads.ts";
import type { Fix } from "./rule.ts";

/** `test` is the comparison; undefined where what it refuses, the upload or the formats are in doubt. */
export function signatureFix(file: PythonFile, test: SyntaxNode): Fix | undefined {
  const around = enclosingFunction(test);
  const branch = branchOf(test);
  const [refusal, ...more] = statements(branch?.field("consequence"));
  const isRefusal = refusal !== undefined && more.length === 0 && /^(raise|return)_statement$/.test(refusal.type);
  if (
    !around ||
    !branch ||
    branch.field("alternative") ||
    !isRefusal ||
    !/\bnot\b/.test(branch.field("condition")?.text ?? "")
  )
    return undefined;
  const uploads = new Set(
    [...descendants(around)].flatMap((one) => (isClientName(file, one) ? [one.field("object")?.text ?? ""] : [])),
  );
  const [upload] = uploads;
  const known = endingsOf(file, test).map((one) => signatures[one.replace(/^\./, "").toLowerCase()]);
  const isFree = file.scopes.lookUp("head", file.scopes.scopeOf(branch)) === undefined;
  if (upload === undefined || uploads.size > 1 || known.length === 0 || known.includes(undefined) || !isFree)
    return undefined;
  const found = [...new Set(known.flat())];
  const isAsync = around.children[0]?.type === "async";
  const own = isAsync ? upload : `${upload}.file`;
  const wait = isAsync ? "await " : "";
  const end = lineEnd(file);
  const indent = indentOf(file, branch);
  const step = indentOf(file, refusal).slice(indent.length);
  const lines = [
    `head = ${wait}${own}.read(16)`,
    `${wait}${own}.seek(0)`,
    `if not head.startswith(${found.length === 1 ? found[0] : `(${found.join(", ")})`}):`,
    `${step}${refusal.text}`,
  ];
  const at = file.lines.lineSpan(file.lines.position(branch.end).line).end;
  return {
    title: "Look at its first bytes too; look whether these are all formats that are taken",
    safe: false,
    edits: [{ span: { start: at, end: at }, text: lines.map((line) => `${end}${indent}${line}`).join("") }],
  };
}

function branchOf(test: SyntaxNode): SyntaxNode | undefined {
  let at = test.parent;
  while (at && /^(not_operator|parenthesized_expression|boolean_operator)$/.test(at.type)) at = at.parent;
  return at?.type === "if_statement" ? at : undefined;
}

/** The suffixes that the test lists, in place or in a constant of the module. */
function endingsOf(file: PythonFile, test: SyntaxNode): readonly string[] {
  const textsIn = (node: SyntaxNode) =>
    [...descendants(node)].flatMap((one) => {
      const text = one.type === "string" ? stringValue(one) : undefined;
      return text !== undefined && /^\.?[a-z0-9]{1,5}$/i.test(text) && !/^\.$/.test(text) ? [text] : [];
    });
  const constants = [...descendants(test)].flatMap((one) => {
    const binding = one.type === "identifier" ? file.scopes.bindingOf(one) : undefined;
    const [place, ...others] = binding?.scope.kind === "module" ? binding.places : [];
    return place?.kind === "assignment" && others.length === 0 && place.value ? textsIn(place.value) : [];
  });
  return [...textsIn(test), ...constants];
}

const zip = [String.raw`b"PK\x03\x04"`];
const jpeg = [String.raw`b"\xff\xd8\xff"`];
const tiff = [String.raw`b"II*\x00"`, String.raw`b"MM\x00*"`];
/** How files of a suffix begin. */
const signatures: Readonly<Record<string, readonly string[]>> = {
  png: [String.raw`b"\x89PNG\r\n\x1a\n"`],
  gif: ['b"GIF8"'],
  jpg: jpeg,
  jpeg,
  bmp: ['b"BM"'],
  tif: tiff,
  tiff,
  webp: ['b"RIFF"'],
  wav: ['b"RIFF"'],
  pdf: ['b"%PDF-"'],
  zip,
  docx: zip,
  xlsx: zip,
  pptx: zip,
  odt: zip,
  ods: zip,
  gz: [String.raw`b"\x1f\x8b"`],
  ogg: ['b"OggS"'],
  flac: ['b"fLaC"'],
};
