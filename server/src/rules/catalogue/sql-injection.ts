// Flags values that are written into the text of SQL instead of being bound.

import { argumentsOf, methodCall } from "../../python/call.ts";
import { calleeName, headOf, isFree, nameOf } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { bindParameters, valuePosition } from "../bind-parameters.ts";
import { type MessagePart, messageParts } from "../message-parts.ts";
import { type Fix, fileRule } from "../rule.ts";

export const sqlInjection = fileRule({
  id: "sql-injection",
  scope: "file",
  summary: "Values in the text of SQL: f-strings, `%`, `+` and `.format` that reach `execute` and its like.",
  why: "A value that is part of the text can change what the statement does. Bound parameters, constants, names of tables and columns, lists of placeholders and log messages are left alone.",
  severity: "error",
  fix: "unsafe",
  ruff: ["S608"],
  options: {},
  tests: true,
  answers: [
    "Use parameterized queries.",
    "Never build SQL with string formatting.",
    "Prevent SQL injection with bound parameters.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(parameterized|parameterised|parametrized|prepared|bound|bind) (query|statement|sql)",
        "(bound|bind) (parameter|value|param|argument|variable)",
        "parameterize ... (query|sql)",
        "(parameterized|parameterised) ... (query|sql)",
        "(prevent|protect|guard|avoid) ... sql injection",
        "sql injection (prevention|protection)?",
        "(parameterize|parameterise|parametrize) ... (sql|query|statement)",
        "(sql|query|statement) ... (parameterize|parameterized|parameterised|parametrized)",
        "parameter placeholder",
        "(sql|query|statement) ... (take|get|receive|pass) ... value ... (as|through|via|in) (bound|bind|query)? parameter",
        "value ... (go|come|passed|given|handed|travel) ... (into|to|in) ... (sql|query|statement) ... (as|through|via) (bound|bind|query)? parameter",
        "(placeholder|bind variable|bind parameter|bound parameter) & (sql|query)",
        "`text*` ... (bind|parameter|placeholder) & sql",
        "`text*` ... (`*bindparams*`|`*bindparam*`)",
      ],
      // What the values are like is another matter than how they get into the query.
      unless: ["(validate|check|verify|validation) ... (bind|bound) (parameter|value|variable)"],
    },
    {
      stance: "avoid",
      says: [
        "sql injection",
        "(raw sql|sql|query) ... (string (formatting|concatenation|interpolation)|f string|f-string|concatenate|format)",
        "(string (formatting|concatenation|interpolation)|f string|f-string|concatenate|interpolate) ... (sql|query)",
        "(user input|input|value) ... (sql|query) (string|text|statement)?",
        "(format|build|assemble|construct|compose) ... (sql|query)",
        "(sql|query|statement) ... (put together|glued|composed|assembled) ... (from|out of|with|by) ... (string|f string|concatenation|format)",
        "(sql|query) ... (concatenate|concatenated|interpolated|built|assembled)",
      ],
      unless: [
        "query (param|parameter|string)",
        "log",
        "url",
        "graphql",
        // Who builds queries at all is the layers' matter.
        "(route|router|endpoint|controller|handler|service|view) ... (build|assemble|construct|compose) query",
      ],
    },
  ],
  examples: [
    {
      bad: "from sqlalchemy import text\n\n\ndef find(session, name):\n    return session.execute(text(f\"SELECT * FROM users WHERE name = '{name}'\"))\n",
      good: 'from sqlalchemy import text\n\n\ndef find(session, name):\n    return session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})\n',
    },
  ],
  *check(file) {
    const seen = new Set<number>();
    for (const call of file.nodes("call")) {
      const sql = sqlArgument(file, call);
      if (sql === undefined) continue;
      const text = sql.type === "identifier" ? localText(file, sql) : sql;
      const isText = textCall.test(calleeName(file, call));
      const value = text === undefined ? undefined : firstValue(file, text, isText);
      if (text === undefined || value === undefined || seen.has(text.start)) continue;
      seen.add(text.start);
      const edits = bindParameters(file, call, sql);
      yield {
        span: (isText ? executionOf(file, call) : undefined) ?? call.field("function") ?? call,
        message: `\`${value.text}\` is written into the SQL, so it can change what the statement does; bind it as a parameter.`,
        ...(edits === undefined
          ? driverChoices(file, call, sql)
          : { fix: { title: "Bind the values as parameters; look at the quotes in the SQL", safe: false, edits } }),
      };
    }
    for (const assignment of file.nodes("assignment")) {
      const text = assignment.field("right");
      if (text === undefined || seen.has(text.start)) continue;
      const value = firstValue(file, text);
      const head = value === undefined ? undefined : headOf(value.node);
      if (value === undefined || head === undefined || !isFree(file, head)) continue;
      yield {
        span: text,
        message: `\`${value.text}\` is written into the SQL, so it can change what the statement does; bind it as a parameter.`,
      };
    }
  },
});

const sinks =
  /^(execute|executemany|executescript|exec_driver_sql|raw|fetch|fetchrow|fetchval|fetch_all|fetch_one|fetch_val|fetchall|scalar|scalars|stream|query|read_sql|read_sql_query|mogrify|copy_expert)$/;

/** Calls that take SQL, also a part of a statement. */
const textCall = /^(sqlalchemy(\.\w+)*|sqlmodel)\.(text|literal_column)$|^django\.db\.models\.expressions\.RawSQL$/;

/** Where `statement = text(...)` is executed. */
function executionOf(file: PythonFile, call: SyntaxNode): SyntaxNode | undefined {
  const target = call.parent?.type === "assignment" ? call.parent.field("left") : undefined;
  const binding = target?.type === "identifier" ? file.scopes.bindingOf(target) : undefined;
  if (binding === undefined) return undefined;
  const execution = file.nodes("call").find((other) => {
    const [first] = argumentsOf(other).positional;
    return (
      other.start > call.end &&
      first?.type === "identifier" &&
      file.scopes.bindingOf(first) === binding &&
      sinks.test(methodCall(other)?.method ?? "")
    );
  });
  return execution?.field("function");
}

/** The expression that a call sends to the database as SQL. */
function sqlArgument(file: PythonFile, call: SyntaxNode): SyntaxNode | undefined {
  const target = methodCall(call);
  const name = calleeName(file, call);
  const { positional, keywords } = argumentsOf(call);
  const first = positional[0] ?? keywords.get("sql") ?? keywords.get("query") ?? keywords.get("statement");
  if (first === undefined) return undefined;
  if (textCall.test(name)) return first;
  if (target === undefined || !sinks.test(target.method)) return undefined;
  return first.type === "call" && messageParts(first).length === 0 ? undefined : first;
}

/** What the local was last given before its use, together with what was added to it. */
function localText(file: PythonFile, name: SyntaxNode): SyntaxNode | undefined {
  const binding = file.scopes.bindingOf(name);
  const places = binding?.places.filter((place) => place.name.start < name.start) ?? [];
  if (binding === undefined || binding.scope !== file.scopes.scopeOf(name)) return undefined;
  const dynamic = places.find((place) => place.value !== undefined && firstValue(file, place.value) !== undefined);
  return dynamic?.value;
}

const statementStart =
  /^\s*\(?\s*(select|insert|update|delete|with|merge|replace|call|exec|where|and|or|order by|limit|values)\b/i;
/** Statements that take names, and no bound values. */
const otherStatement =
  /^\s*(set|show|use|create|alter|drop|grant|revoke|comment|truncate|pragma|attach|vacuum|analyze|reindex|refresh|listen|notify|lock|copy)\b/i;
/** `UPDATE "…"`: in double quotes stands a name. */
const quotedName =
  /\b(?:from|join|into|update|table|only|schema|index|column|as|select|by)\s+(?:["`]?[\w?]+["`]?\.)?["`]$|[\w?]["`]?\.["`]$|^\s*\(?["`]$/i;

/** The first part that stands where a value stands and comes from outside; what is known to be SQL may be a fragment. */
function firstValue(file: PythonFile, text: SyntaxNode, isSql = false): MessagePart | undefined {
  const parts = withLocals(file, messageParts(text));
  const first = parts.find((part) => part.kind === "text" && part.text.trim() !== "");
  if (first === undefined) return undefined;
  if (isSql && otherStatement.test(first.text)) return undefined;
  if (!isSql && (parts[0]?.kind !== "text" || !statementStart.test(first.text))) return undefined;
  let before = "";
  for (const part of parts) {
    if (part.kind === "text") before += part.text;
    else if (valuePosition.test(before) && !quotedName.test(before) && comesFromOutside(file, part.node)) return part;
    else before += "?";
  }
  return undefined;
}

/** A local that is put together itself, such as the condition of a statement, stands for its parts. */
function withLocals(file: PythonFile, parts: readonly MessagePart[]): readonly MessagePart[] {
  return parts.flatMap((part) => {
    if (part.kind === "text" || part.node.type !== "identifier") return [part];
    const binding = file.scopes.bindingOf(part.node);
    const [place] = binding?.places ?? [];
    const isLocal = binding?.places.length === 1 && binding.scope === file.scopes.scopeOf(part.node);
    const inner = isLocal && place?.value ? messageParts(place.value) : [];
    return inner.length > 0 ? inner : [part];
  });
}

function comesFromOutside(file: PythonFile, node: SyntaxNode): boolean {
  if (/^(integer|float|string|true|false|none)$/.test(node.type)) return false;
  const head = headOf(node) ?? findHead(node);
  if (head === undefined) return false;
  if (
    /^[A-Z][A-Z0-9_]*$/.test(head.text) ||
    /join\(|(?:\b|_)placeholders?\b|\bmarks\b|quote_ident|Identifier\(|\bint\(/.test(node.text)
  )
    return false;
  if (isPlainType(file, node)) return false;
  const binding = file.scopes.lookUp(head.text, file.scopes.scopeOf(head));
  if (binding === undefined) return isFree(file, head);
  if (
    binding.scope.kind === "module" &&
    binding.places.every((place) => place.kind === "import" || isConstant(place.value))
  )
    return isCurrentRequest(file, head);
  return (
    !binding.places.every(
      (place) => place.kind === "assignment" && (isConstant(place.value) || isMadeOfConstants(file, place.value)),
    ) && !binding.places.every((place) => place.kind === "for" && isConstantList(file, place.value))
  );
}

/** Flask's `request` is imported, and yet all that it holds comes from outside. */
function isCurrentRequest(file: PythonFile, head: SyntaxNode): boolean {
  return /^(flask|quart)(\.\w+)*\.request$/.test(nameOf(file, head));
}

/** Numbers, identifiers, dates and members of enums hold no quotes. */
function isPlainType(file: PythonFile, node: SyntaxNode): boolean {
  const isValue = node.type === "attribute" && /^(value|name)$/.test(node.field("attribute")?.text ?? "");
  const member = isValue ? node.field("object") : undefined;
  if (member && file.isInstance(member, "enum.Enum", "enum.IntEnum", "enum.StrEnum")) return true;
  const type = file.typeOf(node) ?? "";
  return (
    /^(builtins\.(int|float|bool)|uuid\.UUID|datetime\.(datetime|date|time|timedelta)|decimal\.Decimal|pydantic(\.\w+)*\.(UUID\d?|PositiveInt|NonNegativeInt))$/.test(
      type,
    ) || file.isInstance(node, "enum.Enum", "enum.IntEnum", "enum.StrEnum")
  );
}

function findHead(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === "identifier") return node;
  for (const child of node.children) {
    const found = child.type === "identifier" ? child : findHead(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `for name in TABLES` and over the list itself. */
function isConstantList(file: PythonFile, value: SyntaxNode | undefined): boolean {
  if (value?.type !== "identifier") return isConstant(value);
  const places = file.scopes.lookUp(value.text, file.scopes.scopeOf(value))?.places ?? [];
  return places.length > 0 && places.every((place) => place.kind === "assignment" && isConstant(place.value));
}

/** `without("extras", OLD_KEYS)`: a function of the module puts together what stands in the code. */
function isMadeOfConstants(file: PythonFile, value: SyntaxNode | undefined): boolean {
  const callee = value?.type === "call" ? value.field("function") : undefined;
  if (value === undefined || callee?.type !== "identifier") return false;
  const places = file.scopes.lookUp(callee.text, file.scopes.scopeOf(callee))?.places ?? [];
  const { positional, keywords } = argumentsOf(value);
  const given = [...positional, ...keywords.values()];
  return (
    places.length > 0 &&
    places.every(({ kind }) => kind === "function") &&
    given.length > 0 &&
    given.every((one) => isConstant(one) || (/^_*[A-Z][A-Z0-9_]*$/.test(one.text) && isConstantList(file, one)))
  );
}

/** A literal, a placeholder list, or a collection of literals. */
function isConstant(value: SyntaxNode | undefined): boolean {
  if (value === undefined) return false;
  // A number cannot carry SQL.
  if (value.type === "call" && /^(int|float|len)$/.test(value.field("function")?.text ?? "")) return true;
  if (/^(integer|float|true|false|none)$/.test(value.type)) return true;
  if (value.type === "string") return !value.children.some((child) => child.type === "interpolation");
  // `"TRUE" if is_postgres else "1"`: whichever it is, it stands in the code.
  if (value.type === "conditional_expression") {
    const [one, , other] = value.children.filter((child) => child.isNamed && child.type !== "comment");
    return isConstant(one) && isConstant(other);
  }
  if (/^(tuple|list|set|expression_list|parenthesized_expression)$/.test(value.type))
    return value.children.filter((child) => child.isNamed).every(isConstant);
  return /\.join\(|["']\?["']|["']%s["']|(?:\b|_)placeholders?\(/.test(value.text);
}

/** Which marks a driver takes that nobody names, the reader knows. */
function driverChoices(
  file: PythonFile,
  call: SyntaxNode,
  sql: SyntaxNode,
): { readonly fix?: Fix; readonly choices?: readonly Fix[] } {
  const styles = [
    ["%s", "as psycopg and MySQL take them"],
    ["?", "as SQLite takes them"],
  ] as const;
  const [fix, ...choices] = styles.flatMap(([style, who]) => {
    const edits = bindParameters(file, call, sql, style);
    return edits
      ? [{ title: `Bind the values with \`${style}\`, ${who}; look at the driver`, safe: false, edits }]
      : [];
  });
  return fix === undefined ? {} : { fix, choices };
}
