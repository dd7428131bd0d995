# %% file app/__init__.py
# %% file app/store.py
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

Maker = sessionmaker(create_engine("sqlite://"))
# %% file app/db.py
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")
SessionLocal = sessionmaker(engine)
AsyncSessionLocal = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


def get_db():
    with SessionLocal() as db:
        yield db

# %% flagged in app/routes/orders.py: in routes, with and without a context manager, and by hand
from fastapi import APIRouter
from sqlalchemy.orm import Session

from app import db as database
from app.db import SessionLocal, engine, get_db

router = APIRouter()


@router.get("/a")
def a(page: int):
    db = SessionLocal()
    #    ~~~~~~~~~~~~~~ Depends
    return db.execute("x", page)


@router.get("/b")
async def b():
    async with database.AsyncSessionLocal() as db:
    #          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ makes its own
        return db


@router.get("/c")
def c():
    with Session(engine) as db:
    #    ~~~~~~~~~~~~~~~
        return db


@router.get("/d")
def d():
    return next(get_db())
    #      ~~~~~~~~~~~~~~ Depends
# %% fixed
from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from app import db as database
from app.db import SessionLocal, engine, get_db

router = APIRouter()


@router.get("/a")
def a(page: int, db: Session = Depends(get_db)):
    return db.execute("x", page)


@router.get("/b")
async def b():
    async with database.AsyncSessionLocal() as db:
        return db


@router.get("/c")
def c(db: Session = Depends(get_db)):
    return db


@router.get("/d")
def d(db: Session = Depends(get_db)):
    return db

# %% flagged in app/services/orders.py: in a service
from app.db import SessionLocal


class Orders:
    def count(self) -> int:
        with SessionLocal() as db:
        #    ~~~~~~~~~~~~~~ service
            return db.count()

# %% clean in app/services/mail.py: providers, repositories, a session of its own only if none is given, tasks, sockets, other sessions
import asyncio
from contextlib import contextmanager

import requests
from aiohttp import ClientSession
from fastapi import APIRouter, Depends

from app.db import SessionLocal, get_db

router = APIRouter()


@contextmanager
def scope():
    with SessionLocal() as db:
        yield db


def given(db=None):
    own = db or SessionLocal()
    if db is None:
        own = SessionLocal()
    return own


class Repository:
    def __init__(self, factory):
        self.Session = factory
        self.db = SessionLocal()

    def all(self):
        with self.Session() as db:
            return db.all()


async def later():
    async with SessionLocal() as db:
        await db.run()


async def endless():
    while True:
        with SessionLocal() as db:
            await db.run()


@router.websocket("/ws")
async def socket(ws):
    with SessionLocal() as db:
        await ws.send(db)


@router.get("/x")
async def x(db=Depends(get_db)):
    asyncio.create_task(later())
    with requests.Session() as http:
        async with ClientSession() as other:
            return http, other

# %% clean in scripts/fill.py: a script
from app.db import SessionLocal


def main():
    with SessionLocal() as db:
        db.run()

# %% flagged in app/services/counts.py: a factory and its engine made on the spot are one session
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker


def count():
    session = sessionmaker(bind=create_engine("sqlite://"))()
    #         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ database session
    return session.scalar("x")

# %% fixed
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker


def count(session: Session):
    return session.scalar("x")

# %% flagged in app/routes/stock.py: the body of a `with` moves out, and a parameter goes into its place
from fastapi import APIRouter

from app.db import SessionLocal

router = APIRouter()


@router.get("/stock")
def stock(
    page: int,
    size: int = 0,
):
    """Reads."""
    if size:
        with SessionLocal() as session:
        #    ~~~~~~~~~~~~~~
            # All of it.
            rows = session.execute("x")

            return [row for row in rows]
    with SessionLocal() as session:
    #    ~~~~~~~~~~~~~~
        return session.execute("""x
        y""")
# %% fixed
from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from app.db import SessionLocal, get_db

router = APIRouter()


@router.get("/stock")
def stock(
    page: int,
    size: int = 0,
    session: Session = Depends(get_db),
):
    """Reads."""
    if size:
        # All of it.
        rows = session.execute("x")

        return [row for row in rows]
    with SessionLocal() as session:
        return session.execute("""x
        y""")

# %% flagged in app/routes/hall.py: a session that the route closed by itself
from fastapi import APIRouter

from app.db import SessionLocal

router = APIRouter()


@router.get("/seats")
def seats() -> int:
    db = SessionLocal()
    #    ~~~~~~~~~~~~~~ Depends
    try:
        # Only the free ones.
        return db.execute("x").scalar()
    finally:
        db.close()
# %% fixed
from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from app.db import SessionLocal, get_db

router = APIRouter()


@router.get("/seats")
def seats(db: Session = Depends(get_db)) -> int:
    # Only the free ones.
    return db.execute("x").scalar()

# %% clean in app/services/dredging.py: what only a queue and a loop call has no request to share a session with
from app.db import SessionLocal


class Dredging:
    def __init__(self, queue):
        queue.register("dredge", self.handle)

    def handle(self, payload):
        with SessionLocal() as db:
            self._mark(payload)
            return db

    def _mark(self, payload):
        with SessionLocal() as db:
            return db

    async def watch(self):
        while True:
            await self.sweep()

    async def sweep(self):
        with SessionLocal() as db:
            return db

# %% flagged in app/ropes.py: what shares the line of the session
from fastapi import APIRouter
from sqlalchemy.orm import sessionmaker

router = APIRouter()
SessionLocal = sessionmaker()


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


@router.get("/ropes")
def ropes():
    db = SessionLocal(); db.autoflush = False
    #    ~~~~~~~~~~~~~~
    return db.query(1).all()
# %% fixed app/ropes.py
from fastapi import APIRouter
from sqlalchemy.orm import sessionmaker

router = APIRouter()
SessionLocal = sessionmaker()


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


@router.get("/ropes")
def ropes():
    db = SessionLocal(); db.autoflush = False
    return db.query(1).all()

# %% flagged in app/services/ships.py: callers with a session at hand, defaults, and two sessions of one name
from sqlalchemy.orm import Session

from app.db import AsyncSessionLocal, SessionLocal


def load(name: str, size: int = 1) -> int:
    """Loads it."""
    with SessionLocal() as db:
    #    ~~~~~~~~~~~~~~ This service
        # All of it.
        return db.scalar(name, size)


def unload(session: Session, name: str) -> int:
    return load(name) + load(
        name,
        size=2,
    )


def turn(name: str, *, far: bool) -> int:
    if far:
        with SessionLocal() as db:
        #    ~~~~~~~~~~~~~~ This service
            return db.scalar(name)
    with SessionLocal() as db:
    #    ~~~~~~~~~~~~~~ This service
        return db.scalar(name, 2)


class Ships:
    async def count(self) -> int:
        async with AsyncSessionLocal() as session:
        #          ~~~~~~~~~~~~~~~~~~~ This service
            return await session.scalar("x")

# %% fixed
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from app.db import AsyncSessionLocal, SessionLocal


def load(name: str, size: int = 1, *, db: Session) -> int:
    """Loads it."""
    # All of it.
    return db.scalar(name, size)


def unload(session: Session, name: str) -> int:
    return load(name, db=session) + load(
        name,
        size=2,
        db=session,
    )


def turn(name: str, *, far: bool, db: Session) -> int:
    if far:
        return db.scalar(name)
    return db.scalar(name, 2)


class Ships:
    async def count(self, session: AsyncSession) -> int:
        return await session.scalar("x")

# %% flagged in app/services/quays.py: callers that have none, or that may be meant
from app.db import SessionLocal


def clear(name: str) -> int:
    with SessionLocal() as db:
    #    ~~~~~~~~~~~~~~ This service
        return db.scalar(name)


def sweep(name: str) -> int:
    with SessionLocal() as db:
    #    ~~~~~~~~~~~~~~ This service
        return db.scalar(name)


def scrub(*names: str) -> int:
    with SessionLocal() as db:
    #    ~~~~~~~~~~~~~~ This service
        return db.scalar(names)


class Quay:
    def scour(self) -> int:
        with SessionLocal() as db:
        #    ~~~~~~~~~~~~~~ This service
            return db.scalar("x")
# %% file app/jobs.py
from app.services import quays
from app.services.quays import sweep

JOBS = [sweep]


def run(quay) -> None:
    quays.clear("a")
    quay.scour()

# %% fixed
from sqlalchemy.orm import Session

from app.db import SessionLocal


def clear(name: str) -> int:
    with SessionLocal() as db:
        return db.scalar(name)


def sweep(name: str) -> int:
    with SessionLocal() as db:
        return db.scalar(name)


def scrub(*names: str, db: Session) -> int:
    return db.scalar(names)


class Quay:
    def scour(self) -> int:
        with SessionLocal() as db:
            return db.scalar("x")

# %% flagged in app/services/tides.py: a caller in another file
from app.db import SessionLocal


def high(port: str) -> int:
    db = SessionLocal()
    #    ~~~~~~~~~~~~~~ This service
    try:
        return db.scalar(port)
    finally:
        db.close()
# %% file app/tables.py
from sqlalchemy.orm import Session

from app.services import tides


def table(db: Session, ports: list[str]) -> list[int]:
    return [tides.high(port) for port in ports]

# %% fixed
from sqlalchemy.orm import Session

from app.db import SessionLocal


def high(port: str, db: Session) -> int:
    return db.scalar(port)
# %% fixed app/tables.py
from sqlalchemy.orm import Session

from app.services import tides


def table(db: Session, ports: list[str]) -> list[int]:
    return [tides.high(port, db=db) for port in ports]

# %% flagged in app/services/pumps.py: who waits for the end of a running process does so apart from any request
import asyncio
import subprocess

from app.db import SessionLocal


async def follow(process: asyncio.subprocess.Process) -> int:
    await process.wait()
    with SessionLocal() as db:
        return db.count()


def drain(process: subprocess.Popen) -> int:
    process.communicate()
    with SessionLocal() as db:
        return db.count()


def speed(process: subprocess.Popen) -> int:
    with SessionLocal() as db:
    #    ~~~~~~~~~~~~~~ This service makes its own
        return db.count(process.pid)

# %% fixed
import asyncio
import subprocess

from sqlalchemy.orm import Session

from app.db import SessionLocal


async def follow(process: asyncio.subprocess.Process) -> int:
    await process.wait()
    with SessionLocal() as db:
        return db.count()


def drain(process: subprocess.Popen) -> int:
    process.communicate()
    with SessionLocal() as db:
        return db.count()


def speed(process: subprocess.Popen, db: Session) -> int:
    return db.count(process.pid)

# %% flagged in app/routes/weights.py: a factory by any name
from fastapi import APIRouter

from app.store import Maker

router = APIRouter()


@router.get("/weights")
def weights():
    with Maker() as db:
    #    ~~~~~~~ makes its own
        return db.scalar("x")

# %% fixed
from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from app.db import get_db
from app.store import Maker

router = APIRouter()


@router.get("/weights")
def weights(db: Session = Depends(get_db)):
    return db.scalar("x")
