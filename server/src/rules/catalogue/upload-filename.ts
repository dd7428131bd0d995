// Flags the name that a client gave to an upload inside the path under which it is stored.

import { argumentsOf, methodCall } from "../../python/call.ts";
import { fileSink, isPath } from "../../python/file-sinks.ts";
import { calleeName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { descendants, enclosingFunction, indentOf, lineEnd, statementOf } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { clientNameIn, isClientName, nameParameters } from "../../python/uploads.ts";
import { insertImport } from "../insert-import.ts";
import { type Fix, fileRule, option } from "../rule.ts";
import { isMadeUnique } from "../unique-text.ts";

export const uploadFilename = fileRule({
  id: "upload-filename",
  scope: "file",
  summary: "The client's file name inside the path under which an upload is stored.",
  why: "Two clients can send the same name, and a name such as `../../app.py` can leave the folder. The suffix alone, a name behind a unique identifier, names in the database, in headers and in log messages are left alone.",
  severity: "warning",
  fix: "unsafe",
  options: {
    prefixAllowed: option.boolean(true, "Whether the client's name may stand behind a unique identifier."),
  },
  mentions: ["filename"],
  manner: ["prefixAllowed"],
  answers: [
    "Store uploads under unique identifiers.",
    "Never use the original filename of an upload as its path.",
    "Save uploaded files under a generated unique name.",
    "Never trust the name of an uploaded file.",
    "Store each upload under a UUID.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(store|save|keep|write|name|rename) ... (file|upload|uploaded file|attachment) ... (unique|uuid|random|generated) (identifier|id|name|filename|file name|uuid)?",
        "(unique|uuid|random|generated) ... (filename|file name|name|identifier|id) & (upload|uploaded|attachment)",
        "(store|save|keep|write) ... (under|as|by|with) (uuid|unique identifier|unique id|random name|generated name) & (upload|uploaded|attachment|filename|file name)",
        "(sanitize|sanitise|replace|randomize|randomise) ... (upload|uploaded|client|original) ... (filename|file name)",
      ],
      unless: ["constraint", "column", "primary key", "log file", "test file"],
    },
    {
      stance: "avoid",
      says: [
        "(original|client|user supplied|user provided|client supplied|uploaded) ... (filename|file name) & !log",
        "(original|client|user supplied|user provided) name & (upload|uploaded|uploaded file|attachment)",
        "(trust|use) ... (filename|file name|name) ... (uploaded file|upload|client)",
        "(trust|use) ... (`filename`|`*.filename`|upload filename|filename of upload)",
      ],
      unless: ["log", "database"],
      // "Never use it" leaves no room for it, unless the team's own code shows otherwise.
      options: ({ good, shown, guideExamples }) =>
        [...good, ...shown, ...guideExamples].some(({ code }) => /uuid\w*\(.*\}[-_.]?\{\w+\.filename/.test(code))
          ? {}
          : { prefixAllowed: false },
    },
  ],
  examples: [
    {
      bad: 'from pathlib import Path\n\nfrom fastapi import UploadFile\n\nMEDIA = Path("/srv/media")\n\n\nasync def keep(photo: UploadFile) -> Path:\n    return MEDIA / photo.filename\n',
      good: 'import uuid\nfrom pathlib import Path\n\nfrom fastapi import UploadFile\n\nMEDIA = Path("/srv/media")\n\n\nasync def keep(photo: UploadFile) -> Path:\n    return MEDIA / f"{uuid.uuid4()}{Path(photo.filename).suffix}"\n',
    },
  ],
  *check(file, { prefixAllowed }) {
    const seen = new Set<string>();
    const places = [...pathPlaces(file)].toSorted((a, b) => a.start - b.start);
    for (const place of places) {
      const name = nameIn(file, place);
      const isUnique = () => isMadeUnique(file, place, (part) => nameIn(file, part) !== undefined);
      if (name === undefined || (prefixAllowed && isUnique())) continue;
      // A path that a function builds twice is one flaw, and two names of its own would be two files.
      const key = `${enclosingFunction(place)?.start ?? -1} ${name.text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const isAgain = (other: SyntaxNode) =>
        other !== place &&
        enclosingFunction(other) === enclosingFunction(place) &&
        file.lines.position(other.start).line !== file.lines.position(place.start).line &&
        nameIn(file, other)?.text === name.text;
      const again = places.filter(isAgain);
      const fix = again.length > 0 ? sharedFix(file, [place, ...again]) : fixOf(file, place);
      yield {
        span: place,
        message: `The client's own file name${name.type === "attribute" ? ` \`${name.text}\`` : ""} becomes a part of the path here, so one upload can overwrite another or leave the folder; store it under a name of your own.`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});

function nameIn(file: PythonFile, node: SyntaxNode): SyntaxNode | undefined {
  return clientNameIn(file, node, { isSourceParameter: nameParameters(file) });
}

/** The expressions in which a name becomes a part of a path, each path once, at its innermost place. */
function* pathPlaces(file: PythonFile): Generator<SyntaxNode> {
  const joined = (operator: SyntaxNode) => operator.field("operator")?.text === "/";
  for (const operator of file.nodes("binary_operator")) {
    const [left, right] = [operator.field("left"), operator.field("right")];
    if (!joined(operator) || left === undefined || right === undefined) continue;
    // A text to the right of `/` can only be joined to a path.
    if (nameIn(file, right) !== undefined && !isNumber(file, left)) yield operator;
  }
  for (const call of file.nodes("call")) {
    const { positional, keywords } = argumentsOf(call);
    const name = calleeName(file, call);
    const target = methodCall(call);
    const all = [...positional, ...keywords.values()];
    if (name === "os.path.join" || (/^pathlib\.(Pure)?Path$/.test(name) && positional.length > 1)) {
      if (positional.slice(1).some((one) => nameIn(file, one))) yield call;
    } else if (target && /^(joinpath|with_name)$/.test(target.method) && isPathLike(file, target.receiver)) {
      if (positional.some((one) => nameIn(file, one))) yield call;
    } else if (isBucket(file, call)) {
      for (const one of all) if (nameIn(file, one)) yield* textsOf(file, one);
    } else {
      for (const path of fileSink(file, call)?.paths ?? []) if (nameIn(file, path)) yield* textsOf(file, path);
    }
  }
}

function isPathLike(file: PythonFile, node: SyntaxNode): boolean {
  return isPath(file, node) || file.typeOf(node) === undefined;
}

function isNumber(file: PythonFile, node: SyntaxNode): boolean {
  return file.isInstance(node, "builtins.int", "builtins.float");
}

const storage = /^(upload_fileobj|upload_file|put_object|fput_object|upload_blob)$/;

/** Object stores, whose keys are paths. */
function isBucket(file: PythonFile, call: SyntaxNode): boolean {
  const target = methodCall(call);
  if (target === undefined || !storage.test(target.method)) return false;
  return /^(botocore|boto3|aioboto3|minio|google\.cloud\.storage)\b/.test(file.typeOf(target.receiver) ?? "");
}

/** The text that builds the path: where it is put into a local first, the text there. */
function textsOf(file: PythonFile, path: SyntaxNode): readonly SyntaxNode[] {
  if (path.type !== "identifier") return isJoin(file, path) ? [] : [path];
  const binding = file.scopes.bindingOf(path);
  const values = (binding?.places ?? [])
    .filter(({ kind, isPart }) => kind === "assignment" && !isPart)
    .flatMap(({ value }) => value ?? [])
    .filter((value) => nameIn(file, value) !== undefined);
  if (values.length === 0) return binding?.places.some(({ kind }) => kind === "parameter") ? [] : [path];
  return values.filter((value) => !isJoin(file, value)).flatMap((value) => textsOf(file, pathArgument(file, value)));
}

/** `Path(text)` stands where its text stands. */
function pathArgument(file: PythonFile, value: SyntaxNode): SyntaxNode {
  const inner = /^(pathlib\.(Pure)?Path|str)$/.test(calleeName(file, value)) && argumentsOf(value).positional;
  return inner && inner.length === 1 && inner[0] ? inner[0] : value;
}

/** Found as a join already. */
function isJoin(file: PythonFile, node: SyntaxNode): boolean {
  return [...descendants(node)].some(
    (one) =>
      (one.type === "binary_operator" && one.field("operator")?.text === "/") ||
      (one.type === "call" &&
        (calleeName(file, one) === "os.path.join" || /^(joinpath|with_name)$/.test(methodCall(one)?.method ?? ""))),
  );
}

/** Several places that build the same path share one name, made above the first of them. */
function sharedFix(file: PythonFile, places: readonly SyntaxNode[]): Fix | undefined {
  const parts = places.map((place) => fixOf(file, place));
  const [first, ...others] = parts.map((fix) => fix?.edits[0]);
  const above = statementAround(places);
  if (first === undefined || above === undefined || others.some((one) => one?.text !== first.text)) return undefined;
  const named = [...descendants(above)].filter(
    ({ type, start }) => type === "identifier" && first.span.start <= start && start < first.span.end,
  );
  const isMadeWithin = named.some((one) =>
    file.scopes.bindingOf(one)?.places.some(({ name }) => above.start <= name.start && name.end <= above.end),
  );
  if (isMadeWithin) return undefined;
  if (!first.text.startsWith('f"') || file.scopes.lookUp("stored_name", file.scopes.scopeOf(above)) !== undefined)
    return undefined;
  const made = `stored_name = ${first.text}${lineEnd(file)}${indentOf(file, above)}`;
  return {
    title: "Store it under a unique name with the same suffix; look at who relies on the name",
    safe: false,
    edits: [
      { span: { start: above.start, end: above.start }, text: made },
      ...parts.flatMap((fix) => fix?.edits.slice(0, 1) ?? []).map((edit) => ({ ...edit, text: "stored_name" })),
      ...(parts[0]?.edits.slice(1) ?? []),
    ],
  };
}

/** The statement that holds the first of them, in the innermost block that holds them all. */
function statementAround(places: readonly SyntaxNode[]): SyntaxNode | undefined {
  const [first] = places;
  let above = first && statementOf(first);
  while (above?.parent?.parent !== undefined) {
    const block = above.parent;
    if (places.every(({ start, end }) => block.start <= start && end <= block.end)) return above;
    above = statementOf(block.parent ?? block);
  }
  return undefined;
}

/** Where the client's name itself is written into the path, a unique name with its suffix takes its place. */
function fixOf(file: PythonFile, place: SyntaxNode): Fix | undefined {
  const direct = [...descendants(place)].filter(
    (node) => isClientName(file, node) || (node.type === "identifier" && nameIn(file, node) !== undefined),
  );
  const [only] = direct;
  if (only === undefined || direct.length > 1) return undefined;
  // `file.filename or "upload"`
  const given = only.parent?.type === "boolean_operator" ? only.parent : only;
  // `Path(file.filename).name` is still the client's own.
  const around = given.parent?.parent;
  const name = around?.type === "call" && calleeName(file, around) === "pathlib.Path" ? around.parent : undefined;
  const whole = name?.type === "attribute" && name.field("attribute")?.text === "name" ? name : given;
  const { parent } = whole;
  const isWhole =
    parent?.type === "binary_operator" ||
    (parent?.type === "argument_list" && isJoin(file, place) && parent.parent === place);
  const isInText = whole === only && parent?.type === "interpolation" && parent.parent?.text.startsWith("f") === true;
  if (!isWhole && !isInText) return undefined;
  const uuid = insertImport(file, "uuid", undefined, undefined, { at: whole });
  const path = insertImport(file, "pathlib", "Path", undefined, { at: whole });
  if (isInText && parent?.parent?.text.includes('"""')) return undefined;
  const suffix = `${path.name}(${only.text}${given === only ? "" : " or ''"}).suffix`;
  const text = isInText ? `${uuid.name}.uuid4()}{${suffix}` : `f"{${uuid.name}.uuid4()}{${suffix}}"`;
  return {
    title: "Store it under a unique name with the same suffix; look at who relies on the name",
    safe: false,
    edits: [{ span: { start: whole.start, end: whole.end }, text }, ...uuid.edits, ...path.edits],
  };
}
