// Calls that hold up the event loop, told by what they resolve to and by the types they are made on.

import { methodCall } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export type Blocking = "sleep" | "http" | "database" | "process" | "files" | "other";

export interface BlockingCall {
  readonly about: Blocking;
  /** What the reader sees: `requests.get`, `Session.execute`. */
  readonly name: string;
  readonly instead: string;
}

const FUNCTIONS: readonly { readonly name: RegExp; readonly about: Blocking; readonly instead: string }[] = [
  { name: /^time\.sleep$/, about: "sleep", instead: "`await asyncio.sleep(…)`" },
  {
    name: /^requests(\.api)?\.(get|post|put|patch|delete|head|options|request)$/,
    about: "http",
    instead: "an `httpx.AsyncClient`",
  },
  {
    name: /^httpx\.(get|post|put|patch|delete|head|options|request|stream)$/,
    about: "http",
    instead: "an `httpx.AsyncClient`",
  },
  {
    name: /^urllib\.request\.(urlopen|urlretrieve)$|^urllib3\.request$/,
    about: "http",
    instead: "an `httpx.AsyncClient`",
  },
  {
    name: /^subprocess\.(run|call|check_call|check_output|getoutput|getstatusoutput)$|^os\.(system|popen|wait|waitpid)$/,
    about: "process",
    instead: "`asyncio.create_subprocess_exec`",
  },
  {
    name: /^builtins\.(open|input)$|^io\.open$|^os\.fdopen$/,
    about: "files",
    instead: "`aiofiles` or `asyncio.to_thread`",
  },
  { name: /^(psycopg2?|sqlite3|pymysql|MySQLdb)\.connect$/, about: "database", instead: "an async driver" },
];

const METHODS: readonly {
  readonly type: RegExp;
  readonly method: RegExp;
  readonly about: Blocking;
  readonly instead: string;
}[] = [
  {
    type: /^(sqlalchemy\.orm(\.\w+)*|sqlmodel(\.(?!ext)\w+)*)\.(Session|scoped_session)$/,
    method: /^(execute|scalars|scalar|get|get_one|exec|commit|rollback|flush|refresh|merge|bulk_\w+)$/,
    about: "database",
    instead: "an `AsyncSession`",
  },
  {
    type: /^sqlalchemy(\.engine(\.\w+)*)?\.(Engine|Connection)$/,
    method: /^(execute|connect|begin|commit|rollback|scalar|scalars)$/,
    about: "database",
    instead: "an async engine",
  },
  {
    type: /^requests(\.sessions)?\.Session$/,
    method: /^(get|post|put|patch|delete|head|options|request|send)$/,
    about: "http",
    instead: "an `httpx.AsyncClient`",
  },
  {
    type: /^httpx(\._client)?\.Client$/,
    method: /^(get|post|put|patch|delete|head|options|request|send)$/,
    about: "http",
    instead: "an `httpx.AsyncClient`",
  },
  {
    type: /^(sqlite3|psycopg2?(\.\w+)*|pymysql(\.\w+)*)\.(Connection|Cursor|connection|cursor)$/,
    method: /^(execute|executemany|fetchone|fetchall|fetchmany|commit)$/,
    about: "database",
    instead: "an async driver",
  },
  {
    type: /^pymongo(\.\w+)*\.(Collection|Database|MongoClient)$/,
    method:
      /^(find_one|insert_one|insert_many|update_one|update_many|delete_one|delete_many|count_documents|aggregate)$/,
    about: "database",
    instead: "the async client",
  },
  {
    type: /^redis(\.client)?\.(Redis|StrictRedis)$/,
    method: /^(get|set|delete|hget|hset|hgetall|lpush|rpush|publish|incr|expire|exists|setex)$/,
    about: "other",
    instead: "`redis.asyncio`",
  },
  {
    type: /^subprocess\.Popen$/,
    method: /^(wait|communicate)$/,
    about: "process",
    instead: "`asyncio.create_subprocess_exec`",
  },
  {
    type: /^pathlib\.(Posix|Windows)?Path$/,
    method: /^(read_text|read_bytes|write_text|write_bytes|open)$/,
    about: "files",
    instead: "`aiofiles` or `asyncio.to_thread`",
  },
  {
    type: /^smtplib\.SMTP(_SSL)?$/,
    method: /^(send_message|sendmail|login|connect)$/,
    about: "other",
    instead: "`asyncio.to_thread`",
  },
];

/** Methods that end a chain which began with `session.query(…)`. */
const RUNNING = /^(all|first|one|one_or_none|scalar|count|get|delete|update|exists)$/;

export function blockingCall(file: PythonFile, call: SyntaxNode): BlockingCall | undefined {
  const callee = call.field("function");
  if (!callee) return undefined;
  const name = file.resolve(callee);
  if (name !== undefined) {
    const known = FUNCTIONS.find((one) => one.name.test(name));
    if (known) return { about: known.about, name: name.replace(/^builtins\./, ""), instead: known.instead };
  }
  const method = methodCall(call);
  if (!method) return undefined;
  const type = file.typeOf(method.receiver) ?? "";
  const known = METHODS.find((one) => one.type.test(type) && one.method.test(method.method));
  if (known) return { about: known.about, name: `${type.split(".").at(-1)}.${method.method}`, instead: known.instead };
  if (RUNNING.test(method.method) && isSyncQuery(file, method.receiver))
    return { about: "database", name: `Query.${method.method}`, instead: "an `AsyncSession`" };
  return undefined;
}

/** `session.query(…).filter(…)` on a session that is not async, also through a local variable. */
function isSyncQuery(file: PythonFile, node: SyntaxNode): boolean {
  let current: SyntaxNode | undefined = node;
  for (let steps = 0; current && steps < 40; steps++) {
    if (current.type === "parenthesized_expression") current = current.children.find((child) => child.isNamed);
    else if (current.type === "call") {
      const method = methodCall(current);
      if (!method) return false;
      if (method.method === "query")
        return /^(sqlalchemy\.orm(\.\w+)*|sqlmodel(\.\w+)*)\.(Session|scoped_session)$/.test(
          file.typeOf(method.receiver) ?? "",
        );
      current = method.receiver;
    } else return current.type === "identifier" && /^sqlalchemy\.orm(\.\w+)*\.Query$/.test(file.typeOf(current) ?? "");
  }
  return false;
}
