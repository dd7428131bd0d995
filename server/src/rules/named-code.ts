// Decides what a piece of code in a sentence names: a module, a function or class, a method, a keyword argument.

import { isBuiltinName } from "../python/builtins.ts";
import { isStandardLibrary } from "../python/standard-library.ts";
import type { ExampleCode } from "./reading.ts";

export type NamedCode =
  /** "requests", "os.path": importing it or reaching into it. */
  | { readonly kind: "module"; readonly name: string }
  /** "time.sleep", "OldClient", "builtins.eval". */
  | { readonly kind: "name"; readonly name: string }
  /** ".iterrows": a method, on whatever it is called. */
  | { readonly kind: "method"; readonly name: string }
  /** "shell=True", "inplace=": a keyword argument, of whatever call. */
  | { readonly kind: "keyword"; readonly name: string };

const aliases: Readonly<Record<string, string>> = {
  np: "numpy",
  pd: "pandas",
  pl: "polars",
  plt: "matplotlib.pyplot",
  sns: "seaborn",
  tf: "tensorflow",
  sa: "sqlalchemy",
  dt: "datetime",
  st: "streamlit",
};

const libraries = new Set(
  (
    "requests httpx aiohttp urllib3 numpy pandas polars matplotlib seaborn plotly scipy sklearn torch tensorflow keras jax " +
    "django flask fastapi starlette uvicorn gunicorn pydantic pydantic_settings marshmallow attr attrs msgspec sqlalchemy " +
    "sqlmodel alembic asyncpg psycopg psycopg2 pymongo motor redis aioredis celery dramatiq rq kombu boto3 botocore aiobotocore " +
    "click typer rich loguru structlog pytest nose mock hypothesis factory faker freezegun responses respx vcr tenacity backoff " +
    "orjson ujson simplejson yaml toml tomli dotenv environs decouple jwt jose passlib bcrypt cryptography paramiko fabric " +
    "setuptools distutils pkg_resources poetry six future attrs pytz dateutil pendulum arrow bs4 lxml scrapy selenium playwright " +
    "openai anthropic langchain transformers tiktoken sentry_sdk opentelemetry prometheus_client streamlit gradio dash pyspark " +
    "networkx sympy PIL cv2 imageio tqdm joblib dask ray numba cython anyio trio gevent eventlet twisted tornado sanic bottle " +
    "jinja2 mako markdown docutils sphinx black isort flake8 pylint mypy pyright tortoise peewee mongoengine beanie ormar databases"
  ).split(" "),
);

/** Products whose names look like those of classes. */
const products = new Set(
  (
    "GitHub GitLab BitBucket PyCharm IntelliJ WebStorm JavaScript TypeScript CoffeeScript PowerShell PostgreSQL MySQL MariaDB MongoDB " +
    "SQLAlchemy SQLite DynamoDB CosmosDB GraphQL OpenAPI OAuth DevOps YouTube LinkedIn WhatsApp CircleCI TeamCity CloudFormation DockerHub StackOverflow WordPress"
  ).split(" "),
);

/** What a package is called where it is installed, and where it is imported. */
const distributions: Readonly<Record<string, string>> = {
  "python-jose": "jose",
  pyjwt: "jwt",
  "python-dotenv": "dotenv",
  pyyaml: "yaml",
  beautifulsoup4: "bs4",
  "opencv-python": "cv2",
  "psycopg2-binary": "psycopg2",
  pillow: "PIL",
  "scikit-learn": "sklearn",
  "python-dateutil": "dateutil",
};

/** Products that are imported under a name of another spelling, and that no class is called. */
const imported: Readonly<Record<string, string>> = {
  LangChain: "langchain",
  LangGraph: "langgraph",
  LlamaIndex: "llama_index",
  PyTorch: "torch",
  TensorFlow: "tensorflow",
  NumPy: "numpy",
  SciPy: "scipy",
  PySpark: "pyspark",
  CrewAI: "crewai",
  AutoGen: "autogen",
};

/** Names that stand for "something of this kind" in a sentence. */
const placeholder =
  /^(?:[A-Z]|foo|bar|baz|Foo|Bar|Baz|My\w*|my_\w+|(?:Class|Func|Function|Module|Model|Type|Var|Field|Package|Table|Base)Name|Some\w*|some_\w+|Example\w*|example\w*|Model|Class|Name|Thing|xxx|XXX|func|function|method|obj|self|cls|value|name|data|result)$/;
const ordinaryMethods = new Set(
  (
    "append extend insert remove pop clear index count sort reverse copy get items keys values update setdefault popitem add discard " +
    "union join split strip replace format encode decode startswith endswith find lower upper read write close open seek tell " +
    "apply map filter all first one save delete create execute commit rollback refresh query run start stop send recv put post " +
    "patch head options json text content dict next iter init call new set reset load dump loads dumps exists mkdir unlink"
  ).split(" "),
);

/** Nothing but a data frame has these, so they need no dot. */
const methodsOfFrames = new Set(["iterrows", "itertuples", "iteritems", "applymap", "toPandas"]);

/** What the code names; undefined where imports cannot decide whether other code is the same thing. */
export function namedCode(code: string, examples: readonly ExampleCode[] = []): NamedCode | undefined {
  const text = code
    .trim()
    .replace(/^@/, "")
    .replace(/\(.*\)$/s, "");
  const distribution = text.toLowerCase();
  if (Object.hasOwn(distributions, distribution)) return { kind: "module", name: distributions[distribution] ?? "" };
  if (Object.hasOwn(imported, text)) return { kind: "module", name: imported[text] ?? "" };
  const keyword = /^([a-z_]\w*)=(\w+|\.\.\.|"[^"]*"|'[^']*')?$/.exec(code.trim());
  if (keyword) return { kind: "keyword", name: `${keyword[1]}=${keyword[2] === "..." ? "" : (keyword[2] ?? "")}` };
  const statement = /^(?:import\s+([\w.]+)|from\s+([\w.]+)\s+import\s+(\w+))$/.exec(text);
  if (statement) {
    if (statement[1]) return isKnownModule(statement[1]) ? { kind: "module", name: full(statement[1]) } : undefined;
    return placeholder.test(statement[3] ?? "") ? undefined : { kind: "name", name: `${statement[2]}.${statement[3]}` };
  }
  const method = /^\.([a-z_]\w*)$/.exec(text)?.[1];
  if (method)
    return ordinaryMethods.has(method) || method.length < 5 ? undefined : { kind: "method", name: `.${method}` };
  if (methodsOfFrames.has(text)) return { kind: "method", name: `.${text}` };
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text)) return undefined;
  if (/^(?:None|True|False)$/.test(text)) return undefined;
  const segments = text.split(".");
  if (segments.some((segment) => placeholder.test(segment))) return undefined;
  const root = segments[0] ?? "";
  if (segments.length > 1) return dotted(text, segments, root, examples);
  if (products.has(text)) return undefined;
  if (isCamel(text))
    return isBuiltinName(text) ? { kind: "name", name: `builtins.${text}` } : { kind: "name", name: text };
  // What is called is no module: `select()` is SQLAlchemy's.
  const isCalled = /\(.*\)$/s.test(code.trim());
  if (isKnownModule(text) && !isBuiltinName(text) && !isCalled) return { kind: "module", name: full(text) };
  if (isBuiltinName(text)) return { kind: "name", name: `builtins.${text}` };
  return importedIn(examples, text) ? { kind: "name", name: text } : undefined;
}

function dotted(
  text: string,
  segments: readonly string[],
  root: string,
  examples: readonly ExampleCode[],
): NamedCode | undefined {
  if (isKnownModule(root)) {
    const name = full(text);
    const last = segments.at(-1) ?? "";
    return isModulePath(name) && !isCamel(last) ? { kind: "module", name } : { kind: "name", name };
  }
  if (isCamel(root)) return { kind: "name", name: text };
  return importedIn(examples, root) ? { kind: "name", name: text } : undefined;
}

/** "os.path" and "concurrent.futures" are modules themselves. */
function isModulePath(name: string): boolean {
  return /^(?:os\.path|concurrent\.futures|unittest\.mock|urllib\.\w+|xml\.\w+(?:\.\w+)?|email\.\w+|http\.(?:client|server|cookies)|importlib\.\w+|multiprocessing\.pool|logging\.(?:config|handlers)|collections\.abc|matplotlib\.pyplot|asyncio\.\w+s|numpy\.random|sqlalchemy\.(?:orm|ext\.\w+)|google\.\w+|django\.\w+(?:\.\w+)?)$/.test(
    name,
  );
}

function full(name: string): string {
  const [root = "", ...rest] = name.split(".");
  return [Object.hasOwn(aliases, root) ? aliases[root] : root, ...rest].join(".");
}

/** One that everybody knows, or Python's own. */
export function isKnownModule(name: string): boolean {
  const root = name.split(".")[0] ?? "";
  return isStandardLibrary(root) || libraries.has(root) || Object.hasOwn(aliases, root);
}

function isCamel(name: string): boolean {
  return /^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*$/.test(name) && name.length > 3;
}

function importedIn(examples: readonly ExampleCode[], name: string): boolean {
  let names = importedNames.get(examples);
  if (!names) importedNames.set(examples, (names = namesImportedBy(examples)));
  return names.has(name);
}

/** All readings of a guide share one list of its examples. */
const importedNames = new WeakMap<readonly ExampleCode[], ReadonlySet<string>>();

function namesImportedBy(examples: readonly ExampleCode[]): ReadonlySet<string> {
  const statements = examples.flatMap(({ code }) => code.match(/^\s*(?:from\s+[\w.]+\s+)?import\s+[^#\n]+/gm) ?? []);
  return new Set(statements.flatMap((statement) => statement.replace(/^.*?\bimport\b/s, "").match(/\w+/g) ?? []));
}

/** The module that an example of the guide imports a name from. */
export function moduleOfName(examples: readonly ExampleCode[], name: string): string | undefined {
  for (const { code } of examples) {
    const found = new RegExp(String.raw`^\s*from\s+([\w.]+)\s+import\s+[^#\n]*\b${name}\b`, "m").exec(code);
    if (found?.[1]) return found[1];
  }
  return undefined;
}

/** True where a resolved name is the banned one, however it was imported. */
export function isSameName(resolved: string, name: string): boolean {
  if (name.startsWith("builtins.")) return resolved === name;
  const own = resolved.replace(/^\./, "");
  return own === name || own.endsWith(`.${name}`);
}

/** The same, also where the import goes over several lines in parentheses. */
export function importedFrom(examples: readonly ExampleCode[], name: string): string | undefined {
  const known = moduleOfName(examples, name);
  if (known !== undefined) return known;
  for (const { code } of examples) {
    const found = new RegExp(String.raw`^\s*from\s+([\w.]+)\s+import\s*\([^)]*\b${name}\b`, "m").exec(code);
    if (found?.[1]) return found[1];
  }
  return undefined;
}
