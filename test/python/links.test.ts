import { expect, test } from "vitest";
import { moduleFile } from "../../server/src/models/module-file.ts";
import { Links } from "../../server/src/python/external.ts";
import type { SourceFile } from "../../server/src/python/source-file.ts";
import { marked, open } from "./marked.ts";

const others: Readonly<Record<string, string>> = {
  "app/__init__.py": "",
  "app/db/__init__.py": "from .session import SessionLocal, engine as the_engine\nfrom app.settings import *\n",
  "app/db/session.py":
    "from sqlalchemy import create_engine\nfrom sqlalchemy.orm import sessionmaker\nengine = create_engine(url)\nSessionLocal = sessionmaker(bind=engine)\n",
  "app/deps.py":
    "from typing import Annotated\nfrom contextlib import contextmanager\nfrom fastapi import Depends\nfrom sqlalchemy.orm import Session\nfrom app.db import SessionLocal\n\ndef get_db():\n    db = SessionLocal()\n    try:\n        yield db\n    finally:\n        db.close()\n\n@contextmanager\ndef scope():\n    with SessionLocal() as session:\n        yield session\n\nDb = Annotated[Session, Depends(get_db)]\n",
  "app/models/__init__.py": "from .user import User\nfrom .base import Base\n",
  "app/models/base.py":
    "from sqlalchemy.orm import DeclarativeBase\nclass Base(DeclarativeBase):\n    def save(self) -> bool: ...\n",
  "app/models/user.py":
    "from sqlalchemy.orm import Mapped\nfrom .base import Base\nclass User(Base):\n    name: Mapped[str]\n    boss: Mapped['User']\n    @property\n    def label(self) -> str: ...\n    @classmethod\n    def first(cls) -> 'User': ...\n",
  "app/log.py": "import logging\nlogger = logging.getLogger('app')\ndef make(): return logger\n",
  "app/ring_a.py": "from app.ring_b import b\na = b\n",
  "app/ring_b.py": "from app.ring_a import a\nb = a\n",
  "src/core/cache.py": "class Cache: ...\ncache = Cache()\n",
};

const table: readonly (readonly [name: string, code: string, expected: string | undefined])[] = [
  ["value", "from app.log import logger\n«logger»", "logging.Logger"],
  ["value of a module", "from app import log\n«log.logger»", "logging.Logger"],
  ["relative", "from .log import logger\n«logger»", "logging.Logger"],
  ["function", "from app.log import make\n«make()»", "logging.Logger"],
  [
    "re-exported session maker",
    "from app.db import SessionLocal\nwith SessionLocal() as db:\n  «db»",
    "sqlalchemy.orm.Session",
  ],
  ["re-exported under another name", "from app.db import the_engine\n«the_engine»", "sqlalchemy.Engine"],
  [
    "provider over two files",
    "from fastapi import Depends\nfrom app.deps import get_db\ndef f(db=Depends(get_db)):\n  «db»",
    "sqlalchemy.orm.Session",
  ],
  [
    "context manager over two files",
    "from app.deps import scope\nwith scope() as db:\n  «db»",
    "sqlalchemy.orm.Session",
  ],
  ["annotation alias", "from app.deps import Db\ndef f(db: Db):\n  «db»", "sqlalchemy.orm.Session"],
  ["class by its package", "from app.models import User\n«User()»", "app.models.User"],
  ["field", "from app.models import User\ndef f(u: User):\n  «u.name»", "builtins.str"],
  [
    "field of the class itself",
    "from app.models.user import User\ndef f(u: User):\n  «u.boss»",
    "app.models.user.User",
  ],
  ["property", "from app.models.user import User\ndef f(u: User):\n  «u.label»", "builtins.str"],
  ["method of a base", "from app.models.user import User\ndef f(u: User):\n  «u.save()»", "builtins.bool"],
  ["class method", "from app.models.user import User\n«User.first()»", "app.models.user.User"],
  ["source root", "from core.cache import cache\n«cache»", "core.cache.Cache"],
  ["missing name", "from app.log import nothing\n«nothing»", undefined],
  ["files in a circle", "from app.ring_a import a\n«a»", undefined],
  ["library", "from httpx import AsyncClient\n«AsyncClient()»", "httpx.AsyncClient"],
];

const files = new Map<string, SourceFile>();
const links: Links = new Links({
  moduleFile: (module, from) => moduleFile(module, from, (path) => Object.hasOwn(others, path)),
  fact: (path, name) => {
    let file = files.get(path);
    if (!file) {
      file = open(others[path] ?? "", path, links.externalFor(path));
      files.set(path, file);
    }
    return file.fact(name);
  },
});

test.each(table)("%s", (_, code, expected) => {
  const { file, nodes } = marked(code, "app/main.py", links.externalFor("app/main.py"));
  for (const node of nodes) expect(file.typeOf(node)).toBe(expected);
});

test("a class of another file that inherits from a library's", () => {
  const { file, nodes } = marked(
    "from app.models import User\n«User()»",
    "app/main.py",
    links.externalFor("app/main.py"),
  );
  for (const node of nodes) expect(file.isInstance(node, "sqlalchemy.orm.DeclarativeBase")).toBe(true);
});

test("the same parse under other links", () => {
  const { file, nodes } = marked("from app.log import logger\n«logger»", "app/main.py");
  const [node] = nodes;
  const linked = file.seenWith(links.externalFor(file.path));
  expect(linked.root).toBe(file.root);
  expect(node && [file.typeOf(node), linked.typeOf(node)]).toEqual([undefined, "logging.Logger"]);
});
