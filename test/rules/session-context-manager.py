# %% file app/store.py
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

Maker = sessionmaker(create_engine("sqlite://"))
# %% flagged: opened and left to luck
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")
Local = sessionmaker(engine)
AsyncLocal = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


def count():
    db = Local()
    #    ~~~~~~~ with
    number = db.count()
    # The comment stays.
    db.close()
    return number


async def load():
    session = AsyncLocal()
    #         ~~~~~~~~~~~~ async with
    return await session.execute("x")


def chained():
    return Session(engine).execute("x")
    #      ~~~~~~~~~~~~~~~ never closed
# %% fixed
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")
Local = sessionmaker(engine)
AsyncLocal = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


def count():
    with Local() as db:
        number = db.count()
        # The comment stays.
        return number


async def load():
    async with AsyncLocal() as session:
        return await session.execute("x")


def chained():
    return Session(engine).execute("x")

# %% clean: context managers, finally, providers, stored and handed back
from contextlib import ExitStack

import requests
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")
Local = sessionmaker(engine)


def with_block():
    with Local() as db, Session(engine) as other, Local.begin() as third:
        return db, other, third


def closed():
    db = Local()
    try:
        return db.count()
    finally:
        db.close()


def provide():
    db = Local()
    try:
        yield db
    finally:
        db.close()


def handed_back():
    db = Local()
    return db


def on_stack(stack: ExitStack):
    db = Local()
    stack.enter_context(db)
    return db.count()


def later():
    db = Local()
    with db:
        return db.count()


class Unit:
    def __enter__(self):
        self.db = Local()
        return self


def other():
    http = requests.Session()
    return http.get("x")

# %% clean in alembic/versions/0007_fill.py: a migration on Alembic's own connection
from alembic import op
from sqlalchemy import text
from sqlalchemy.orm import Session


def upgrade():
    session = Session(bind=op.get_bind())
    session.execute(text("UPDATE books SET pages = 0"))
# %% flagged: a block of its transaction closes no session
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

Local = sessionmaker(create_engine("sqlite://"))


def water(beds):
    session = Local()
    #         ~~~~~~~ with
    with session.begin():
        session.add_all(beds)


def prune(beds):
    session = Local()
    #         ~~~~~~~ with
    session.add_all(beds)
    with session.begin_nested():
        session.flush()
# %% flagged: a factory by any name, of another module
from app.store import Maker


def weigh():
    db = Maker()
    #    ~~~~~~~ with
    return db.scalar("x")

# %% flagged: a plain session in a coroutine
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

Local = sessionmaker(create_engine("sqlite://"))


async def water(beds):
    db = Local()
    #    ~~~~~~~ with `with`
    db.add_all(beds)
    db.commit()
    await tell(beds)
# %% fixed
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

Local = sessionmaker(create_engine("sqlite://"))


async def water(beds):
    with Local() as db:
        db.add_all(beds)
        db.commit()
        await tell(beds)
