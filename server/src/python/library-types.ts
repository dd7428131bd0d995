// What libraries' functions, methods and values give: the knowledge that no file of the workspace holds.
//
// A line says "names -> type": calling the name gives the type. "names : type" is what a value or attribute is.
// `await X` is what an `async def` gives. `self` is the receiver's own type, `item` what it holds, `value` a mapping's value.

import { readAnnotation, typeOfAnnotation } from "./annotation.ts";
import { coroutineType, elementOf, type ValueType } from "./value-type.ts";

const standardLibrary = `
builtins.open io.open codecs.open -> typing.IO
builtins.input builtins.repr builtins.format builtins.chr builtins.hex builtins.oct builtins.bin builtins.ascii -> str
builtins.len builtins.ord builtins.hash builtins.id -> int
builtins.isinstance builtins.issubclass builtins.callable builtins.hasattr builtins.all builtins.any -> bool
builtins.str.{format,join,strip,lstrip,rstrip,lower,upper,replace,title,capitalize,casefold,zfill,center,ljust,rjust,removeprefix,removesuffix,swapcase,expandtabs,translate} -> str
builtins.str.{split,rsplit,splitlines} -> list[str]
builtins.str.{partition,rpartition} -> tuple[str, str, str]
builtins.str.{startswith,endswith,isdigit,isalpha,isalnum,isnumeric,isspace,isupper,islower,isidentifier,isdecimal} -> bool
builtins.str.{find,rfind,index,rindex,count} -> int
builtins.str.encode -> bytes
builtins.bytes.{decode,hex} -> str
builtins.bytes.{strip,replace,join,lower,upper} -> bytes
builtins.dict.keys -> collections.abc.KeysView[item]
builtins.dict.values -> collections.abc.ValuesView[value]
builtins.dict.items -> collections.abc.ItemsView[tuple[item, value]]
builtins.dict.{get,pop,setdefault} -> value
builtins.dict.copy builtins.list.copy builtins.set.copy -> self
builtins.list.pop builtins.set.pop collections.deque.pop collections.deque.popleft -> item
builtins.set.{union,intersection,difference,symmetric_difference} -> self
builtins.list.{index,count} -> int
logging.getLogger logging.Logger.getChild celery.utils.log.get_task_logger -> logging.Logger
logging.root : logging.Logger
subprocess.run -> subprocess.CompletedProcess
subprocess.{check_output,getoutput} -> bytes
subprocess.{call,check_call} subprocess.Popen.{wait} -> int
subprocess.Popen.{stdin,stdout,stderr} : typing.IO
subprocess.Popen.pid asyncio.subprocess.Process.pid : int
asyncio.create_subprocess_exec asyncio.create_subprocess_shell asyncio.subprocess.create_subprocess_exec -> await asyncio.subprocess.Process
asyncio.subprocess.Process.wait -> await int
asyncio.subprocess.Process.communicate -> await tuple[bytes, bytes]
asyncio.{create_task,ensure_future} asyncio.TaskGroup.create_task asyncio.AbstractEventLoop.create_task -> asyncio.Task
asyncio.{get_event_loop,get_running_loop,new_event_loop} -> asyncio.AbstractEventLoop
asyncio.Queue.{get} -> await item
asyncio.{sleep,gather,wait,wait_for,to_thread} asyncio.Queue.{put,join} asyncio.Event.wait asyncio.Lock.acquire -> await Any
socket.{socket,create_connection,create_server} -> socket.socket
asyncio.open_connection -> await tuple[asyncio.StreamReader, asyncio.StreamWriter]
datetime.datetime.{now,utcnow,today,fromtimestamp,utcfromtimestamp,strptime,combine,fromisoformat,replace,astimezone} -> datetime.datetime
datetime.datetime.date datetime.date.{today,fromisoformat,replace,fromtimestamp} -> datetime.date
datetime.datetime.{time,timetz} -> datetime.time
datetime.{datetime,date,time}.{isoformat,strftime} -> str
datetime.datetime.timestamp datetime.timedelta.total_seconds time.{time,monotonic,perf_counter,process_time} -> float
datetime.timezone.utc datetime.UTC : datetime.timezone
time.strftime time.ctime -> str
pathlib.Path.{resolve,absolute,joinpath,with_suffix,with_name,with_stem,relative_to,expanduser,rename,replace,cwd,home,readlink} -> pathlib.Path
pathlib.Path.parent : pathlib.Path
pathlib.Path.parents : collections.abc.Sequence[pathlib.Path]
pathlib.Path.{name,suffix,stem,anchor,root,drive} : str
pathlib.Path.parts : tuple[str, ...]
pathlib.Path.{iterdir,glob,rglob} -> collections.abc.Iterator[pathlib.Path]
pathlib.Path.{read_text,as_posix,as_uri} -> str
pathlib.Path.read_bytes -> bytes
pathlib.Path.{exists,is_file,is_dir,is_absolute,is_relative_to,is_symlink} -> bool
pathlib.Path.open tempfile.NamedTemporaryFile tempfile.TemporaryFile tempfile.SpooledTemporaryFile -> typing.IO
tempfile.{mkdtemp,gettempdir,mktemp} -> str
tempfile.mkstemp -> tuple[int, str]
os.{getcwd,getlogin,strerror} os.path.{join,abspath,basename,dirname,realpath,normpath,expanduser,expandvars,relpath,normcase,commonpath,commonprefix} -> str
os.getenv os.environ.{get,pop} -> str
os.environ : collections.abc.MutableMapping[str, str]
os.listdir sys.argv -> list[str]
os.path.{exists,isfile,isdir,isabs,islink} -> bool
os.path.{getsize} os.{getpid,getppid,cpu_count} -> int
os.path.{getmtime,getctime,getatime} -> float
os.path.splitext os.path.split -> tuple[str, str]
sys.argv : list[str]
sys.{stdout,stderr,stdin} : typing.IO
json.dumps base64.{urlsafe_b64encode} traceback.format_exc secrets.{token_hex,token_urlsafe} shutil.which getpass.getpass -> str
secrets.token_bytes os.urandom base64.{b64encode,b64decode,urlsafe_b64decode} -> bytes
uuid.{uuid1,uuid3,uuid4,uuid5} -> uuid.UUID
uuid.UUID.hex : str
hashlib.{md5,sha1,sha224,sha256,sha384,sha512,blake2b,blake2s,new} -> hashlib.HASH
hashlib.HASH.hexdigest -> str
hashlib.HASH.digest -> bytes
re.compile -> re.Pattern
re.{match,search,fullmatch} re.Pattern.{match,search,fullmatch} -> re.Match
re.{sub} re.Pattern.sub re.Match.group -> str
random.{random,uniform} -> float
random.{randint,randrange} -> int
copy.{copy,deepcopy} -> argument
sqlite3.connect -> sqlite3.Connection
sqlite3.Connection.{cursor,execute,executemany} sqlite3.Cursor.{execute,executemany} -> sqlite3.Cursor
typing.IO.{read,readline} -> str
typing.IO.readlines -> list[str]
`;

const databases = `
sqlalchemy.{create_engine} sqlalchemy.engine.create_engine sqlmodel.create_engine -> sqlalchemy.Engine
sqlalchemy.ext.asyncio.{create_async_engine} -> sqlalchemy.ext.asyncio.AsyncEngine
sqlalchemy.Engine.{connect} -> sqlalchemy.Connection
sqlalchemy.Engine.begin -> contextlib.AbstractContextManager[sqlalchemy.Connection]
sqlalchemy.ext.asyncio.AsyncEngine.{connect,begin} -> contextlib.AbstractAsyncContextManager[sqlalchemy.ext.asyncio.AsyncConnection]
sqlalchemy.orm.Session.begin -> contextlib.AbstractContextManager[sqlalchemy.orm.SessionTransaction]
sqlalchemy.ext.asyncio.AsyncSession.{begin,begin_nested} -> contextlib.AbstractAsyncContextManager[sqlalchemy.ext.asyncio.AsyncSessionTransaction]
sqlalchemy.orm.sessionmaker.begin -> contextlib.AbstractContextManager[item]
sqlalchemy.ext.asyncio.async_sessionmaker.begin -> contextlib.AbstractAsyncContextManager[item]
sqlalchemy.orm.Session.execute sqlmodel.Session.exec sqlalchemy.Connection.execute -> sqlalchemy.Result
sqlalchemy.orm.Session.scalars sqlalchemy.Result.scalars -> sqlalchemy.ScalarResult
sqlalchemy.orm.Session.query -> sqlalchemy.orm.Query
sqlalchemy.ext.asyncio.AsyncSession.execute sqlalchemy.ext.asyncio.AsyncConnection.execute sqlmodel.ext.asyncio.session.AsyncSession.exec -> await sqlalchemy.Result
sqlalchemy.ext.asyncio.AsyncSession.scalars -> await sqlalchemy.ScalarResult
sqlalchemy.ext.asyncio.AsyncSession.{commit,rollback,flush,close,refresh,delete,scalar,get,merge,stream,run_sync} -> await Any
sqlalchemy.Result.{unique} sqlalchemy.ScalarResult.unique -> self
sqlalchemy.Result.mappings -> sqlalchemy.MappingResult
sqlalchemy.Result.{all,fetchall} -> list[sqlalchemy.Row]
sqlalchemy.Result.{first,one,one_or_none,fetchone} -> sqlalchemy.Row
sqlalchemy.orm.Query.{filter,filter_by,join,outerjoin,options,order_by,group_by,having,limit,offset,distinct,with_for_update,where,execution_options,populate_existing,yield_per,enable_eagerloads,select_from,with_entities} -> self
sqlalchemy.orm.Query.count -> int
sqlalchemy.select sqlalchemy.future.select sqlalchemy.sql.select sqlmodel.select -> sqlalchemy.Select
sqlalchemy.Select.{where,filter,filter_by,join,outerjoin,join_from,options,order_by,group_by,having,limit,offset,distinct,with_for_update,execution_options,select_from,with_only_columns,add_columns,correlate} -> self
sqlalchemy.update sqlalchemy.sql.update -> sqlalchemy.Update
sqlalchemy.Update.{where,values,returning,execution_options} sqlalchemy.Delete.{where,returning,execution_options} sqlalchemy.Insert.{values,returning} -> self
sqlalchemy.delete sqlalchemy.sql.delete -> sqlalchemy.Delete
sqlalchemy.insert sqlalchemy.sql.insert -> sqlalchemy.Insert
sqlalchemy.text sqlalchemy.sql.text -> sqlalchemy.TextClause
sqlalchemy.TextClause.bindparams -> self
asyncpg.connect -> await asyncpg.Connection
asyncpg.create_pool -> asyncpg.Pool
asyncpg.Pool.acquire -> contextlib.AbstractAsyncContextManager[asyncpg.Connection]
psycopg2.connect -> psycopg2.extensions.connection
psycopg2.extensions.connection.cursor -> psycopg2.extensions.cursor
psycopg.connect -> psycopg.Connection
psycopg.Connection.{cursor,execute} -> psycopg.Cursor
supabase.create_client -> supabase.Client
redis.from_url redis.Redis.from_url -> redis.Redis
redis.asyncio.from_url redis.asyncio.Redis.from_url aioredis.from_url -> redis.asyncio.Redis
`;

const web = `
httpx.{get,post,put,patch,delete,head,options,request} httpx.Client.{get,post,put,patch,delete,head,options,request,send} -> httpx.Response
httpx.AsyncClient.{get,post,put,patch,delete,head,options,request,send} -> await httpx.Response
httpx.Client.stream -> contextlib.AbstractContextManager[httpx.Response]
httpx.AsyncClient.stream -> contextlib.AbstractAsyncContextManager[httpx.Response]
httpx.AsyncClient.aclose httpx.Response.aread -> await Any
httpx.Response.text requests.Response.text : str
httpx.Response.content requests.Response.content : bytes
httpx.Response.status_code requests.Response.status_code : int
requests.{get,post,put,patch,delete,head,options,request} requests.Session.{get,post,put,patch,delete,head,options,request} -> requests.Response
requests.session -> requests.Session
urllib.request.urlopen -> http.client.HTTPResponse
aiohttp.ClientSession.{get,post,put,patch,delete,head,options,request} -> contextlib.AbstractAsyncContextManager[aiohttp.ClientResponse]
aiohttp.ClientResponse.{json,text,read} -> await Any
fastapi.UploadFile.filename starlette.datastructures.UploadFile.filename : str
fastapi.UploadFile.file starlette.datastructures.UploadFile.file : typing.IO
fastapi.UploadFile.{read} starlette.datastructures.UploadFile.{read} fastapi.Request.body starlette.requests.Request.body -> await bytes
fastapi.UploadFile.{write,seek,close} fastapi.Request.json starlette.requests.Request.json -> await Any
fastapi.Request.form starlette.requests.Request.form -> await starlette.datastructures.FormData
fastapi.Request.headers starlette.requests.Request.headers : starlette.datastructures.Headers
fastapi.Request.query_params starlette.requests.Request.query_params : starlette.datastructures.QueryParams
fastapi.Request.app : fastapi.FastAPI
starlette.datastructures.{Headers,QueryParams}.get -> str
fastapi.WebSocket.{receive_text} -> await str
fastapi.WebSocket.{receive_bytes} -> await bytes
structlog.{get_logger,getLogger,wrap_logger} structlog.stdlib.get_logger structlog.BoundLogger.{bind,new,unbind,try_unbind} -> structlog.BoundLogger
loguru.logger : loguru.Logger
loguru.Logger.{bind,opt,patch} -> loguru.Logger
psutil.Process.{parent} -> psutil.Process
psutil.Process.children -> list[psutil.Process]
psutil.process_iter -> collections.abc.Iterator[psutil.Process]
docker.from_env -> docker.DockerClient
boto3.client -> botocore.client.BaseClient
`;

/** Classes that inherit from another one that rules know. */
const bases: Readonly<Record<string, readonly string[]>> = {
  "sqlmodel.Session": ["sqlalchemy.orm.Session"],
  "sqlmodel.ext.asyncio.session.AsyncSession": ["sqlalchemy.ext.asyncio.AsyncSession"],
  "flask_sqlalchemy.session.Session": ["sqlalchemy.orm.Session"],
  "sqlalchemy.orm.scoped_session": ["sqlalchemy.orm.Session"],
  "sqlalchemy.ext.asyncio.async_scoped_session": ["sqlalchemy.ext.asyncio.AsyncSession"],
  "fastapi.FastAPI": ["starlette.applications.Starlette"],
  "fastapi.APIRouter": ["starlette.routing.Router"],
  "fastapi.Request": ["starlette.requests.Request"],
  "fastapi.WebSocket": ["starlette.websockets.WebSocket"],
  "fastapi.UploadFile": ["starlette.datastructures.UploadFile"],
  "fastapi.BackgroundTasks": ["starlette.background.BackgroundTasks"],
  "fastapi.HTTPException": ["starlette.exceptions.HTTPException"],
  "starlette.exceptions.HTTPException": ["builtins.Exception"],
  "pydantic_settings.BaseSettings": ["pydantic.BaseModel"],
  "sqlmodel.SQLModel": ["pydantic.BaseModel"],
  "collections.defaultdict": ["builtins.dict"],
  "collections.OrderedDict": ["builtins.dict"],
  "collections.Counter": ["builtins.dict"],
  "builtins.bool": ["builtins.int"],
  "datetime.datetime": ["datetime.date"],
  "logging.LoggerAdapter": ["logging.Logger"],
  "logging.RootLogger": ["logging.Logger"],
  "enum.IntEnum": ["enum.Enum"],
  "enum.StrEnum": ["enum.Enum"],
  "asyncio.PriorityQueue": ["asyncio.Queue"],
  "asyncio.LifoQueue": ["asyncio.Queue"],
  "collections.abc.MutableMapping": ["collections.abc.Mapping"],
};

/** What `with` gives where it is not the object itself. */
const entered: Readonly<Record<string, string>> = {
  "tempfile.TemporaryDirectory": "str",
  "contextlib.AbstractContextManager": "item",
  "contextlib.AbstractAsyncContextManager": "item",
  "threading.Lock": "bool",
  "threading.RLock": "bool",
  "asyncio.Lock": "None",
  "asyncio.Semaphore": "None",
  "contextlib.suppress": "None",
  "contextlib.nullcontext": "item",
  "contextlib.closing": "item",
};

/** Functions that are written like classes: calling them makes no instance of that name. */
const capitalisedFunctions =
  /^(fastapi(\.params?|\.param_functions)?\.(Depends|Query|Path|Body|Header|Cookie|File|Form|Security|Param)|pydantic(\.\w+)*\.(Field|PrivateAttr)|sqlmodel(\.\w+)*\.(Field|Relationship)|typing(_extensions)?\.\w+|builtins\.(NotImplemented|Ellipsis))$/;

/** Classes that are not written in capitals, or wholly so. */
const otherClasses: ReadonlySet<string> = new Set(
  (
    "sqlalchemy.orm.sessionmaker sqlalchemy.orm.scoped_session sqlalchemy.ext.asyncio.async_sessionmaker " +
    "sqlalchemy.ext.asyncio.async_scoped_session collections.defaultdict collections.deque datetime.datetime datetime.date " +
    "datetime.time datetime.timedelta datetime.timezone contextlib.closing contextlib.suppress contextlib.nullcontext " +
    "threading.local socket.socket array.array uuid.UUID smtplib.SMTP smtplib.SMTP_SSL ftplib.FTP imaplib.IMAP4_SSL " +
    "multiprocessing.pool.ThreadPool"
  ).split(" "),
);

export function isLibraryClass(name: string): boolean {
  return otherClasses.has(name);
}

/** What the call of an object of these classes gives: sessions from their makers. */
const calledInstances: Readonly<Record<string, string>> = {
  "sqlalchemy.orm.sessionmaker": "sqlalchemy.orm.Session",
  "sqlalchemy.orm.scoped_session": "sqlalchemy.orm.Session",
  "sqlalchemy.ext.asyncio.async_sessionmaker": "sqlalchemy.ext.asyncio.AsyncSession",
  "sqlalchemy.ext.asyncio.async_scoped_session": "sqlalchemy.ext.asyncio.AsyncSession",
};

interface Entry {
  readonly type: string;
  readonly isCalled: boolean;
}

let table: ReadonlyMap<string, Entry> | undefined;

function entries(): ReadonlyMap<string, Entry> {
  table ??= readTable(`${standardLibrary}${databases}${web}`);
  return table;
}

function readTable(text: string): ReadonlyMap<string, Entry> {
  const read = new Map<string, Entry>();
  for (const line of text.trim().split("\n")) {
    const [, names = "", sign, type = ""] = /^(.*?) (->|:) (.*)$/.exec(line) ?? [];
    for (const name of names.split(" ").flatMap(expanded))
      read.set(`${name} ${sign}`, { type, isCalled: sign === "->" });
  }
  return read;
}

/** "a.{b,c}" as a.b and a.c. */
function expanded(name: string): readonly string[] {
  const match = /^(.*?)\{(.*?)\}(.*)$/.exec(name);
  if (!match) return [name];
  const [, before = "", choices = "", after = ""] = match;
  return choices.split(",").flatMap((choice) => expanded(before + choice + after));
}

/** What the words of the table's types stand for. */
export interface TypeContext {
  readonly self?: ValueType | undefined;
  /** The type of the call's first argument. */
  readonly argument?: () => ValueType | undefined;
}

/** What calling a library's function gives; undefined where the table does not say. */
export function typeOfLibraryCall(name: string, context: TypeContext = {}): ValueType | undefined {
  return typed(entries().get(`${name} ->`)?.type, context);
}

/** What a library's value or an attribute of its instances is. */
export function typeOfLibraryValue(name: string, context: TypeContext = {}): ValueType | undefined {
  return typed(entries().get(`${name} :`)?.type, context);
}

/** True where the table says what a call gives, even if that is no type of use. */
export function isKnownCall(name: string): boolean {
  return name === "typing.cast" || entries().has(`${name} ->`) || capitalisedFunctions.test(name);
}

/** What `with` gives for a context manager of that type. */
export function enteredType(type: ValueType): ValueType | undefined {
  const text = entered[type.name];
  return text === undefined ? type : typed(text, { self: type });
}

/** What calling an object of that type gives. */
export function calledInstanceType(type: ValueType): ValueType | undefined {
  return type.args[0] ?? typed(calledInstances[type.name], {});
}

export function isCallableInstance(type: ValueType): boolean {
  return Object.hasOwn(calledInstances, type.name);
}

export function libraryBases(name: string): readonly string[] {
  return Object.hasOwn(bases, name) ? (bases[name] ?? []) : [];
}

function typed(text: string | undefined, context: TypeContext): ValueType | undefined {
  if (text === undefined) return undefined;
  const isAwaited = text.startsWith("await ");
  const type = typeOfAnnotation(readAnnotation(isAwaited ? text.slice("await ".length) : text), (path) => {
    const [word = ""] = path;
    if (path.length > 1) return { kind: "class", name: path.join(".") };
    if (word === "self") return { kind: "alias", type: context.self };
    if (word === "item") return { kind: "alias", type: context.self?.args[0] ?? elementOf(context.self) };
    if (word === "value") return { kind: "alias", type: context.self?.args[1] };
    if (word === "argument") return { kind: "alias", type: context.argument?.() };
    return word === "Any" ? undefined : { kind: "class", name: `builtins.${word}` };
  });
  return isAwaited ? { name: coroutineType, args: [type] } : type;
}
