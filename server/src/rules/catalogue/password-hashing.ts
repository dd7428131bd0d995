// Flags passwords that are hashed with a fast digest, compared, or stored as they came.

import type { Workspace } from "../../models/workspace.ts";
import { argumentsOf, methodCall } from "../../python/call.ts";
import { findCarried } from "../../python/carried.ts";
import { calleeName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { stringValue } from "../../python/string-value.ts";
import { namedChildren } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { entityNamed } from "../entity-named.ts";
import { checkFix, hashFix } from "../hash-password.ts";
import { type Fix, fileRule } from "../rule.ts";

export const passwordHashing = fileRule({
  id: "password-hashing",
  scope: "workspace",
  summary: "A password hashed with a fast digest, compared as text, or stored as it came.",
  why: "Digests such as SHA-256 are made to be fast, so a stolen table of them is guessed in hours; a stored password is not even that. bcrypt, argon2, scrypt and PBKDF2, digests of other things (ETags, cache keys, checksums), and the comparison of a password with its repetition are left alone.",
  severity: "error",
  fix: "unsafe",
  anyLibrary: true,
  isPraised: true,
  tests: false,
  options: {},
  mentions: ["passw", "pwd", "passphrase"],
  answers: [
    "Hash passwords with bcrypt or argon2.",
    "Never store plain text passwords.",
    "Store only hashed passwords.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(hash|hashed|hashing|salt|salted|encrypt) ... password",
        "password ... (hash|hashed|hashing|bcrypt|argon2|scrypt|salted)",
        "(bcrypt|argon2|argon2id|scrypt|passlib|`bcrypt`|`argon2`|`passlib`) ... password",
      ],
      unless: ["log"],
    },
    {
      stance: "avoid",
      says: [
        "(plain text|plaintext|plain|clear text|cleartext|unhashed|raw) password",
        "(store|save|keep|persist) ... password ... (plain|plaintext|clear|raw)",
        "(md5|sha|sha1|sha256|sha 256|`hashlib`|`hashlib.*`) & password",
      ],
      unless: ["log"],
    },
  ],
  examples: [
    {
      bad: "import hashlib\n\n\ndef protect(password: str) -> str:\n    return hashlib.sha256(password.encode()).hexdigest()\n",
      good: "import hashlib\n\nimport bcrypt\n\n\ndef protect(password: str) -> str:\n    return bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()\n",
    },
  ],
  *check(file, _options, { workspace }) {
    for (const call of file.nodes("call")) {
      const name = calleeName(file, call);
      const { positional, keywords } = argumentsOf(call);
      const all = [...positional, ...keywords.values()];
      const target = methodCall(call);
      // "Have I been pwned" wants a digest, and the call itself says that it protects nothing.
      if (keywords.get("usedforsecurity")?.text === "False") continue;
      const isUpdate = target?.method === "update" && file.typeOf(target.receiver) === "hashlib.HASH";
      if ((digests.test(name) || isUpdate) && all.some((one) => plainPassword(file, one))) {
        const fix = isUpdate ? undefined : digestFix(file, call, all);
        yield {
          ...(fix && { fix }),
          span: call.field("function") ?? call,
          message: "A fast digest of a password is guessed quickly once it is stolen; hash it with bcrypt or argon2.",
        };
      } else if (/^(secrets|hmac)\.compare_digest$/.test(name) && isComparison(file, positional[0], positional[1])) {
        const fix = comparisonFix(file, call, positional[0], positional[1], false, workspace);
        yield { span: call, message: compared, ...(fix && { fix }) };
      } else {
        yield* storedBy(file, call, workspace);
      }
    }
    for (const comparison of file.nodes("comparison_operator")) {
      const [left, right] = namedChildren(comparison);
      const operator = comparison.children.find(({ isNamed }) => !isNamed)?.text;
      if ((operator === "==" || operator === "!=") && isComparison(file, left, right)) {
        const fix = comparisonFix(file, comparison, left, right, operator === "!=", workspace);
        yield { span: comparison, message: compared, ...(fix && { fix }) };
      }
    }
    for (const assignment of file.nodes("assignment")) {
      const left = assignment.field("left");
      const right = assignment.field("right");
      if (left?.type !== "attribute" || right === undefined || !plainPassword(file, right)) continue;
      const object = left.field("object");
      const column = left.field("attribute")?.text ?? "";
      if (object !== undefined && isColumn(file, workspace, object, column)) {
        const fix = hashFix(file, right, right);
        yield { span: assignment, message: stored(column), ...(fix && { fix }) };
      }
    }
  },
});

const digests = /^hashlib\.(md5|sha1|sha224|sha256|sha384|sha512|sha3_\d+|blake2[bs]|new)$/;
const compared =
  "This compares passwords as they are, so they must be stored as they are; store a hash, and check it with bcrypt or argon2.";

function stored(column: string): string {
  return `This stores the password as it came in \`${column}\`; store what bcrypt or argon2 makes of it.`;
}

const passwordName =
  /^(_*(raw_|plain_|clear_|plaintext_|new_|user_|input_|given_|provided_|current_|old_)?(password|passwd|pwd|passphrase)(_raw|_plain|_in|_input|_text)?|rawPassword|plainPassword|newPassword)$/;
const repeated = /confirm|repeat|again|retype|verify|check|2$|new|old|current|previous|_1$/i;

/** A password as somebody typed it: a parameter, a field of a model, an entry of a form; undefined behind any function. */
function plainPassword(file: PythonFile, node: SyntaxNode): SyntaxNode | undefined {
  return findCarried(file, node, {
    isSource: (one) => {
      if (one.type === "attribute") return passwordName.test(one.field("attribute")?.text ?? "");
      if (one.type === "subscript") return passwordName.test(stringValue(one.field("subscript")) ?? "");
      const target = one.type === "call" ? methodCall(one) : undefined;
      if (target?.method === "get") return passwordName.test(stringValue(argumentsOf(one).positional[0]) ?? "");
      return target?.method === "get_secret_value" && plainPassword(file, target.receiver) !== undefined;
    },
    isSourceParameter: ({ name }) => passwordName.test(name.text),
    isEnd: (one) => one.type === "conditional_expression" || one.type === "boolean_operator",
    isPassing: (call) => /^(bytes|builtins\.bytes|bytearray)$/.test(calleeName(file, call)),
  });
}

/** A stored password on one side, a given one on the other. */
function isComparison(file: PythonFile, left: SyntaxNode | undefined, right: SyntaxNode | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  const sides = [left, right].map((side) => plainPassword(file, side));
  if (sides.includes(undefined) || repeated.test(left.text) || repeated.test(right.text)) return false;
  if (/settings|config|environ|getenv/i.test(left.text + right.text)) return false;
  const isOfObject = (side: SyntaxNode) =>
    /^(attribute|subscript)$/.test(side.type) || (side.type === "call" && methodCall(side)?.method !== undefined);
  const roots = [left, right].map((side) => /^\w+/.exec(side.text)?.[0]);
  return [left, right].some(isOfObject) && roots[0] !== roots[1];
}

/** `User(password=password)`, `insert(User).values(password=password)`. */
function* storedBy(file: PythonFile, call: SyntaxNode, workspace: Workspace) {
  const { keywords } = argumentsOf(call);
  if (keywords.size === 0) return;
  const callee = call.field("function");
  const target = methodCall(call);
  const isValues =
    target?.method === "values" && /^sqlalchemy\.(Insert|Update)$/.test(file.typeOf(target.receiver) ?? "");
  const entity = callee === undefined || isValues ? undefined : entityNamed(file, workspace, file.resolve(callee));
  for (const [name, value] of keywords) {
    const isColumn = entity?.columns.has(name) ?? (isValues && /passw|pwd/.test(name));
    if (isColumn && /passw|pwd|passphrase/i.test(name) && plainPassword(file, value)) {
      const fix = hashFix(file, value, value);
      yield { span: value, message: stored(name), ...(fix && { fix }) };
    }
  }
}

/** The attribute is a column: of the object's own class, or of some entity where nothing is known of the object. */
function isColumn(file: PythonFile, workspace: Workspace, object: SyntaxNode, column: string): boolean {
  if (!/passw|pwd|passphrase/i.test(column)) return false;
  const type = object.text === "self" ? undefined : file.typeOf(object);
  const known = entityNamed(file, workspace, type);
  if (type !== undefined || known) return known?.columns.has(column) ?? false;
  if (object.text === "self") return false;
  return workspace.facts.registry.entities.some(({ columns }) => columns.has(column));
}

/** `sha256(password.encode()).hexdigest()`, where nothing but the password goes in. */
function digestFix(file: PythonFile, call: SyntaxNode, given: readonly SyntaxNode[]): Fix | undefined {
  const [only] = given.filter(({ type }) => type !== "string");
  const encoded = only?.type === "call" ? methodCall(only) : undefined;
  const outer = call.parent?.type === "attribute" ? call.parent.parent : undefined;
  const method = outer?.type === "call" ? call.parent?.field("attribute")?.text : undefined;
  if (only === undefined || encoded?.method !== "encode" || outer === undefined) return undefined;
  // What bcrypt makes is another text each time, so it equals nothing.
  if (outer.parent?.type === "comparison_operator") return undefined;
  return method === "hexdigest" || method === "digest"
    ? hashFix(file, outer, encoded.receiver, method === "digest")
    : undefined;
}

/** What stands on an object is the one that is kept. */
function comparisonFix(
  file: PythonFile,
  whole: SyntaxNode,
  left: SyntaxNode | undefined,
  right: SyntaxNode | undefined,
  isNot: boolean,
  workspace: Workspace,
): Fix | undefined {
  if (left === undefined || right === undefined) return undefined;
  // A form or a schema hands a password in; where both sides might, the check could be written the wrong way round.
  const isGiven = (node: SyntaxNode) => {
    const object = node.type === "attribute" ? node.field("object") : undefined;
    const type = object && file.typeOf(object);
    return object === undefined || (type !== undefined && entityNamed(file, workspace, type) === undefined);
  };
  if (isGiven(left) === isGiven(right)) return undefined;
  const [stored, given] = isGiven(left) ? [right, left] : [left, right];
  return checkFix(file, whole, stored, given, isNot);
}
