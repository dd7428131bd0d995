// Finds the number literals whose meaning hangs on a name that is not there.

import { argumentsOf } from "../python/call.ts";
import { calleeName } from "../python/name-of.ts";
import type { PythonFile } from "../python/python-file.ts";
import { decoratorName, decoratorsOf, enclosing, enclosingFunction } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface MeaningfulNumber {
  readonly node: SyntaxNode;
  /** What it is used as, in words: "a delay", "`timeout`". */
  readonly use: string;
  /** A name for the constant: "SLEEP_SECONDS", "TIMEOUT". */
  readonly name: string;
  /** Given to a parameter whose name says what it is and in which unit: `keep_days=30`. */
  readonly isSpelledOut: boolean;
}

type Use = Pick<MeaningfulNumber, "use" | "name">;

const plain: ReadonlySet<number> = new Set([0, 1, -1, 2]);
/** Words in a name that make its number a setting. */
const meaning =
  /(^|_)(timeouts?|retry|retries|attempts|tries|ttl|maxsize|max_size|min_size|chunk_?size|buffer_?size|batch_?size|block_?size|cache_?size|pool_?size|file_?size|st_size|size|interval|delay|backoff|cooldown|threshold|expires?|expiry|expiration|max_age|max_overflow|max_connections|max_workers|concurrency|capacity|window|deadline|grace|grace_period|keepalive|keep_alive|lease|debounce|poll|limit|quota|max_\w+|min_\w+|\w+_(seconds|secs|ms|minutes|hours|days|bytes|limit))($|_(s|sec|secs|seconds|ms|minutes|hours|days|bytes|mb|kb)$)/i;
const comparable =
  /(^|_)(size|length|len|age|elapsed|duration|retries|attempts?|tries|failures|errors|count|timeout|delay|bytes|st_size|uptime|idle|ratio|threshold|score|depth)$/i;
/** Calls whose bounds are documentation, formats or unit arithmetic. */
const exemptCall =
  /(^|\.)(Field|StringConstraints|con(int|float|str|list|set|decimal|bytes)|Query|Path|Body|Form|Header|Cookie|Column|mapped_column|String|Numeric|Integer|VARCHAR|CharField|DecimalField|IntegerField|add_argument|option|Option|Argument|range|round|timedelta|relativedelta|datetime|date|divmod|pow|HTTPException|Response|JSONResponse|subplots|figure|linspace)$/;

/** What annotations say of their types. */
const ofTypes = /^(pydantic|annotated_types|msgspec)\./;
const DRAWING =
  /^(fpdf|reportlab|PIL|matplotlib|plotly|docx|pptx|openpyxl|xlsxwriter|tkinter|pygame|bokeh|altair|cairo|svgwrite)\b/;

export function* meaningfulNumbers(file: PythonFile): Generator<MeaningfulNumber> {
  for (const node of file.nodes("integer", "float", "unary_operator")) {
    const value = numberOf(node);
    if (value === undefined || plain.has(value) || node.parent?.type === "unary_operator") continue;
    if (isInConstant(node)) continue;
    const found = useOf(file, node);
    if (found !== undefined) yield { node, ...found, isSpelledOut: isSpelledOut(node) };
  }
}

/** But for waits, limits of tries and caches, whose numbers somebody will want to find in one place. */
const withUnit =
  /^(?!.*(?:timeout|retr|ttl|delay|sleep|interval|backoff|size|threshold|expir|max_age)).*[a-z]_(?:ms|millis|milliseconds|secs|seconds|mins|minutes|hours|days|weeks|bytes|kb|mb|gb)$/i;

function isSpelledOut({ parent: above }: SyntaxNode): boolean {
  return (
    above !== undefined &&
    /^(?:keyword_argument|default_parameter|typed_default_parameter)$/.test(above.type) &&
    withUnit.test(above.field("name")?.text ?? "")
  );
}

/** What a library that draws has made. */
function isDrawn(file: PythonFile, receiver: SyntaxNode): boolean {
  const made = file.scopes.bindingOf(receiver)?.places.at(-1)?.value;
  return DRAWING.test(file.typeOf(receiver) ?? (made?.type === "call" ? calleeName(file, made) : ""));
}

/** `RETRY = Retry(backoff(), retries=50)`: the constant is where such a number belongs. */
function isInConstant(node: SyntaxNode): boolean {
  const around = enclosing(node, "assignment", "function_definition", "lambda", "class_definition");
  return (
    around?.type === "assignment" &&
    /^[A-Z][A-Z0-9_]*$/.test(around.field("left")?.text ?? "") &&
    enclosing(around, "function_definition", "class_definition") === undefined
  );
}

function numberOf(node: SyntaxNode): number | undefined {
  if (node.type === "unary_operator") {
    const inner = node.field("argument");
    return inner === undefined || !node.text.startsWith("-") || !/^(integer|float)$/.test(inner.type)
      ? undefined
      : -(numberOf(inner) ?? Number.NaN);
  }
  const value = Number(node.text.replaceAll("_", "").replace(/[jJlL]$/, ""));
  return Number.isNaN(value) ? undefined : value;
}

function useOf(file: PythonFile, node: SyntaxNode): Use | undefined {
  const above = node.parent;
  switch (above?.type) {
    case "argument_list":
      return argumentUse(file, node, above.parent);
    case "keyword_argument":
      return keywordUse(file, above);
    case "default_parameter":
    case "typed_default_parameter":
      // How long a page is says its name, as at a call; what an overload says, the function itself has to say.
      return isOfOverload(above) || ofPages.test(above.field("name")?.text ?? "")
        ? undefined
        : named(above.field("name")?.text ?? "", above.field("value") === node);
    case "assignment":
      return above.field("right") === node ? assignmentUse(node, above) : undefined;
    case "comparison_operator":
      return comparisonUse(file, above, node);
    case "tuple":
      // `timeout=(4, 27)`: one for the connection, one for the answer.
      return above.parent?.type === "keyword_argument" && above.parent.field("name")?.text === "timeout"
        ? keywordUse(file, above.parent)
        : undefined;
    case "binary_operator":
      return factorUse(file, node, above);
    default:
      return undefined;
  }
}

/** `sleep(3 * attempt)`: how the delay grows is a setting; 60 and 1000 turn one unit into another. */
function factorUse(file: PythonFile, node: SyntaxNode, product: SyntaxNode): Use | undefined {
  const other = [product.field("left"), product.field("right")].find((side) => side !== node);
  const operator = product.field("operator")?.text ?? "";
  if (!/^[*+]$/.test(operator) || other === undefined || !/[A-Za-z_]/.test(other.text)) return undefined;
  if (units.has(Number(node.text))) return undefined;
  const call = product.parent?.type === "argument_list" ? product.parent.parent : undefined;
  return call?.type === "call" && sleeps.test(calleeName(file, call))
    ? { use: "a delay", name: "SLEEP_SECONDS" }
    : undefined;
}

const units: ReadonlySet<number> = new Set([24, 60, 1000, 3600, 86_400, 0.001, 0.01, 0.1, 0.5]);
const sleeps = /^(time|asyncio|anyio|trio|gevent|eventlet)\.sleep$/;

function isOfOverload(parameter: SyntaxNode): boolean {
  const definition = enclosing(parameter, "function_definition", "lambda");
  return (
    definition !== undefined &&
    decoratorsOf(definition).some((one) => /(^|\.)overload$/.test(decoratorName(one)?.text ?? ""))
  );
}

function argumentUse(file: PythonFile, node: SyntaxNode, call: SyntaxNode | undefined): Use | undefined {
  if (call?.type !== "call") return undefined;
  const name = calleeName(file, call);
  const place = argumentsOf(call).positional.indexOf(node);
  if (sleeps.test(name)) return { use: "a delay", name: "SLEEP_SECONDS" };
  if (
    /^(asyncio\.wait_for|asyncio\.timeout|asyncio\.timeout_at|anyio\.fail_after|anyio\.move_on_after|async_timeout\.timeout|(httpx|urllib3)\.Timeout)$/.test(
      name,
    )
  ) {
    return { use: "a timeout", name: "TIMEOUT_SECONDS" };
  }
  if (/^cachetools\.\w*Cache$/.test(name)) {
    return place === 0
      ? { use: "a cache size", name: "CACHE_MAXSIZE" }
      : { use: "a time to live", name: "CACHE_TTL_SECONDS" };
  }
  const strategy = strategies.find(({ names }) => names.test(name));
  if (strategy) return place === 0 || place === 1 ? { use: strategy.use, name: strategy.name } : undefined;
  const receiverType = file.typeOf(call.field("function")?.field("object") ?? call);
  if (REDIS.test(receiverType ?? "") && /\.p?(setex|expire)$/.test(name) && place === 1)
    return { use: "a time to live", name: "CACHE_TTL_SECONDS" };
  if (
    /^(threading\.(Event|Thread|Condition)|subprocess\.Popen|multiprocessing\.Process)$/.test(receiverType ?? "") &&
    /\.(wait|join)$/.test(name)
  ) {
    return { use: "a timeout", name: "TIMEOUT_SECONDS" };
  }
  if (/^(socket\.socket|ssl\.SSLSocket)$/.test(receiverType ?? "") && /\.settimeout$/.test(name) && place === 0)
    return { use: "a timeout", name: "SOCKET_TIMEOUT_SECONDS" };
  return undefined;
}

const ofPages = /^(limit|offset|page|page_size|per_page)$/;
const REDIS = /^(aio)?redis(\.\w+)*\.(Strict)?Redis(Cluster)?$/;

/** Libraries that retry, told how often and how long to wait by position. */
const strategies: readonly { readonly names: RegExp; readonly use: string; readonly name: string }[] = [
  { names: /^tenacity(\.stop)?\.stop_after_attempt$/, use: "a count of retries", name: "MAX_ATTEMPTS" },
  { names: /^tenacity(\.stop)?\.stop_(after|before)_delay$/, use: "a timeout", name: "RETRY_TIMEOUT_SECONDS" },
  {
    names: /^tenacity(\.(asyncio\.)?wait)?\.wait_(fixed|random)$/,
    use: "a delay",
    name: "RETRY_DELAY_SECONDS",
  },
];

function keywordUse(file: PythonFile, keyword: SyntaxNode): Use | undefined {
  const call = keyword.parent?.parent;
  if (call?.type !== "call") return undefined;
  const callee = calleeName(file, call);
  if (exemptCall.test(callee) || ofTypes.test(callee)) return undefined;
  const name = keyword.field("name")?.text ?? "";
  if (/^(aiohttp(\.\w+)*\.ClientTimeout|httpx\.Timeout|urllib3(\.\w+)*\.Timeout)$/.test(calleeName(file, call)))
    return { use: `\`${name}\` of a timeout`, name: `${toConstant(name)}_TIMEOUT_SECONDS` };
  const receiver = call.field("function")?.field("object");
  if (/^(ex|px)$/.test(name) && receiver && REDIS.test(file.typeOf(receiver) ?? ""))
    return { use: "a time to live", name: name === "px" ? "CACHE_TTL_MS" : "CACHE_TTL_SECONDS" };
  if (/^(limit|offset|page|page_size|status_code|indent|width|height|port|year|month|day)$/.test(name))
    return undefined;
  // How large letters and pictures are drawn.
  if (name === "size" && (DRAWING.test(callee) || (receiver && isDrawn(file, receiver)))) return undefined;
  // A kibibyte at a time is the unit itself.
  if (/^(chunk|block|buffer|buf)_?size$/i.test(name) && keyword.field("value")?.text === "1024") return undefined;
  return named(name, true);
}

function assignmentUse(node: SyntaxNode, assignment: SyntaxNode): Use | undefined {
  const target = assignment.field("left");
  const name =
    target?.type === "attribute"
      ? target.field("attribute")?.text
      : target?.type === "identifier"
        ? target.text
        : undefined;
  if (name === undefined || /^[A-Z0-9_]+$/.test(name)) return undefined;
  const scope = enclosingFunction(node);
  // A field of a class is a definition with a name, as a constant is.
  if (
    scope === undefined &&
    (enclosing(node, "class_definition") !== undefined || assignment.field("type") !== undefined)
  )
    return undefined;
  return named(name, true);
}

function comparisonUse(file: PythonFile, comparison: SyntaxNode, node: SyntaxNode): Use | undefined {
  const operator = comparison.children.find((child) => /^(<|>|<=|>=)$/.test(child.type));
  const other = comparison.children.find((child) => child.isNamed && child.start !== node.start);
  if (
    operator === undefined ||
    other === undefined ||
    comparison.children.filter((child) => child.isNamed).length !== 2
  )
    return undefined;
  const limit = operator.text.startsWith(">") ? "MAX" : "MIN";
  if (isByteCount(file, other, numberOf(node) ?? 0))
    return { use: `a bound of \`${other.text}\``, name: `${limit}_SIZE_BYTES` };
  const name =
    other.type === "attribute" ? (other.field("attribute")?.text ?? "") : other.type === "identifier" ? other.text : "";
  if (/^(status|status_code|code|port|version|year|hour|minute|month|day)$/i.test(name)) return undefined;
  if (!comparable.test(name) && !meaning.test(name)) return undefined;
  if (isUnitStep(comparison, other, node)) return undefined;
  const bare = toConstant(name)
    .replace(/^(MAX|MIN)_/, "")
    .replace(/^ST_SIZE$/, "FILE_SIZE");
  return { use: `a bound of \`${other.text}\``, name: `${limit}_${bare}` };
}

/** `os.path.getsize(path)`, or `len(data)` of bytes where the number is too large to be the length of a header. */
function isByteCount(file: PythonFile, node: SyntaxNode, bound: number): boolean {
  if (node.type !== "call") return false;
  const name = calleeName(file, node);
  if (name === "os.path.getsize") return true;
  const [first] = argumentsOf(node).positional;
  return (
    bound >= 1024 &&
    /(^|\.)len$/.test(name) &&
    first !== undefined &&
    /^(builtins\.)?(bytes|bytearray)$/.test(file.typeOf(first) ?? "")
  );
}

/** `while size >= 1024: size /= 1024` steps from one unit to the next. */
function isUnitStep(comparison: SyntaxNode, other: SyntaxNode, node: SyntaxNode): boolean {
  const around = enclosingFunction(comparison);
  const value = other.text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`\b${value}\s*/=?\s*${node.text}\b`).test(around?.text ?? "");
}

/** How wide something is drawn is seen, and no setting. */
const ofLayout = /(^|_)(width|height|padding|margin|indent|columns?|rows?)$/i;

function named(name: string, isValue: boolean): Use | undefined {
  if (!isValue || !meaning.test(name) || ofLayout.test(name)) return undefined;
  return { use: `\`${name}\``, name: toConstant(name) };
}

function toConstant(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/^_+/, "")
    .toUpperCase();
}
