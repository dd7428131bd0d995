# %% file app/__init__.py
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
def d():
    return next(get_db())

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
