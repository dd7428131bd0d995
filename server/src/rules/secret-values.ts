// Tells which expressions hold a password, a token, a key or a person's data, by the words of the names that hold them.

import { argumentsOf, methodCall } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { stringValue } from "../python/string-value.ts";
import { namedChildren } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";
import { isPlaceholder } from "./secret-shapes.ts";

export type SecretKind = "secret" | "personal";

const whole =
  /^(password|passwd|pwd|passphrase|passcode|secret|token|jwt|otp|pin_code|cvv|cvc|api_?key|apikey|secret_?key|access_?key|private_?key|signing_?key|encryption_?key|master_?key|auth_?key|credentials?|authorization|bearer|session_?cookie|client_?secret|mnemonic|seed_?phrase|webhook_?secret|connection_?string)$/;
const lastWords =
  /(^|_)(password|passwd|pwd|passphrase|secret|token|jwt|otp|api_?key|apikey|secret_?key|access_?key|access_?key_?id|private_?key|signing_?key|encryption_?key|auth_?key|client_?secret|credentials?|authorization|connection_?string|secret_value|auth_header)$/;
/** What is said about a secret, and not the secret itself. */
const about =
  /(^|_)(hash|hashed|digest|len|length|count|counts|id|ids|type|name|names|names?|exists|valid|is|has|expiry|expires|expires_at|expires_in|ttl|url|uri|path|field|header_name|masked|redacted|placeholder|fingerprint|prefix|suffix|used|usage|limit|max|min|num|total|n|age|policy|strength|version|algorithm|scope|scopes|issued|missing|required|enabled|updated|changed|public|provided|present|budget|per|prompt|completion|input|output|next_page|page|csrf|pagination|continuation|cursor|stop|eos|bos|pad|special|lexer)(_|$)/;
const personal =
  /^(ssn|social_security(_number)?|credit_card(_number)?|card_number|iban|passport(_number)?|tax_id|date_of_birth|birth_date|national_id)$/;
/** Counts of a language model's tokens, and cursors. */
const counted = /(^|_)(tokens|keys|secrets)$/;

/** What a name says of the value it holds; undefined where it says nothing secret. */
export function secretName(name: string, isPersonalToo: boolean): SecretKind | undefined {
  const snake = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/^_+|_+$/g, "")
    .replaceAll("-", "_");
  if (isPersonalToo && personal.test(snake)) return "personal";
  if (counted.test(snake) || about.test(snake)) return undefined;
  return whole.test(snake) || lastWords.test(snake) ? "secret" : undefined;
}

const keeping = /^(str|repr|format|bytes|builtins\.str|json\.dumps|pprint\.pformat|urllib\.parse\.\w+)$/;
const keptMethods = /^(strip|lower|upper|decode|encode|format|get_secret_value|join|get|getenv|replace)$/;

/** The part of an expression that hands a secret on as it is; undefined where it only says something about one. */
export function secretIn(file: PythonFile, node: SyntaxNode, isPersonalToo: boolean): SyntaxNode | undefined {
  const inner = (one: SyntaxNode | undefined) => one && secretIn(file, one, isPersonalToo);
  const any = (nodes: readonly SyntaxNode[]) => {
    for (const one of nodes) {
      const found = inner(one);
      if (found) return found;
    }
    return undefined;
  };
  switch (node.type) {
    case "identifier":
      return secretName(node.text, isPersonalToo) && holdsText(file, node) ? node : undefined;
    case "attribute": {
      const name = node.field("attribute")?.text ?? "";
      return secretName(name, isPersonalToo) && holdsText(file, node) ? node : undefined;
    }
    case "subscript": {
      const key = node.field("subscript");
      if (key?.type === "slice") return undefined;
      const text = stringValue(key);
      return text !== undefined && secretName(text, isPersonalToo) ? node : undefined;
    }
    case "call": {
      const target = methodCall(node);
      const { positional, keywords } = argumentsOf(node);
      const name = calleeName(file, node);
      if (keeping.test(name)) return any([...positional, ...keywords.values()]);
      if (/^os\.(getenv|environ\.get)$/.test(name) || target?.method === "get") {
        const text = stringValue(positional[0]);
        return text !== undefined && secretName(text, isPersonalToo) ? node : undefined;
      }
      if (target?.method === "get_secret_value") return node;
      return target && keptMethods.test(target.method)
        ? any([target.receiver, ...positional, ...keywords.values()])
        : undefined;
    }
    case "string":
      return any(
        node.children
          .filter(({ type }) => type === "interpolation")
          .flatMap((one) => namedChildren(one).filter(({ type }) => !/format|conversion/.test(type))),
      );
    case "dictionary":
      return any(namedChildren(node).flatMap((pair) => pair.field("value") ?? []));
    case "conditional_expression": {
      const [yes, , no] = namedChildren(node);
      return inner(yes) ?? inner(no);
    }
    case "binary_operator":
    case "boolean_operator":
    case "concatenated_string":
    case "parenthesized_expression":
    case "tuple":
    case "list":
    case "set":
    case "await":
      return any(namedChildren(node));
    default:
      return undefined;
  }
}

/** What a text is cut into is called a token as well. */
const parserTypes = /^(lark|tokenize|pygments|sqlparse|spacy|libcst|parso|antlr4|ply|sly|rply|tinycss2|markdown_it)\b/;

/** Numbers, booleans, secret wrappers and functions show nothing when they are logged. */
function holdsText(file: PythonFile, node: SyntaxNode): boolean {
  if (
    node.type === "identifier" &&
    file.scopes
      .bindingOf(node)
      ?.places.some(
        ({ kind, value }) =>
          kind === "function" ||
          kind === "class" ||
          (kind === "assignment" && value !== undefined && isHarmless(file, value, node.text)),
      )
  )
    return false;
  if (node.type === "identifier" && (isObject(file, node) || isMaskedCopy(file, node))) return false;
  const type = file.typeOf(node);
  return (
    type === undefined ||
    (!parserTypes.test(type) &&
      !/^(builtins\.(int|float|bool)|pydantic(\.\w+)*\.(SecretStr|SecretBytes)|datetime\.\w+|uuid\.UUID)$/.test(type))
  );
}

/** `token.expires_at`: what has parts of its own is a row or a record that is called so, and shows what its class makes it show. */
function isObject(file: PythonFile, name: SyntaxNode): boolean {
  return (file.scopes.bindingOf(name)?.references ?? []).some((use) => {
    if (isTestedForClass(file, use) || isCounted(use)) return true;
    const part = use.parent?.type === "attribute" && use.parent.field("object") === use ? use.parent : undefined;
    const isCalled = part?.parent?.type === "call" && part.parent.field("function") === part;
    return (
      part !== undefined &&
      !isCalled &&
      !/^(value|text|secret|token|key|password)$/.test(part.field("attribute")?.text ?? "")
    );
  });
}

/** `shown[key] = "REDACTED"`: whoever puts masks into it has made it for the log. */
function isMaskedCopy(file: PythonFile, name: SyntaxNode): boolean {
  return (file.scopes.bindingOf(name)?.references ?? []).some((use) => {
    const entry = use.parent?.type === "subscript" && use.parent.field("value") === use ? use.parent : undefined;
    const assignment = entry?.parent?.type === "assignment" ? entry.parent : undefined;
    const mask = assignment?.field("left") === entry ? stringValue(assignment?.field("right")) : undefined;
    return mask !== undefined && /redact|mask|hidden|removed|^[*x.]+$/i.test(mask);
  });
}

/** `isinstance(token, Token)`: what is not asked for as text. */
function isTestedForClass(file: PythonFile, use: SyntaxNode): boolean {
  const call = use.parent?.type === "argument_list" ? use.parent.parent : undefined;
  if (call?.type !== "call" || calleeName(file, call) !== "isinstance") return false;
  const [tested, kind] = argumentsOf(call).positional;
  return tested === use && kind !== undefined && /^[\w.]+$/.test(kind.text) && !/^(?:str|bytes)$/.test(kind.text);
}

/** `secrets_found[0]`: one of several rows. */
function isCounted(use: SyntaxNode): boolean {
  return (
    use.parent?.type === "subscript" &&
    use.parent.field("value") === use &&
    use.parent.field("subscript")?.type === "integer"
  );
}

/** `token = mask(token)`, `password = "***"`. */
function isHarmless(file: PythonFile, value: SyntaxNode, name: string): boolean {
  const text = stringValue(value);
  // A literal is a mask or a word, if it is not the secret itself.
  if (text !== undefined) return text.length < 6 || /\s/.test(text) || isPlaceholder(text, name);
  return (
    value.type === "call" &&
    /mask|redact|obfuscat|hash|censor|len$|bool$|count|parse|tokeni[sz]e|next_token/i.test(calleeName(file, value))
  );
}
