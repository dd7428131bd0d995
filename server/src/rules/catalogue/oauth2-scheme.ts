// Flags code that takes the Authorization header apart by hand.

import { argument, argumentsOf, methodCall } from "../../python/call.ts";
import { knownName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { descendants, enclosingClass, enclosingFunction } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { bearerTokenFix } from "../bearer-token.ts";
import { fileRule } from "../rule.ts";

const SPLITTING = /^(split|rsplit|partition|rpartition|removeprefix|replace|startswith|lstrip|strip|find|index)$/;
const HEADER = /^fastapi(\.\w+)*\.Header$/;
const OWN_SCHEMES = /Security|OAuth2|HTTPBearer|HTTPBase|APIKey|Middleware|AuthenticationBackend/;

export const oauth2Scheme = fileRule({
  id: "oauth2-scheme",
  scope: "file",
  summary: "The Authorization header taken apart by hand.",
  why: "FastAPI's security schemes read the token, refuse what is malformed, and show the lock in the documentation. Headers that are only passed on, other headers, outgoing requests, Basic credentials, sockets, middlewares and security schemes themselves are left alone.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  mentions: ["uthorization"],
  answers: ["Use `OAuth2PasswordBearer` for token extraction.", "Never parse the Authorization header by hand."],
  means: [
    {
      stance: "want",
      says: [
        "`OAuth2PasswordBearer*`",
        "(implement|use|set up) oauth2 ... `OAuth2PasswordBearer*`",
        "OAuth2PasswordBearer",
        "(bearer|access)? token ... `OAuth2PasswordBearer*`",
        "authorization header ... (fastapi|security utility|security scheme|security dependency)",
        "`HTTPBearer*`",
        "(oauth2|oauth 2|bearer) ... (scheme|dependency|token extraction|password flow)",
        "(bearer|access) token ... (fastapi security|security (utility|scheme|class|dependency)|`fastapi.security*`)",
      ],
      unless: ["expire", "refresh token"],
    },
    {
      stance: "avoid",
      says: [
        "(parse|parsing|split|read|extract|decode|pick|take|pull) ... authorization header",
        "authorization header ... (by hand|manually|manual)",
      ],
    },
  ],
  examples: [
    {
      bad: 'from fastapi import Request\n\n\ndef current_token(request: Request) -> str:\n    return request.headers["Authorization"].split(" ")[1]\n',
      good: 'from fastapi import Depends, Request\nfrom fastapi.security import OAuth2PasswordBearer\n\noauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")\n\n\ndef current_token(token: str = Depends(oauth2_scheme)) -> str:\n    return token\n',
    },
  ],
  *check(file, _options, { workspace }) {
    // Around the app there is nothing to depend on.
    if (
      /\bBaseHTTPMiddleware\b|\bscope\b[^\n)]*\breceive\b[^\n)]*\bsend\b|\bscope: Scope\b/.test(file.text) &&
      !/\bDepends\(/.test(file.text)
    )
      return;
    for (const read of [...headerReads(file), ...headerParameters(file)]) {
      const around = enclosingFunction(read.node) ?? read.scope;
      if (!around || !isTakenApart(file, read, around) || isExempt(file, around)) continue;
      const fix = bearerTokenFix(file, around, read, workspace);
      yield {
        span: read.node,
        ...(fix && { fix }),
        message:
          "The Authorization header is taken apart by hand here; depend on `OAuth2PasswordBearer` (or `HTTPBearer`), which does that and documents it.",
      };
    }
  },
});

interface Read {
  readonly node: SyntaxNode;
  /** The name that holds the header's text. */
  readonly name: string | undefined;
  readonly scope?: SyntaxNode | undefined;
}

/** `request.headers.get("Authorization")`, `request.headers["authorization"]` */
function* headerReads(file: PythonFile): Generator<Read> {
  for (const node of file.nodes("call", "subscript")) {
    const target = methodCall(node);
    const headers =
      node.type === "call" ? (target?.method === "get" ? target.receiver : undefined) : node.field("value");
    const key = node.type === "call" ? argumentsOf(node).positional[0] : node.field("subscript");
    if (headers?.type !== "attribute" || headers.field("attribute")?.text !== "headers" || !isAuthorization(key))
      continue;
    const owner = headers.field("object");
    if (!owner || !/^(fastapi|starlette)\b.*\.(Request|HTTPConnection)$/.test(file.typeOf(owner) ?? "")) continue;
    yield { node, name: holder(node) };
  }
}

/** `authorization: str = Header(...)`, `token: Annotated[str, Header(alias="Authorization")]` */
function* headerParameters(file: PythonFile): Generator<Read> {
  for (const call of file.nodes("call")) {
    if (!HEADER.test(knownName(file, call.field("function") ?? call) ?? "")) continue;
    let node: SyntaxNode | undefined = call;
    while (node && !/^(typed_)?default_parameter$|^typed_parameter$/.test(node.type)) node = node.parent;
    const name = node?.field("name") ?? node?.children[0];
    if (!node || !name) continue;
    const alias = argument(call, 99, "alias");
    if (alias ? isAuthorization(alias) : name.text.toLowerCase() === "authorization")
      yield { node, name: name.text, scope: node.parent?.parent };
  }
}

function isAuthorization(node: SyntaxNode | undefined): boolean {
  return node?.type === "string" && /^["']authorization["']$/i.test(node.text);
}

/** The name that a read is kept under: `header = request.headers.get(…)`, `(header := …)`. */
function holder(node: SyntaxNode): string | undefined {
  let at: SyntaxNode | undefined = node.parent;
  while (at && /^(boolean_operator|parenthesized_expression|conditional_expression)$/.test(at.type)) at = at.parent;
  if (at?.type === "assignment") return at.field("left")?.type === "identifier" ? at.field("left")?.text : undefined;
  return at?.type === "named_expression" ? at.field("name")?.text : undefined;
}

function isTakenApart(file: PythonFile, { node, name }: Read, around: SyntaxNode): boolean {
  const isIt = (value: SyntaxNode | undefined): boolean => {
    const inner = value?.type === "parenthesized_expression" ? value.children.find(({ isNamed }) => isNamed) : value;
    if (inner === undefined) return false;
    if (inner === node || (inner.type === "identifier" && inner.text === name)) return true;
    // `(authorization or "").split()`
    return inner.type === "boolean_operator" && inner.children.some((child) => isIt(child));
  };
  let isBasic = false;
  let isApart = false;
  for (const one of descendants(around)) {
    if (one.type === "string" && /^["']Basic\b/i.test(one.text)) isBasic = true;
    const target = one.type === "call" ? methodCall(one) : undefined;
    if (target && SPLITTING.test(target.method) && isIt(target.receiver)) isApart = true;
    if (one.type === "subscript" && isIt(one.field("value"))) isApart = true;
    if (
      one.type === "call" &&
      /(^|\.)(re\.(match|search|fullmatch|sub|split)|get_authorization_scheme_param)$/.test(
        knownName(file, one.field("function") ?? one) ?? "",
      )
    )
      isApart ||= argumentsOf(one).positional.some((given) => isIt(given));
  }
  return isApart && !isBasic;
}

/** Security schemes and middlewares have to; sockets cannot use the schemes. */
function isExempt(file: PythonFile, around: SyntaxNode): boolean {
  const owner = enclosingClass(around);
  if (owner && OWN_SCHEMES.test(`${owner.field("name")?.text} ${owner.field("superclasses")?.text}`)) return true;
  const parameters = around.field("parameters")?.text ?? "";
  const decorators =
    around.parent?.type === "decorated_definition"
      ? around.parent.children.filter(({ type }) => type === "decorator")
      : [];
  return (
    /\bWebSocket\b/.test(parameters) ||
    decorators.some(({ text }) => /\.(middleware|websocket)\(/.test(text)) ||
    /\bcall_next\b/.test(parameters)
  );
}
