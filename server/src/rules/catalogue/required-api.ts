// Flags the raw library where the team goes through one class of its own.

import { importsOf } from "../../python/imported.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option } from "../rule.ts";
import { loosenImport } from "../unneeded-import.ts";

/** What stands for going round the class: whole modules, or the names of one that open connections. */
const RAW: Readonly<Record<string, readonly string[]>> = {
  database: [
    "sqlalchemy.create_engine",
    "sqlalchemy.engine_from_config",
    "sqlalchemy.create_mock_engine",
    "sqlalchemy.create_pool_from_url",
    "sqlalchemy.engine.*",
    "sqlalchemy.orm.Session",
    "sqlalchemy.orm.sessionmaker",
    "sqlalchemy.orm.scoped_session",
    "sqlalchemy.orm.create_session",
    "sqlalchemy.ext.asyncio.*",
    "sqlmodel.create_engine",
    "sqlmodel.Session",
    "asyncpg",
    "psycopg",
    "psycopg2",
    "psycopg_pool",
    "aiopg",
    "pg8000",
    "supabase",
    "postgrest",
    "sqlite3",
    "aiosqlite",
    "pymysql",
    "aiomysql",
    "asyncmy",
    "MySQLdb",
    "pymongo",
    "motor",
    "databases",
    "duckdb",
    "cx_Oracle",
    "oracledb",
    "pyodbc",
  ],
  http: ["requests", "httpx", "aiohttp", "urllib.request", "urllib3", "http.client"],
  cache: ["redis", "aioredis", "pymemcache", "memcache"],
  storage: ["boto3", "aioboto3", "minio", "google.cloud.storage", "azure.storage.blob"],
};

const KINDS: readonly { readonly kind: string; readonly words: RegExp }[] = [
  { kind: "database", words: /database|\bdb\b|sql|postgres|repositor|supabase|mongo/i },
  { kind: "http", words: /http|\bapi client\b|request/i },
  { kind: "cache", words: /cache|redis/i },
  { kind: "storage", words: /storage|bucket|\bs3\b|blob/i },
];

export const requiredApi = fileRule({
  id: "required-api",
  scope: "workspace",
  summary: "The raw library imported where the team uses one class of its own exclusively.",
  why: "One door to the database keeps pooling, tracing and transactions in one place. The module that defines the class, migrations, and imports for type checking are left alone, and so is what opens no connection (`select`, column types, exceptions).",
  severity: "warning",
  fix: "unsafe",
  additiveBy: "raw",
  options: {
    api: option.string("", "The dotted name of the class or function that must be used."),
    raw: option.strings([], "Modules and names that go round it; `module.*` stands for all of a module."),
  },
  answers: [
    "Use the `core.storage.Database` class exclusively for database access.",
    "All database access must go through `infra.db.Gateway`.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "{api} ... (exclusively|only)",
        "(exclusively|only) ... {api}",
        "only (way|door|path|access|gate) to ... {api}",
        "(through|via) {api} alone",
        "(go|access) through {api}",
        "(go|run|flow|pass|happen|route|access) ... (through|via) {api} & (database|db|postgres|sql|http|cache|redis|storage|access|call)",
        "use {api} ... all & (database|db|http|cache|redis|storage)",
        "(always|only) use {api} & (database|db|http|cache|storage) & (access|call|connection|request)",
      ],
      options: readApi,
    },
    {
      // "Never import `requests` directly; use `core.http.Client`."
      stance: "want",
      says: ["use {api}"],
      options: (reading) =>
        /\b(?:never|not|no)\b.*\b(?:directly|itself)\b/i.test(reading.sentence) ? readApi(reading) : undefined,
    },
    {
      // "… goes through `core.http.Client`; never use `requests`": what is ruled out is the way round.
      stance: "avoid",
      says: ["(use|import|call) ... {raw}", "no ... {raw}", "direct ... {raw}"],
      options: readWayRound,
    },
  ],
  examples: [
    {
      bad: "import sqlite3\n\nconnection = sqlite3.connect('app.db')\n",
      good: "from core.storage import Database\n\nconnection = Database()\n",
      options: { api: "core.storage.Database", raw: ["sqlite3"] },
    },
  ],
  *check(file, { api, raw }, { workspace }) {
    if (
      api === "" ||
      /(^|\/)(migrations|alembic)\//.test(file.path) ||
      defines(file.path, api, workspace.moduleFile(api.slice(0, api.lastIndexOf(".")), file.path))
    )
      return;
    const told = new Set<number>();
    for (const { statement, module, name, isForTyping } of importsOf(file)) {
      if (isForTyping || told.has(statement.start) || workspace.moduleFile(module, file.path) !== undefined) continue;
      const dotted = name === undefined ? module : `${module}.${name}`;
      if (isHarmless(dotted)) continue;
      const hit = raw.find((one) => isRaw(dotted, module, one));
      if (hit === undefined) continue;
      told.add(statement.start);
      const fix = loosenImport(file, statement, workspace);
      yield {
        span: statement,
        ...(fix && { fix }),
        message: `\`${dotted}\` goes round \`${api}\`, which is the only way in here. Take a \`${api.split(".").at(-1)}\` and use that.`,
      };
    }
  },
});

/** Types of results and of addresses, and exceptions, which open nothing. */
function isHarmless(dotted: string): boolean {
  return /\.[A-Z]\w*(?:Error|Exception|Warning|Violation)$|^sqlalchemy\.(?:engine|ext\.asyncio)(?:\.\w+)*\.(?:\w*Result|Row|RowMapping|Inspector|Dialect|URL|make_url)$/.test(
    dotted,
  );
}

function isRaw(dotted: string, module: string, raw: string): boolean {
  if (raw.endsWith(".*")) return `${dotted}.`.startsWith(raw.slice(0, -1)) && module.startsWith(raw.slice(0, -2));
  if (dotted === raw || dotted.startsWith(`${raw}.`)) return true;
  return false;
}

/** The file that holds the class itself, or the package around it. */
function defines(path: string, api: string, found: string | undefined): boolean {
  if (found !== undefined)
    return path === found || (found.endsWith("/__init__.py") && path.startsWith(found.slice(0, -"__init__.py".length)));
  const module = api.slice(0, api.lastIndexOf(".")).replaceAll(".", "/");
  return `/${path}`.endsWith(`/${module}.py`) || `/${path}`.includes(`/${module}/`);
}

function readWayRound(reading: Reading): { api: string; raw: readonly string[] } | undefined {
  const api = /(?<![\w.])[a-z_]\w*(?:\.\w+)*\.[A-Z]\w*/.exec(reading.sentence)?.[0];
  const isDoor = /\b(?:through|exclusively|only|always|instead|directly|itself|for all)\b/i.test(reading.sentence);
  if (api === undefined || !isDoor || reading.codes.length === 0 || reading.clause.includes(api)) return undefined;
  const kind = KINDS.find(({ words }) => words.test(api) || words.test(reading.sentence));
  const raw = kind && RAW[kind.kind];
  return raw && reading.codes.every((code) => raw.includes(code)) ? { api, raw } : undefined;
}

/** The class that the sentence names, with its module, and the libraries that do the same. */
function readApi(reading: Reading): { api: string; raw: readonly string[] } | undefined {
  const api = reading.codes.find((code) => /^[a-z_]\w*(\.\w+)*\.[A-Z]\w*(\(\))?$/.test(code))?.replace("()", "");
  if (api === undefined) return undefined;
  const kind = KINDS.find(({ words }) => words.test(api) || words.test(reading.clause));
  return kind && { api, raw: RAW[kind.kind] ?? [] };
}
