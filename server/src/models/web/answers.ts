// What a route answers with: a model, loose data, a ready response, or nothing.

import { flatStatements } from "../code/statements.ts";
import type { Expr, FunctionCode, Stmt } from "../code/syntax.ts";
import type { Program } from "../program.ts";
import { keyword } from "./keyword.ts";
import type { RouteMap } from "./route-map.ts";
import type { Route } from "./routes.ts";

export type AnswerKind =
  /** A declared model, or a type that nothing is known about. */
  | "model"
  /** JSON of no declared shape. */
  | "data"
  /** A ready response: a stream, a file, a redirect, HTML, or one put together by hand. */
  | "response"
  /** No body. */
  | "nothing";

export interface Answer {
  readonly kind: AnswerKind;
  /** The type that says so, and the file that it stands in. */
  readonly type: Expr | undefined;
  readonly path: string;
}

const RESPONSE =
  /^(fastapi|starlette|sse_starlette|scalar_fastapi)\b.*(\.\w*Response|\.get_(swagger_ui|redoc|scalar)\w*)$/;
const JSON_RESPONSE = /(^|\.)(OR|U|)JSONResponse$/;
const PAGES = /^(?!(Streaming|EventSource|(OR|U)?JSON)?Response$)\w+Response$/;
const LOOSE =
  /^(builtins\.)?(dict|list|tuple|set|object)$|^typing\.(Any|Dict|List|Tuple|Mapping|MutableMapping|Sequence|Iterable|Set)$|^collections\.abc\.(Mapping|MutableMapping|Sequence|Iterable)$/;
const NO_BODY =
  /^(204|205|304|30[1278]|HTTP_(204|205|304|30[1278])_\w+|NO_CONTENT|RESET_CONTENT|NOT_MODIFIED|FOUND|SEE_OTHER)$/;

export function answerOf(facts: { program: Program; routeMap: RouteMap }, route: Route): Answer {
  const { program } = facts;
  const { path, functionPath, function: code, decorator, methods } = route;
  const none: Answer = { kind: "nothing", type: undefined, path };
  if (methods.every((method) => method === "WEBSOCKET" || method === "HEAD" || method === "OPTIONS")) return none;
  const { args } = decorator;
  if (isNoBody(keyword(args, "status_code"))) return none;
  const page = otherThanJson(facts, route);
  if (page) return { kind: "response", type: page, path };
  const model = keyword(args, "response_model");
  if (model) {
    const isOff = model.kind === "literal" && model.value === null;
    return { kind: isOff ? "response" : "model", type: model, path };
  }
  if (code.returns)
    return { kind: kindOfType(program, functionPath, code.returns), type: code.returns, path: functionPath };
  const kind = kindOfReturns(program, route);
  return { kind, type: kind === "response" ? madeResponse(route) : undefined, path: functionPath };
}

/** HTML, a file or a redirect: what a browser opens, not what a program asks for. */
export function isPage({ kind, type }: Answer): boolean {
  return kind === "response" && type !== undefined && PAGES.test(lastName(type));
}

/** `FileResponse` of a function that returns nothing else, but for a bare refusal such as `Response(status_code=404)`. */
function madeResponse({ function: code }: Route): Expr | undefined {
  const all = flatStatements(code.body);
  const calls = all.flatMap((one) => {
    if (one.kind !== "return" || !one.value) return [];
    const { value } = one;
    if (value.kind !== "name") return value.kind === "call" ? [value] : [];
    return all.flatMap((other) =>
      other.kind === "assign" &&
      other.target.kind === "name" &&
      other.target.name === value.name &&
      other.value?.kind === "call"
        ? [other.value]
        : [],
    );
  });
  const answers = calls.filter(({ args }) => !isRefusal(keyword(args, "status_code")));
  const made = (answers.length > 0 ? answers : calls).map(({ callee }) => callee);
  const isOne = new Set(made.map(lastName)).size === 1 || made.every((callee) => PAGES.test(lastName(callee)));
  return isOne ? made[0] : undefined;
}

/** A status of 400 or above. */
function isRefusal(status: Expr | undefined): boolean {
  return status?.kind === "literal" && Number(status.value) >= 400;
}

/** The class of pages, texts or files in which it answers, of its own or of what lies above it. */
function otherThanJson(
  { program, routeMap }: { program: Program; routeMap: RouteMap },
  route: Route,
): Expr | undefined {
  const own = keyword(route.decorator.args, "response_class");
  if (own) return isJson(program, route.path, own) ? undefined : own;
  const ways = routeMap.reached(route)?.ways ?? [];
  const above = ways.length > 0 ? ways.map(({ given }) => given) : [[route.router]];
  const defaults = above.map((given) => {
    const nearest = given.find(({ args }) => keyword(args, "default_response_class"));
    const type = nearest && keyword(nearest.args, "default_response_class");
    return nearest && type && !isJson(program, nearest.path, type) ? type : undefined;
  });
  return defaults.every((type) => type !== undefined) ? defaults[0] : undefined;
}

/** A class that nothing is known about may answer with anything. */
function isJson(program: Program, path: string, type: Expr): boolean {
  const meant = program.expression(path, type);
  if (meant?.kind === "class") return program.externalBases(meant.class).some((base) => JSON_RESPONSE.test(base));
  return JSON_RESPONSE.test(meant?.kind === "external" ? meant.name : lastName(type));
}

function isNoBody(status: Expr | undefined): boolean {
  if (!status) return false;
  if (status.kind === "literal") return NO_BODY.test(String(status.value));
  return NO_BODY.test(lastName(status));
}

/** "StreamingResponse" of `responses.StreamingResponse`. */
export function lastName(expr: Expr): string {
  return expr.kind === "name" || expr.kind === "attribute"
    ? expr.name
    : expr.kind === "call"
      ? lastName(expr.callee)
      : "";
}

export function kindOfType(program: Program, path: string, type: Expr, depth = 0): AnswerKind {
  if (depth > 5) return "model";
  if (type.kind === "literal") return type.value === null ? "nothing" : "model";
  if (type.kind === "binary" && type.op === "|")
    return combined([type.left, type.right].map((part) => kindOfType(program, path, part, depth + 1)));
  if (type.kind === "subscript") {
    const outer = typeName(program, path, type.of);
    if (/^typing(_extensions)?\.(Annotated|Optional)$/.test(outer))
      return type.index[0] ? kindOfType(program, path, type.index[0], depth + 1) : "model";
    if (/^typing\.Union$/.test(outer))
      return combined(type.index.map((part) => kindOfType(program, path, part, depth + 1)));
    if (/^(dict|typing\.(Dict|Mapping|MutableMapping)|collections\.abc\.(Mapping|MutableMapping))$/.test(outer)) {
      const [keys] = type.index;
      const values = type.index.at(-1);
      // Keys that are numbers or identifiers are no fields, which a model could name.
      const isTable = keys !== values && keys !== undefined && isOfKeys(program, path, keys);
      const isShaped = isTable || (values !== undefined && isDeclared(program, path, values));
      return values && isShaped && kindOfType(program, path, values, depth + 1) === "model" ? "model" : "data";
    }
    if (LOOSE.test(outer)) {
      const item = type.index[0];
      return item ? kindOfType(program, path, item, depth + 1) : "model";
    }
    return "model";
  }
  const meant = program.expression(path, type);
  if (meant?.kind === "value") {
    const stands = standsFor(meant.value.value);
    return stands ? kindOfType(program, meant.path, stands, depth + 1) : "model";
  }
  if (meant?.kind === "class")
    return program.externalBases(meant.class).some((name) => RESPONSE.test(name)) ? "response" : "model";
  const name = typeName(program, path, type);
  if (RESPONSE.test(name)) return "response";
  return LOOSE.test(name) ? "data" : "model";
}

/** A type by another name, or what a `TypeVar` is bound to. */
function standsFor(value: Expr | undefined): Expr | undefined {
  const isVariable = value?.kind === "call" && lastName(value.callee) === "TypeVar";
  return isVariable ? keyword(value.args, "bound") : value;
}

/** `int`, `UUID` or a date, and not `str`, under which the names of fields may stand. */
function isOfKeys(program: Program, path: string, type: Expr): boolean {
  return /^(int|uuid\.UUID|datetime\.(date|datetime)|decimal\.Decimal)$/.test(typeName(program, path, type));
}

/** A class of the workspace or from outside, not a builtin such as `str`. */
function isDeclared(program: Program, path: string, type: Expr): boolean {
  if (type.kind === "subscript") return type.index.some((part) => isDeclared(program, path, part));
  if (type.kind === "binary") return isDeclared(program, path, type.left) || isDeclared(program, path, type.right);
  const meant = program.expression(path, type);
  return (
    meant !== undefined && !(meant.kind === "external" && /^(typing|builtins|datetime|uuid|decimal)\b/.test(meant.name))
  );
}

function combined(kinds: readonly AnswerKind[]): AnswerKind {
  for (const kind of ["model", "data", "response"] as const) if (kinds.includes(kind)) return kind;
  return "nothing";
}

/** The dotted name of a type from outside; a builtin by its own name. */
function typeName(program: Program, path: string, type: Expr): string {
  const meant = program.expression(path, type);
  if (meant?.kind === "external") return meant.name;
  return meant === undefined && type.kind === "name" ? type.name : "";
}

/** Without an annotation, what the function returns. */
function kindOfReturns(program: Program, route: Route): AnswerKind {
  if (route.function.isGenerator) return "response";
  const statements = flatStatements(route.function.body);
  const values = statements.flatMap((one) => (one.kind === "return" && one.value ? [one.value] : []));
  if (values.length === 0) return "nothing";
  const kinds = values.map((value) =>
    isAnsweredElsewhere(program, route, value)
      ? "response"
      : kindOfValue(program, route.functionPath, value, route.function, 0),
  );
  if (kinds.includes("data")) return "data";
  return kinds.every((kind) => kind === "nothing") ? "nothing" : "response";
}

/** `adapter.handle(request)`: what a foreign handler is given the whole request for may be any answer. */
function isAnsweredElsewhere(program: Program, { functionPath, function: code }: Route, value: Expr): boolean {
  const call = value.kind === "await" ? value.of : value;
  if (call.kind !== "call" || program.expression(functionPath, call.callee)?.kind === "function") return false;
  const requests = code.params.filter(
    ({ annotation }) => annotation && /(^|\.)Request$/.test(typeName(program, functionPath, annotation)),
  );
  return call.args.some(
    ({ value: given }) => given.kind === "name" && requests.some(({ name }) => name === given.name),
  );
}

function kindOfValue(program: Program, path: string, value: Expr, code: FunctionCode, depth: number): AnswerKind {
  if (depth > 4) return "data";
  const inner = (part: Expr): AnswerKind => kindOfValue(program, path, part, code, depth + 1);
  if (value.kind === "await") return inner(value.of);
  if (value.kind === "literal") return value.value === null ? "nothing" : "data";
  if (value.kind === "conditional") return combined([inner(value.then), inner(value.otherwise)]);
  if (value.kind === "name") {
    if (isAnnotated(program, path, value.name, code)) return "response";
    const assigned = assignedTo(value.name, code);
    return assigned.length > 0 && assigned.every((one) => inner(one) === "response") ? "response" : "data";
  }
  if (value.kind !== "call") return "data";
  const meant = program.expression(path, value.callee);
  if (meant?.kind === "external" && RESPONSE.test(meant.name)) return "response";
  if (meant?.kind === "class" && kindOfType(program, path, value.callee) === "response") return "response";
  const called =
    meant?.kind === "function" ? { path: meant.path, function: meant.function } : methodOf(program, path, value, code);
  if (called) return kindOfCall(program, called.path, called.function, depth);
  // `templates.TemplateResponse(…)`
  return lastName(value.callee).endsWith("Response") ? "response" : "data";
}

/** `pages.render()` where `pages` is a parameter of a class, or was made from one. */
function methodOf(
  program: Program,
  path: string,
  { callee }: Extract<Expr, { kind: "call" }>,
  code: FunctionCode,
): { path: string; function: FunctionCode } | undefined {
  if (callee.kind !== "attribute" || callee.of.kind !== "name") return undefined;
  const { name } = callee.of;
  const annotation = code.params.find((param) => param.name === name)?.annotation;
  const made = assignedTo(name, code).map((one) => (one.kind === "call" ? one.callee : undefined));
  const [type] = annotation ? [annotation] : made;
  if (type === undefined || (annotation ? made.length > 0 : made.length !== 1)) return undefined;
  const meant = program.expression(path, type.kind === "subscript" ? type.of : type);
  const member = meant?.kind === "class" ? program.member(meant.class, callee.name) : undefined;
  return member?.method && { path: member.owner.path, function: member.method };
}

/** `answer: RedirectResponse = await client.begin(request)` */
function isAnnotated(program: Program, path: string, name: string, { body }: FunctionCode): boolean {
  return flatStatements(body).some(
    (one) =>
      one.kind === "assign" &&
      one.target.kind === "name" &&
      one.target.name === name &&
      one.annotation !== undefined &&
      kindOfType(program, path, one.annotation) === "response",
  );
}

function assignedTo(name: string, { body }: FunctionCode): readonly Expr[] {
  return flatStatements(body).flatMap((one) =>
    one.kind === "assign" && one.target.kind === "name" && one.target.name === name && one.value ? [one.value] : [],
  );
}

/** What a function of the workspace gives back: a ready response, nothing at all, or data. */
function kindOfCall(program: Program, path: string, code: FunctionCode, depth: number): AnswerKind {
  const { returns, body, isGenerator } = code;
  if (returns) {
    const kind = kindOfType(program, path, returns);
    return kind === "model" ? "data" : kind;
  }
  if (isGenerator) return "data";
  const all = flatStatements(body);
  const results = all.flatMap((one) => (one.kind === "return" && one.value ? [one.value] : []));
  const kinds = results.map((one) => kindOfValue(program, path, one, code, depth + 2));
  // A stub says nothing of what those give back that stand in for it.
  if (kinds.length === 0) return all.every(isStub) ? "data" : "nothing";
  return (["response", "nothing"] as const).find((kind) => kinds.every((one) => one === kind)) ?? "data";
}

function isStub(statement: Stmt): boolean {
  if (statement.kind === "expression") return statement.value.kind !== "call" && statement.value.kind !== "await";
  return statement.kind === "leave" || statement.kind === "raise";
}
