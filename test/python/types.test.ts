import { expect, test } from "vitest";
import type { External } from "../../server/src/python/external.ts";
import { valueType } from "../../server/src/python/value-type.ts";
import { marked } from "./marked.ts";

const none = undefined;
type Row = readonly [name: string, code: string, expected: string | undefined];

const annotations: readonly Row[] = [
  ["parameter", "from sqlalchemy.orm import Session\ndef f(s: Session):\n  «s»", "sqlalchemy.orm.Session"],
  ["string", "from sqlalchemy.orm import Session\ndef f(s: 'Session'):\n  «s»", "sqlalchemy.orm.Session"],
  ["dotted", "import httpx\ndef f(c: httpx.AsyncClient):\n  «c»", "httpx.AsyncClient"],
  ["Optional", "from typing import Optional\nimport x\ndef f(c: Optional[x.Y] = None):\n  «c»", "x.Y"],
  ["or None", "import x\ndef f(c: x.Y | None):\n  «c»", "x.Y"],
  ["None or", "import x\ndef f(c: None | x.Y):\n  «c»", "x.Y"],
  ["string or None", "import x\ndef f(c: 'x.Y | None'):\n  «c»", "x.Y"],
  ["Union with None", "import x, typing\ndef f(c: typing.Union[x.Y, None]):\n  «c»", "x.Y"],
  ["Union of two", "import x\ndef f(c: x.Y | x.Z):\n  «c»", none],
  ["Any", "from typing import Any\ndef f(c: Any):\n  «c»", none],
  ["object", "def f(c: object):\n  «c»", none],
  [
    "Annotated",
    "from typing import Annotated\nfrom sqlalchemy.orm import Session\nfrom fastapi import Depends\ndef f(s: Annotated[Session, Depends(get)]):\n  «s»",
    "sqlalchemy.orm.Session",
  ],
  [
    "alias of Annotated",
    "from typing import Annotated\nfrom sqlalchemy.orm import Session\nDb = Annotated[Session, Depends(get)]\ndef f(s: Db):\n  «s»",
    "sqlalchemy.orm.Session",
  ],
  ["type statement", "import x\ntype T = x.Y\ndef f(s: T):\n  «s»", "x.Y"],
  ["NewType", "from typing import NewType\nUserId = NewType('UserId', int)\ndef f(s: UserId):\n  «s»", "builtins.int"],
  ["TypeVar", "from typing import TypeVar\nT = TypeVar('T')\ndef f(s: T):\n  «s»", none],
  ["list", "def f(s: list[int]):\n  «s»", "builtins.list"],
  ["typing.List", "from typing import List\ndef f(s: List[int]):\n  «s»", "builtins.list"],
  ["element of a list", "from typing import List\nimport x\ndef f(s: List['x.Y']):\n  for i in s:\n    «i»", "x.Y"],
  ["subscript of a list", "def f(s: list[str]):\n  «s[0]»", "builtins.str"],
  ["value of a dict", "import x\ndef f(s: dict[str, x.Y]):\n  «s['a']»", "x.Y"],
  ["get of a dict", "import x\ndef f(s: dict[str, x.Y]):\n  «s.get('a')»", "x.Y"],
  ["items of a dict", "import x\ndef f(s: dict[str, x.Y]):\n  for k, v in s.items():\n    «v»", "x.Y"],
  ["values of a dict", "import x\ndef f(s: dict[str, x.Y]):\n  for v in s.values():\n    «v»", "x.Y"],
  [
    "Sequence",
    "from collections.abc import Sequence\nimport x\ndef f(s: Sequence[x.Y]):\n  return [«i» for i in s]",
    "x.Y",
  ],
  ["class object", "import x\ndef f(s: type[x.Y]):\n  «s»", none],
  ["Literal", "from typing import Literal\ndef f(s: Literal['a', 'b']):\n  «s»", "builtins.str"],
  ["Callable", "from typing import Callable\ndef f(s: Callable[[int], str]):\n  «s»", none],
  ["*args", "def f(*args: int):\n  «args»", "builtins.tuple"],
  ["**kwargs", "def f(**kw):\n  «kw»", "builtins.dict"],
  ["own class", "class A: ...\ndef f(s: A):\n  «s»", ".A"],
  ["own class below, in a string", "def f(s: 'A'):\n  «s»\nclass A: ...", ".A"],
  ["variable", "import x\ns: x.Y = get()\n«s»", "x.Y"],
  ["bare", "import x\ns: x.Y\ns = get()\n«s»", none],
  ["unannotated", "def f(session):\n  «session»", none],
  ["default value is no annotation", "def f(x=5):\n  «x»", none],
  ["unknown name", "def f(x: Foo):\n  «x»", none],
  ["Self", "from typing import Self\nclass A:\n  def me(self) -> Self: ...\n  def g(self):\n    «self.me()»", ".A"],
];

const assignments: readonly Row[] = [
  ["constructor", "import subprocess\np = subprocess.Popen(['x'])\n«p»", "subprocess.Popen"],
  ["constructor of an own class", "class A: ...\na = A()\n«a»", ".A"],
  ["straight re-assignment", "import x\na = 1\na = x.Y()\n«a»", "x.Y"],
  ["use before re-assignment", "import x\na = 1\n«a»\na = x.Y()", "builtins.int"],
  ["the use in its own assignment", "a = 'x'\na = f(«a»)", "builtins.str"],
  ["chained", "a = b = []\n«a»", "builtins.list"],
  ["tuple", "a, b = 1, 'x'\n«b»", "builtins.str"],
  ["tuple of another length", "a, b = f()\n«b»", none],
  ["starred", "a, *b = 1, 2\n«a»", none],
  ["swap", "a, b = 1, 'x'\na, b = b, a\n«a»", "builtins.str"],
  ["branches agree", "if c:\n  a = 1\nelse:\n  a = 2\n«a»", "builtins.int"],
  ["branches disagree", "if c:\n  a = 1\nelse:\n  a = ''\n«a»", none],
  ["one branch", "a = 1\nif c:\n  a = ''\n«a»", none],
  ["one branch that leaves", "def f():\n  a = 1\n  if c:\n    a = ''\n    return\n  «a»", "builtins.int"],
  ["one unknown branch", "a = 1\nif c:\n  a = g()\n«a»", none],
  ["elif", "if c:\n  a = 1\nelif d:\n  a = 2\nelse:\n  raise E\n«a»", "builtins.int"],
  ["inside the branch", "a = 1\nif c:\n  a = ''\n  «a»", "builtins.str"],
  ["None first", "import x\na = None\nif c:\n  a = x.Y()\n«a»", "x.Y"],
  ["only None", "a = None\n«a»", none],
  ["loop", "a = 1\nfor i in x:\n  «a»\n  a = ''", none],
  ["loop that agrees", "a = 1\nwhile x:\n  «a»\n  a = 2", "builtins.int"],
  ["behind a loop", "a = 1\nfor i in x:\n  a = ''\n«a»", none],
  ["try and except", "try:\n  a = 1\nexcept E:\n  a = ''\n«a»", none],
  ["try, except that leaves", "def f():\n  try:\n    a = 1\n  except E:\n    return\n  «a»", "builtins.int"],
  ["in the handler", "a = ''\ntry:\n  a = 1\nexcept E:\n  «a»", none],
  ["in finally", "a = None\ntry:\n  a = 1\nfinally:\n  «a»", "builtins.int"],
  ["in else", "a = ''\ntry:\n  a = 1\nexcept E: ...\nelse:\n  «a»", "builtins.int"],
  ["with body", "with x:\n  a = 1\n«a»", "builtins.int"],
  ["module value in a function", "a = []\ndef f():\n  «a»", "builtins.list"],
  ["module value of two types in a function", "a = []\na = {}\ndef f():\n  «a»", none],
  ["module value set in a function", "a = None\ndef f():\n  global a\n  a = 1\ndef g():\n  «a»", "builtins.int"],
  ["closure", "def f():\n  a = []\n  def g():\n    «a»", "builtins.list"],
  ["isinstance", "def f(x):\n  if isinstance(x, str):\n    «x»", "builtins.str"],
  ["isinstance with and", "def f(x):\n  if a and isinstance(x, str):\n    «x»", "builtins.str"],
  ["isinstance then assigned", "def f(x):\n  if isinstance(x, str):\n    x = 1\n    «x»", "builtins.int"],
  ["parameter re-assigned", "from pathlib import Path\ndef f(p: str):\n  p = Path(p)\n  «p»", "pathlib.Path"],
  ["parameter re-assigned to the unknown", "def f(p: str):\n  p = g(p)\n  «p»", none],
  ["walrus", "import re\nif (m := re.match('a', b)):\n  «m»", "re.Match"],
  ["augmented", "a = 'x'\na += 'y'\n«a»", "builtins.str"],
  ["augmented number", "a = 0\na += 0.5\n«a»", none],
  ["counter", "a = 0\na += 1\n«a»", "builtins.int"],
  ["deleted", "a = 1\ndel a\n«a»", none],
  ["conditional expression", "a = 1 if c else 2\n«a»", "builtins.int"],
  ["or", "def f(x: str | None):\n  a = x or 'y'\n  «a»", "builtins.str"],
  ["for over a literal", "for a in ['x', 'y']:\n  «a»", "builtins.str"],
  ["for over range", "for i in range(3):\n  «i»", "builtins.int"],
  ["for over enumerate", "import x\ndef f(s: list[x.Y]):\n  for i, a in enumerate(s):\n    «a»", "x.Y"],
  ["except as", "import json\ntry: ...\nexcept json.JSONDecodeError as e:\n  «e»", "json.JSONDecodeError"],
  ["except a tuple as", "try: ...\nexcept (ValueError, KeyError) as e:\n  «e»", none],
  ["never from a name", "session.execute(«logger»)", none],
];

const classes: readonly Row[] = [
  ["self", "class A:\n  def f(self):\n    «self»", ".A"],
  ["self under another name", "class A:\n  def f(this):\n    «this»", ".A"],
  ["cls", "class A:\n  @classmethod\n  def f(cls):\n    «cls»", none],
  ["static method", "class A:\n  @staticmethod\n  def f(self):\n    «self»", none],
  [
    "field set in __init__",
    "import x\nclass A:\n  def __init__(self):\n    self.y = x.Y()\n  def f(self):\n    «self.y»",
    "x.Y",
  ],
  [
    "field from a parameter",
    "from sqlalchemy.orm import Session\nclass A:\n  def __init__(self, db: Session):\n    self.db = db\n  def f(self):\n    «self.db»",
    "sqlalchemy.orm.Session",
  ],
  [
    "annotated field in __init__",
    "class A:\n  def __init__(self):\n    self.jobs: dict[str, int] = {}\n  def f(self):\n    «self.jobs»",
    "builtins.dict",
  ],
  [
    "value of a field's dict",
    "import subprocess\nclass A:\n  def __init__(self):\n    self.jobs: dict[str, subprocess.Popen] = {}\n  def f(self, k):\n    p = self.jobs[k]\n    «p»",
    "subprocess.Popen",
  ],
  ["class-level annotation", "import x\nclass A:\n  y: x.Y\n  def f(self):\n    «self.y»", "x.Y"],
  ["class-level value", "class A:\n  y = []\n  def f(self):\n    «self.y»", "builtins.list"],
  [
    "column in a class",
    "from sqlalchemy import Column, Integer\nclass A:\n  id = Column(Integer)\n  def f(self):\n    «self.id»",
    none,
  ],
  [
    "field of two types",
    "class A:\n  def f(self):\n    self.y = 1\n  def g(self):\n    self.y = ''\n    «self.y.z»",
    none,
  ],
  [
    "field None first",
    "import x\nclass A:\n  def __init__(self):\n    self.y = None\n  def f(self):\n    self.y = x.Y()\n  def g(self):\n    «self.y»",
    "x.Y",
  ],
  ["field of another object", "import x\nclass A:\n  y: x.Y\na = A()\n«a.y»", "x.Y"],
  ["field of a base", "import x\nclass B:\n  y: x.Y\nclass A(B):\n  def f(self):\n    «self.y»", "x.Y"],
  ["property", "class A:\n  @property\n  def y(self) -> str: ...\n«A().y»", "builtins.str"],
  ["method", "class A:\n  def y(self) -> 'A': ...\n«A().y()»", ".A"],
  ["method is no value", "class A:\n  def y(self) -> 'A': ...\n«A().y»", none],
  ["method of a base", "class B:\n  def y(self) -> int: ...\nclass A(B): ...\n«A().y()»", "builtins.int"],
  ["class method", "class A:\n  @classmethod\n  def make(cls) -> 'A': ...\n«A.make()»", ".A"],
  [
    "Mapped column",
    "from sqlalchemy.orm import Mapped\nclass A:\n  id: Mapped[int]\n  def f(self):\n    «self.id»",
    "builtins.int",
  ],
  ["super", "import x\nclass A(x.Y):\n  def f(self):\n    «super()»", "x.Y"],
  ["function by annotation", "import x\ndef f() -> x.Y: ...\n«f()»", "x.Y"],
  ["function by its returns", "import x\ndef f():\n  return x.Y()\n«f()»", "x.Y"],
  ["async function", "import x\nasync def f() -> x.Y: ...\nasync def g():\n  a = await f()\n  «a»", "x.Y"],
  ["async function, not awaited", "import x\nasync def f() -> x.Y: ...\n«f()»", "collections.abc.Coroutine"],
  ["recursive function", "def f():\n  return f()\n«f()»", none],
  [
    "context manager",
    "from contextlib import contextmanager\nimport x\n@contextmanager\ndef f():\n  yield x.Y()\nwith f() as a:\n  «a»",
    "x.Y",
  ],
  [
    "async context manager",
    "from contextlib import asynccontextmanager\nfrom collections.abc import AsyncIterator\nimport x\n@asynccontextmanager\nasync def f() -> AsyncIterator[x.Y]:\n  yield x.Y()\nasync def g():\n  async with f() as a:\n    «a»",
    "x.Y",
  ],
  ["__enter__", "import x\nclass A:\n  def __enter__(self) -> x.Y: ...\nwith A() as a:\n  «a»", "x.Y"],
  ["__enter__ that returns self", "class A:\n  def __enter__(self):\n    return self\nwith A() as a:\n  «a»", ".A"],
  ["namedtuple", "from collections import namedtuple\nP = namedtuple('P', 'x y')\n«P(1, 2)»", ".P"],
];

const libraries: readonly Row[] = [
  ["getLogger", "import logging\nlogger = logging.getLogger(__name__)\n«logger»", "logging.Logger"],
  [
    "getLogger in a method",
    "from logging import getLogger\nlog = getLogger()\nclass A:\n  def f(self):\n    «log»",
    "logging.Logger",
  ],
  ["structlog", "import structlog\nlogger = structlog.get_logger()\n«logger»", "structlog.BoundLogger"],
  ["structlog bind", "import structlog\nlogger = structlog.get_logger().bind(a=1)\n«logger»", "structlog.BoundLogger"],
  ["loguru", "from loguru import logger\n«logger»", "loguru.Logger"],
  ["loguru in a function", "from loguru import logger\ndef f():\n  «logger»", "loguru.Logger"],
  [
    "celery logger",
    "from celery.utils.log import get_task_logger\nlog = get_task_logger(__name__)\n«log»",
    "logging.Logger",
  ],
  [
    "create_subprocess_exec",
    "import asyncio\nasync def f():\n  p = await asyncio.create_subprocess_exec('x')\n  «p»",
    "asyncio.subprocess.Process",
  ],
  ["subprocess.run", "import subprocess\nr = subprocess.run(['x'])\n«r»", "subprocess.CompletedProcess"],
  ["with Popen", "import subprocess\nwith subprocess.Popen(['x']) as p:\n  «p»", "subprocess.Popen"],
  [
    "sessionmaker",
    "from sqlalchemy.orm import sessionmaker\nSessionLocal = sessionmaker(bind=e)\ndef f():\n  db = SessionLocal()\n  «db»",
    "sqlalchemy.orm.Session",
  ],
  [
    "with sessionmaker",
    "from sqlalchemy.orm import sessionmaker\nSessionLocal = sessionmaker(bind=e)\nwith SessionLocal() as db:\n  «db»",
    "sqlalchemy.orm.Session",
  ],
  [
    "with sessionmaker.begin",
    "from sqlalchemy.orm import sessionmaker, Session\nmake = sessionmaker(e, class_=Session)\nwith make.begin() as db:\n  «db»",
    "sqlalchemy.orm.Session",
  ],
  [
    "async_sessionmaker",
    "from sqlalchemy.ext.asyncio import async_sessionmaker\nmake = async_sessionmaker(e)\nasync def f():\n  async with make() as db:\n    «db»",
    "sqlalchemy.ext.asyncio.AsyncSession",
  ],
  [
    "sessionmaker of AsyncSession",
    "from sqlalchemy.orm import sessionmaker\nfrom sqlalchemy.ext.asyncio import AsyncSession\nmake = sessionmaker(e, class_=AsyncSession)\n«make()»",
    "sqlalchemy.ext.asyncio.AsyncSession",
  ],
  [
    "annotated sessionmaker",
    "from sqlalchemy.ext.asyncio import async_sessionmaker, AsyncSession\ndef f(make: async_sessionmaker[AsyncSession]):\n  «make()»",
    "sqlalchemy.ext.asyncio.AsyncSession",
  ],
  [
    "sessionmaker call called at once",
    "from sqlalchemy.orm import sessionmaker\n«sessionmaker(e)()»",
    "sqlalchemy.orm.Session",
  ],
  [
    "Session of an engine",
    "from sqlalchemy.orm import Session\nwith Session(engine) as s:\n  «s»",
    "sqlalchemy.orm.Session",
  ],
  ["create_engine", "from sqlalchemy import create_engine\nengine = create_engine(url)\n«engine»", "sqlalchemy.Engine"],
  [
    "connect",
    "from sqlalchemy import create_engine\nengine = create_engine(url)\nwith engine.connect() as c:\n  «c»",
    "sqlalchemy.Connection",
  ],
  [
    "engine.begin",
    "from sqlalchemy import create_engine\nengine = create_engine(url)\nwith engine.begin() as c:\n  «c»",
    "sqlalchemy.Connection",
  ],
  [
    "query",
    "from sqlalchemy.orm import Session\ndef f(s: Session):\n  q = s.query(A).filter(b)\n  «q»",
    "sqlalchemy.orm.Query",
  ],
  ["select", "from sqlalchemy import select\nq = select(A).where(b).order_by(c)\n«q»", "sqlalchemy.Select"],
  [
    "re-assigned query",
    "from sqlalchemy import select\nq = select(A)\nif x:\n  q = q.where(b)\n«q»",
    "sqlalchemy.Select",
  ],
  [
    "result",
    "from sqlalchemy.ext.asyncio import AsyncSession\nasync def f(s: AsyncSession):\n  r = await s.execute(q)\n  «r»",
    "sqlalchemy.Result",
  ],
  [
    "sqlmodel session",
    "from sqlmodel import Session\ndef f(s: Session):\n  r = s.execute(q)\n  «r»",
    "sqlalchemy.Result",
  ],
  [
    "Depends of an own provider",
    "from fastapi import Depends\nfrom sqlalchemy.orm import sessionmaker\nSessionLocal = sessionmaker()\ndef get_db():\n  db = SessionLocal()\n  try:\n    yield db\n  finally:\n    db.close()\ndef route(db=Depends(get_db)):\n  «db»",
    "sqlalchemy.orm.Session",
  ],
  [
    "Depends of an annotated async provider",
    "from fastapi import Depends\nfrom typing import AsyncGenerator\nimport x\nasync def get() -> AsyncGenerator[x.Y, None]:\n  yield x.Y()\ndef route(db = Depends(get)):\n  «db»",
    "x.Y",
  ],
  ["Depends of a class", "from fastapi import Depends\nclass P: ...\ndef route(p=Depends(P)):\n  «p»", ".P"],
  ["Depends itself", "from fastapi import Depends\nx = Depends(f)\n«x»", none],
  ["FastAPI", "from fastapi import FastAPI\napp = FastAPI(title='x')\n«app»", "fastapi.FastAPI"],
  ["APIRouter", "import fastapi\nrouter = fastapi.APIRouter()\n«router»", "fastapi.APIRouter"],
  ["UploadFile.filename", "from fastapi import UploadFile\ndef f(u: UploadFile):\n  «u.filename»", "builtins.str"],
  ["Field is no class", "from pydantic import Field\n«Field(1)»", none],
  [
    "httpx client",
    "import httpx\nasync def f():\n  async with httpx.AsyncClient() as c:\n    r = await c.get(u)\n    «r»",
    "httpx.Response",
  ],
  ["requests", "import requests\nr = requests.get(u)\n«r»", "requests.Response"],
  ["asyncio.Queue", "import asyncio\nq = asyncio.Queue(maxsize=3)\n«q»", "asyncio.Queue"],
  ["task", "import asyncio\nt = asyncio.create_task(f())\n«t»", "asyncio.Task"],
  ["Path", "from pathlib import Path\np = Path('a') / 'b'\n«p»", "pathlib.Path"],
  [
    "Path chain",
    "from pathlib import Path\np = (Path(__file__).resolve().parent / 'x').with_suffix('.y')\n«p»",
    "pathlib.Path",
  ],
  ["Path.name", "from pathlib import Path\n«Path('a').name»", "builtins.str"],
  ["glob", "from pathlib import Path\nfor p in Path('a').glob('*'):\n  «p»", "pathlib.Path"],
  ["datetime.now", "from datetime import datetime\n«datetime.now()»", "datetime.datetime"],
  [
    "difference of datetimes",
    "from datetime import datetime\nd = datetime.now() - datetime.now()\n«d»",
    "datetime.timedelta",
  ],
  ["TemporaryDirectory", "import tempfile\nwith tempfile.TemporaryDirectory() as d:\n  «d»", "builtins.str"],
  ["open", "with open('x') as f:\n  «f»", "typing.IO"],
  ["os.path.join", "import os\n«os.path.join('a', b)»", "builtins.str"],
  ["environ", "import os\n«os.environ['a']»", "builtins.str"],
  ["defaultdict", "from collections import defaultdict\nd = defaultdict(list)\n«d»", "collections.defaultdict"],
  ["cast", "from typing import cast\nimport x\n«cast(x.Y, z)»", "x.Y"],
  ["cast to a string", "from typing import cast\nimport x\n«cast('x.Y', z)»", "x.Y"],
  ["unknown function", "import x\n«x.make()»", none],
  ["unknown class", "import x\n«x.Maker()»", "x.Maker"],
  ["constant is no class", "import x\n«x.MAKER()»", none],
];

const literals: readonly Row[] = [
  ["str", "«'a'»", "builtins.str"],
  ["f-string", "«f'{a}'»", "builtins.str"],
  ["bytes", "«b'a'»", "builtins.bytes"],
  ["two strings", "«('a' 'b')»", "builtins.str"],
  ["int", "«1_000»", "builtins.int"],
  ["float", "«1e3»", "builtins.float"],
  ["bool", "«True»", "builtins.bool"],
  ["not", "«not x»", "builtins.bool"],
  ["comparison", "«a == 1»", none],
  ["list", "«[1]»", "builtins.list"],
  ["dict", "«{}»", "builtins.dict"],
  ["set", "«{1}»", "builtins.set"],
  ["tuple", "«(1, 2)»", "builtins.tuple"],
  ["comprehension", "«[x for x in y]»", "builtins.list"],
  ["dict comprehension", "«{x: 1 for x in y}»", "builtins.dict"],
  ["str method", "«'a'.join(x)»", "builtins.str"],
  ["split", "a = 'x'.split(',')\n«a[0]»", "builtins.str"],
  ["format", "«'%s' % x»", "builtins.str"],
  ["concatenation", "«'a' + 'b'»", "builtins.str"],
  ["concatenation with the unknown", "«'a' + b»", none],
  ["product", "«60 * 60»", "builtins.int"],
  ["quotient", "«1 / 2»", "builtins.float"],
  ["negative", "«-1»", "builtins.int"],
  ["sorted", "«sorted({1})»", "builtins.list"],
  ["dict()", "«dict(a=1)»", "builtins.dict"],
  ["slice", "«'abc'[1:]»", "builtins.str"],
  ["lambda", "«(lambda: 1)»", none],
];

for (const [group, rows] of Object.entries({ annotations, assignments, classes, libraries, literals })) {
  test.each(rows)(`${group}: %s`, (_, code, expected) => {
    const { file, nodes } = marked(code);
    expect(nodes).toHaveLength(1);
    for (const node of nodes) expect(file.typeOf(node)).toBe(expected);
  });
}

const facts: Readonly<Record<string, ReturnType<External>>> = {
  "app.db.SessionLocal": { kind: "value", type: valueType("sqlalchemy.orm.sessionmaker") },
  "app.db.get_db": {
    kind: "function",
    type: valueType("collections.abc.Iterator", valueType("sqlalchemy.orm.Session")),
    provides: valueType("sqlalchemy.orm.Session"),
  },
  "app.db.DbSession": { kind: "alias", type: valueType("sqlalchemy.orm.Session") },
  "app.db.logger": { kind: "value", type: valueType("logging.Logger") },
  "app.models.User": { kind: "class", bases: ["app.models.Base"] },
  "app.models.Base": { kind: "class", bases: ["sqlalchemy.orm.DeclarativeBase"] },
  "app.models.Base.save": { kind: "function", type: valueType("builtins.bool"), provides: undefined },
  "app.models.User.name": { kind: "value", type: valueType("builtins.str") },
  "app.models.Make": { kind: "function", type: valueType("app.models.User"), provides: undefined },
};

const imported: readonly Row[] = [
  ["value", "from app.db import logger\n«logger»", "logging.Logger"],
  ["session maker", "from app.db import SessionLocal\n«SessionLocal()»", "sqlalchemy.orm.Session"],
  [
    "provider",
    "from fastapi import Depends\nfrom app.db import get_db\ndef f(db=Depends(get_db)):\n  «db»",
    "sqlalchemy.orm.Session",
  ],
  ["alias in an annotation", "from app.db import DbSession\ndef f(db: DbSession):\n  «db»", "sqlalchemy.orm.Session"],
  ["class", "from app.models import User\n«User()»", "app.models.User"],
  ["field", "from app.models import User\ndef f(u: User):\n  «u.name»", "builtins.str"],
  ["method of a base", "from app.models import User\ndef f(u: User):\n  «u.save()»", "builtins.bool"],
  ["function in capitals", "from app.models import Make\n«Make()»", "app.models.User"],
];

test.each(imported)("imported: %s", (_, code, expected) => {
  const { file, nodes } = marked(code, "app/x.py", (name) => facts[name]);
  for (const node of nodes) expect(file.typeOf(node)).toBe(expected);
});

const instances: readonly (readonly [code: string, name: string, expected: boolean])[] = [
  ["from sqlmodel import Session\ndef f(s: Session):\n  «s»", "sqlalchemy.orm.Session", true],
  ["from app.models import User\ndef f(u: User):\n  «u»", "sqlalchemy.orm.DeclarativeBase", true],
  ["from pydantic import BaseModel\nclass A(BaseModel): ...\nclass B(A): ...\n«B()»", "pydantic.BaseModel", true],
  ["from pydantic import BaseModel\nclass A: ...\n«A()»", "pydantic.BaseModel", false],
];

test.each(instances)("instance: %s is a %s: %s", (code, name, expected) => {
  const { file, nodes } = marked(code, "app/x.py", (dotted) => facts[dotted]);
  for (const node of nodes) expect(file.isInstance(node, name)).toBe(expected);
});
