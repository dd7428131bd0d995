// The type of a value as far as it is known: a dotted class name and what it is made of.

export interface ValueType {
  /** "builtins.list", "sqlalchemy.orm.Session", ".User" for a class of this file. */
  readonly name: string;
  /** Of `list[User]` the User; undefined where an argument is not known. */
  readonly args: readonly (ValueType | undefined)[];
}

export const noneType = "types.NoneType";
/** What a call of an `async def` gives before it is awaited. */
export const coroutineType = "collections.abc.Coroutine";

export function valueType(name: string, ...args: readonly (ValueType | undefined)[]): ValueType {
  return { name, args };
}

/** The one type that all agree on; None beside another type is left out, as with Optional. */
export function agreed(types: readonly (ValueType | undefined)[]): ValueType | undefined {
  let found: ValueType | undefined;
  for (const type of types) {
    if (type === undefined) return undefined;
    if (type.name === noneType) continue;
    if (found !== undefined && found.name !== type.name) return undefined;
    if (found === undefined || found.args.length < type.args.length) found = type;
  }
  return found ?? types[0];
}

/** What iterating over a value gives. */
export function elementOf(type: ValueType | undefined): ValueType | undefined {
  if (type === undefined) return undefined;
  const { name, args } = type;
  if (name === "builtins.str") return type;
  if (name === "builtins.bytes" || name === "builtins.range") return valueType("builtins.int");
  if (name === "builtins.tuple") return args.length === 1 ? args[0] : args.length > 1 ? agreed(args) : undefined;
  return iterables.has(name) ? args[0] : undefined;
}

const abstract =
  "Iterable Iterator Sequence MutableSequence Collection Set MutableSet Mapping MutableMapping Generator AsyncIterator " +
  "AsyncIterable AsyncGenerator KeysView ValuesView ItemsView Reversible Container";

const iterables: ReadonlySet<string> = new Set([
  ...["list", "set", "frozenset", "dict", "enumerate", "zip", "map", "filter", "reversed"].map(
    (name) => `builtins.${name}`,
  ),
  ...abstract.split(" ").map((name) => `collections.abc.${name}`),
  ...["deque", "defaultdict", "OrderedDict", "Counter"].map((name) => `collections.${name}`),
  "sqlalchemy.ScalarResult",
  "sqlalchemy.orm.Query",
]);

const moved: Readonly<Record<string, string>> = {
  "typing.Text": "builtins.str",
  "typing.DefaultDict": "collections.defaultdict",
  "typing.OrderedDict": "collections.OrderedDict",
  "typing.Counter": "collections.Counter",
  "typing.ChainMap": "collections.ChainMap",
  "typing.Deque": "collections.deque",
  "typing.AbstractSet": "collections.abc.Set",
  "typing.Pattern": "re.Pattern",
  "typing.Match": "re.Match",
  "builtins.IOError": "builtins.OSError",
  "builtins.EnvironmentError": "builtins.OSError",
  "pathlib.PosixPath": "pathlib.Path",
  "sqlalchemy.orm.session.Session": "sqlalchemy.orm.Session",
  "sqlalchemy.orm.session.sessionmaker": "sqlalchemy.orm.sessionmaker",
  "sqlalchemy.orm.query.Query": "sqlalchemy.orm.Query",
  "sqlalchemy.orm.scoping.scoped_session": "sqlalchemy.orm.scoped_session",
  "sqlalchemy.ext.asyncio.session.AsyncSession": "sqlalchemy.ext.asyncio.AsyncSession",
  "sqlalchemy.ext.asyncio.engine.AsyncEngine": "sqlalchemy.ext.asyncio.AsyncEngine",
  "sqlalchemy.engine.Engine": "sqlalchemy.Engine",
  "sqlalchemy.engine.base.Engine": "sqlalchemy.Engine",
  "sqlalchemy.future.Engine": "sqlalchemy.Engine",
  "sqlalchemy.engine.Connection": "sqlalchemy.Connection",
  "sqlalchemy.engine.base.Connection": "sqlalchemy.Connection",
  "sqlalchemy.engine.Result": "sqlalchemy.Result",
  "sqlalchemy.engine.result.Result": "sqlalchemy.Result",
  "sqlalchemy.engine.ScalarResult": "sqlalchemy.ScalarResult",
  "sqlalchemy.sql.Select": "sqlalchemy.Select",
  "sqlalchemy.sql.selectable.Select": "sqlalchemy.Select",
  "sqlalchemy.sql.expression.Select": "sqlalchemy.Select",
  "sqlmodel.orm.session.Session": "sqlmodel.Session",
  "structlog.stdlib.BoundLogger": "structlog.BoundLogger",
  "structlog.typing.FilteringBoundLogger": "structlog.BoundLogger",
  "structlog.types.FilteringBoundLogger": "structlog.BoundLogger",
  "fastapi.applications.FastAPI": "fastapi.FastAPI",
  "fastapi.routing.APIRouter": "fastapi.APIRouter",
  "fastapi.requests.Request": "fastapi.Request",
  "fastapi.datastructures.UploadFile": "fastapi.UploadFile",
  "fastapi.background.BackgroundTasks": "fastapi.BackgroundTasks",
  "fastapi.websockets.WebSocket": "fastapi.WebSocket",
  "asyncio.queues.Queue": "asyncio.Queue",
  "asyncio.tasks.Task": "asyncio.Task",
  "redis.client.Redis": "redis.Redis",
  "redis.asyncio.client.Redis": "redis.asyncio.Redis",
  "redis.StrictRedis": "redis.Redis",
  "multiprocessing.context.Process": "multiprocessing.Process",
};

const builtinAliases: ReadonlySet<string> = new Set(["List", "Dict", "Set", "FrozenSet", "Tuple", "Type"]);
const abstractNames: ReadonlySet<string> = new Set(abstract.split(" "));

/** One spelling of a class that can be imported from several places; typing's aliases as what they stand for. */
export function canonicalName(name: string): string {
  const known = moved[name];
  if (known !== undefined) return known;
  const plain = name.startsWith("typing_extensions.") ? name.replace("typing_extensions.", "typing.") : name;
  if (!plain.startsWith("typing.")) return plain;
  const last = plain.slice("typing.".length);
  if (builtinAliases.has(last)) return `builtins.${last.toLowerCase()}`;
  if (abstractNames.has(last) || last === "Coroutine" || last === "Awaitable") return `collections.abc.${last}`;
  return moved[plain] ?? plain;
}
