// Flags passwords, tokens and keys that are given to a logger or to print.

import { argumentNodes } from "../../python/call.ts";
import { isInMainBlock } from "../../python/main-block.ts";
import { calleeName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { stringValue } from "../../python/string-value.ts";
import { namedChildren } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { loggerCall } from "../logging.ts";
import { type Fix, type FixEdit, fileRule, option } from "../rule.ts";
import { secretIn, secretName } from "../secret-values.ts";
import { isTerminalProgram } from "../terminal-program.ts";

/** "A missing key is logged" says that there is none. */
const missing = "(missing|absent|invalid|expired) (api key|key|token|secret|credential|password)";

export const sensitiveLogging = fileRule({
  id: "sensitive-logging",
  scope: "file",
  summary: "A password, token or key given to a logger or `print`.",
  why: "Logs are copied, kept and read by many, so a secret in them is a secret no more. Lengths, hashes and booleans about it, identifiers of tokens, secret wrappers such as SecretStr, and words in a constant message are left alone.",
  severity: "error",
  fix: "unsafe",
  options: { personal: option.boolean(false, "Also flag data that tells who somebody is: card and passport numbers.") },
  answers: [
    "Never log sensitive data.",
    "Do not log passwords or tokens.",
    "Secrets must not appear in logs.",
    "Avoid logging credentials.",
  ],
  means: [
    {
      stance: "avoid",
      says: [
        "(log|logging|print|logged|output) ... (sensitive|secret|password|token|credential|api key|pii|phi|private key|personal data|personal information|confidential)",
        "(sensitive|secret|password|token|credential|api key|pii|phi|personal data|personally identifiable) ... (in|into|to) (log|logs|logging|stdout|log message|log output)",
        "(sensitive|secret|password|token|credential|api key|pii|phi|private key|personal|confidential) ... (information|data|value|detail)? ... (log|logged)",
        "(log|logging|print|logged|output) ... (card number|credit card|iban|passport number|social security number|ssn|tax id|national id)",
        "(card number|credit card|iban|passport number|social security number|ssn|tax id|national id) ... (in|into|to) (log|logs|logging|stdout|log message|log output)",
        "log ... (plaintext|encryption|signing|private|master|secret|fernet) key",
        "log ... (user data|customer data|private data|raw data|user information)",
        "(log|log message) ... (contain|include) ... (secret|password|token|credential|pii|phi|sensitive|personal)",
        "log (line|record|entry|message|output)? ... (carry|hold|contain|show|have) ... (secret|password|token|credential|pii|phi|sensitive|personal|api key)",
      ],
      unless: [
        "(extra|additional) api key",
        "token (count|usage|number)",
        "audit",
        "request id",
        "(assert|assertion)",
        missing,
      ],
      options: ({ clause, sentence }) =>
        /\bp[ih]i\b|personal|gdpr|\bcards?\b|\bibans?\b|passport|social security|\bssns?\b|\b(?:tax|national) ids?\b/i.test(
          `${clause} ${sentence}`,
        )
          ? { personal: true }
          : {},
    },
    {
      stance: "want",
      says: [
        "(mask|redact|sanitize|sanitise|scrub|filter|strip|remove|exclude|omit) ... (sensitive|secret|password|token|credential|pii|phi|api key) & log",
        "(scrub|redact|sanitize|sanitise) log",
        "log ... (without|never|not) ... (sensitive|secret|password|token|credential|pii|phi|api key|personal)",
        "(keep|leave) ... (sensitive|secret|password|token|credential|pii|phi|api key|personal|private) ... (out|out of|outside) ... log",
        "(sensitive|secret|password|token|credential|pii|phi|api key|personal data|personal information|private data) ... (stay|remain|belong|kept) ... (out|out of|outside) ... log",
      ],
      unless: [missing, "token (count|usage|number)"],
      options: ({ clause }) => (/\bp[ih]i\b|personal/i.test(clause) ? { personal: true } : {}),
    },
  ],
  examples: [
    {
      bad: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef sign_in(name: str, password: str) -> None:\n    logger.info("%s signs in with %s", name, password)\n',
      good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef sign_in(name: str, password: str) -> None:\n    logger.info("%s signs in with %s", name, "***")\n',
    },
  ],
  *check(file, { personal }) {
    // A script shows on the terminal what the person who started it asked for.
    const isForTerminal = isTerminalProgram(file);
    for (const call of file.nodes("call")) {
      if (!writes(file, call) || ((isForTerminal || isInMainBlock(call)) && loggerCall(file, call) === undefined))
        continue;
      for (const argument of argumentNodes(call)) {
        const found = secretOf(file, argument, personal);
        if (found === undefined) continue;
        const fix = maskOf(found);
        yield {
          span: found,
          message: `\`${found.text}\` ends up in the log, where many can read it; leave it out, or log its length or a part of it.`,
          ...(fix === undefined ? {} : { fix }),
        };
        break;
      }
    }
  },
});

function writes(file: PythonFile, call: SyntaxNode): boolean {
  if (loggerCall(file, call) !== undefined) return true;
  return /^(print|pprint\.pprint|pp|rich\.print|warnings\.warn|sys\.(stdout|stderr)\.write|traceback\.print_exc|structlog\.contextvars\.bind_contextvars)$/.test(
    calleeName(file, call),
  );
}

function secretOf(file: PythonFile, argument: SyntaxNode, personal: boolean): SyntaxNode | undefined {
  if (argument.type === "dictionary_splat" || argument.type === "list_splat") return undefined;
  if (argument.type !== "keyword_argument")
    return secretOfPairs(file, argument, personal) ?? secretIn(file, argument, personal);
  const name = argument.field("name")?.text ?? "";
  const value = argument.field("value");
  if (value === undefined || /^(exc_info|stack_info|stacklevel|file|sep|end|flush)$/.test(name)) return undefined;
  const found = secretOfPairs(file, value, personal) ?? secretIn(file, value, personal);
  if (found !== undefined) return found;
  // A name that says the same has been looked at already.
  const isKnown = value.type === "identifier" && secretName(value.text, personal) !== undefined;
  return !isKnown && secretName(name, personal) && showsValue(value) ? value : undefined;
}

/** `extra={"password": value}`: the key says what the value is. */
function secretOfPairs(file: PythonFile, node: SyntaxNode, personal: boolean): SyntaxNode | undefined {
  if (node.type !== "dictionary") return undefined;
  for (const pair of namedChildren(node)) {
    const key = stringValue(pair.field("key"));
    const value = pair.field("value");
    if (value === undefined) continue;
    const found = secretOfPairs(file, value, personal) ?? secretIn(file, value, personal);
    if (found !== undefined) return found;
    if (key !== undefined && secretName(key, personal) && showsValue(value)) return value;
  }
  return undefined;
}

/** A plain value, not a mask, a test or what a function made of it. */
function showsValue(value: SyntaxNode): boolean {
  return /^(identifier|attribute)$/.test(value.type) && !/mask|redact|hash|is_|has_/i.test(value.text);
}

function maskOf(found: SyntaxNode): Fix | undefined {
  const parent = found.parent;
  const isText = parent?.type === "interpolation";
  const isJoined = parent?.type === "binary_operator" && /^[+%]$/.test(parent.field("operator")?.text ?? "");
  const isPlain = isJoined || /^(argument_list|keyword_argument|pair)$/.test(parent?.type ?? "");
  if (!isText && !isPlain) return undefined;
  const span = isText && parent ? parent : found;
  return {
    title: "Mask it; look at whether the message still says enough",
    safe: false,
    edits: [
      ...(isText ? plainPrefix(parent?.parent) : []),
      { span: { start: span.start, end: span.end }, text: isText ? "***" : '"***"' },
    ],
  };
}

/** An f-string whose only value is masked needs its `f` no longer. */
function plainPrefix(string: SyntaxNode | undefined): FixEdit[] {
  const start = string?.children.find((child) => child.type === "string_start");
  const values = string?.children.filter((child) => child.type === "interpolation") ?? [];
  if (start === undefined || values.length !== 1 || /\{\{|\}\}/.test(string?.text ?? "")) return [];
  return [{ span: { start: start.start, end: start.end }, text: start.text.replace(/f/i, "") }];
}
