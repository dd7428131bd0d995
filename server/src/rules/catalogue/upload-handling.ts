// Flags uploads that are taken as bytes or as base64 text instead of as an UploadFile.

import { functionsIn } from "../../models/code/functions.ts";
import type { Expr, FunctionCode, Param } from "../../models/code/syntax.ts";
import { walkCode, walkExpression } from "../../models/code/walk.ts";
import type { Program } from "../../models/program.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { insertImport } from "../insert-import.ts";
import { fileRule } from "../rule.ts";

const FILE = /^fastapi(\.\w+)*\.File$/;
const BODY = /^fastapi(\.\w+)*\.(Body|Form)$/;
const DECODE =
  /^(base64|binascii|pybase64)\.(b64decode|urlsafe_b64decode|standard_b64decode|decodebytes|a2b_base64|b64decode_as_bytearray)$/;
const BASE64 = /^pydantic(\.\w+)*\.(Base64(Url)?(Bytes|Str)|Base64Encoder)$/;

export const uploadHandling = fileRule({
  id: "upload-handling",
  scope: "workspace",
  summary: "An upload taken as `bytes` or base64 text.",
  why: "Bytes and base64 hold the whole file in memory before the route begins, base64 a third more. UploadFile spools to disk and can be read in parts. Raw bodies that are no upload, and base64 of other things (cookies, headers, stored values), are left alone.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  mentions: ["bytes", "ase64"],
  answers: [
    "Take uploads as `UploadFile`.",
    "Use UploadFile for file uploads.",
    "Handle files with FastAPI's UploadFile.",
    "Never accept uploads as base64 strings.",
  ],
  means: [
    {
      stance: "want",
      says: ["(`UploadFile`|uploadfile|upload file class)", "`UploadFile*`"],
      unless: ["magic number", "unique", "chunk", "stream"],
    },
    {
      stance: "avoid",
      says: [
        "(`bytes`|bytes|base64|base 64) ... (upload|file upload|body|parameter)",
        "(upload|file) ... (`bytes`|bytes|base64|base 64)",
      ],
      unless: ["magic", "first byte", "log"],
    },
  ],
  examples: [
    {
      bad: "from fastapi import FastAPI, File\n\napp = FastAPI()\n\n\n@app.post('/photos')\nasync def add(photo: bytes = File()) -> None:\n    print('added')\n",
      good: "from fastapi import FastAPI, File, UploadFile\n\napp = FastAPI()\n\n\n@app.post('/photos')\nasync def add(photo: UploadFile = File()) -> None:\n    print('added')\n",
    },
  ],
  *check(file, _options, { workspace }) {
    const { facts } = workspace;
    const { program } = facts;
    const module = program.module(file.path);
    if (!module) return;
    for (const { code } of functionsIn(module.code.body)) {
      for (const param of code.params) {
        const bytes = bytesParameter(program, file.path, param);
        if (bytes === undefined) continue;
        const { name, edits } = insertImport(file, "fastapi", "UploadFile", workspace);
        yield {
          span: bytes,
          message: `\`${param.name}\` holds the whole upload in memory before the function begins; take it as an \`UploadFile\`.`,
          fix: {
            title: "Take an UploadFile; read its bytes where they are used",
            safe: false,
            edits: [{ span: { start: bytes.start, end: bytes.end }, text: name }, ...edits],
          },
        };
      }
    }
    const seen = new Set<number>();
    for (const route of facts.routes(file.path).routes) {
      const code = route.function;
      if (route.functionPath !== file.path || seen.has(code.start) || route.methods.every((one) => one === "GET"))
        continue;
      seen.add(code.start);
      for (const call of decoded(program, file, code)) {
        yield {
          span: call,
          message:
            "This upload comes as base64 text, which holds all of it in memory, and a third more; take it as an `UploadFile`.",
        };
      }
    }
    for (const owner of module.classes.values()) {
      for (const { annotation } of owner.attributes.values()) {
        const part =
          annotation && [...walkExpression(annotation)].find((one) => BASE64.test(external(program, file.path, one)));
        if (part && isBody(file, owner.code.name))
          yield {
            span: part,
            message:
              "This field takes an upload as base64 text, which holds all of it in memory, and a third more; take it as an `UploadFile`.",
          };
      }
    }
  },
});

function external(program: Program, path: string, expr: Expr): string {
  const meant = program.expression(path, expr);
  return meant?.kind === "external" ? meant.name : "";
}

/** The `bytes` of `x: bytes = File()`, `x: Annotated[bytes, File()]`, `x: list[bytes] = File()`. */
function bytesParameter(program: Program, path: string, { annotation, fallback }: Param): Expr | undefined {
  if (!annotation) return undefined;
  const meant = annotation.kind === "name" ? program.expression(path, annotation) : undefined;
  const isAlias = meant?.kind === "value" && meant.value.value !== undefined;
  const whole = isAlias && meant.value.value ? meant.value.value : annotation;
  const isUpload = [fallback, ...walkExpression(whole)].some(
    (one) => one?.kind === "call" && FILE.test(external(program, isAlias ? meant.path : path, one.callee)),
  );
  if (!isUpload) return undefined;
  const bytes = [...walkExpression(whole)].find((one) => one.kind === "name" && one.name === "bytes");
  return bytes && (isAlias ? annotation : bytes);
}

/** Calls that decode what came in the body: a field of a model, a text of the form. */
function* decoded(program: Program, file: PythonFile, code: FunctionCode): Generator<Expr> {
  const bodies = new Set(code.params.filter((param) => comesInBody(program, file.path, param)).map(({ name }) => name));
  // `raw = payload.content` comes in the body too.
  for (const statement of code.body) {
    if (statement.kind !== "assign" || statement.target.kind !== "name" || !statement.value) continue;
    const parts = [...walkExpression(statement.value)];
    if (
      parts.some((one) => one.kind === "name" && bodies.has(one.name)) &&
      !parts.some((one) => one.kind === "call" && DECODE.test(external(program, file.path, one.callee)))
    )
      bodies.add(statement.target.name);
  }
  for (const call of walkCode(code.body)) {
    if (call.kind !== "call" || !DECODE.test(external(program, file.path, call.callee))) continue;
    const parts = call.args.flatMap(({ value }) => [...walkExpression(value)]);
    if (parts.some((one) => one.kind === "name" && bodies.has(one.name))) yield call;
  }
}

function comesInBody(program: Program, path: string, { annotation, fallback }: Param): boolean {
  const marks = [fallback, ...(annotation ? walkExpression(annotation) : [])];
  const calls = marks.filter((one) => one?.kind === "call");
  if (calls.some((one) => one?.kind === "call" && BODY.test(external(program, path, one.callee)))) return true;
  if (calls.length > 0 || !annotation) return false;
  const meant = program.expression(
    path,
    annotation.kind === "subscript" ? (annotation.index[0] ?? annotation) : annotation,
  );
  if (meant?.kind === "class")
    return program.externalBases(meant.class).some((base) => /\.(BaseModel|SQLModel)$/.test(base));
  const name = annotation.kind === "subscript" ? annotation.of : annotation;
  return name.kind === "name" && /^[dD]ict$/.test(name.name);
}

/** The model is what some route takes. */
function isBody(file: PythonFile, name: string): boolean {
  return file
    .nodes("typed_parameter", "typed_default_parameter")
    .some((parameter) => new RegExp(`\\b${name}\\b`).test(parameter.field("type")?.text ?? ""));
}
