# %% flagged in app/a.py: sleeping, HTTP, processes, sync sessions, and coroutines that nobody awaits
import subprocess
import time
from time import sleep as nap

import httpx
import requests
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


async def wait():
    time.sleep(1)
    #<~~~~~~~~~~~ asyncio.sleep
    nap(2)
    #<~~~~


async def fetch(url):
    answer = requests.get(url)
    #        ~~~~~~~~~~~~~~~~~ requests.get
    with httpx.Client() as client:
        return client.get(url), answer
        #      ~~~~~~~~~~~~~~~ Client.get


async def run():
    return subprocess.run(["ls"])
    #      ~~~~~~~~~~~~~~~~~~~~~~


async def rows(db: Session, model):
    found = db.query(model).filter(model.id > 1).all()
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Query.all
    db.commit()
    #<~~~~~~~~~ Session.commit
    return found


async def forgotten(db: AsyncSession, model):
    db.commit()
    #<~~~~~~~~~ never awaited
    return await db.execute(select(model)).scalars()
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~ Await the call first
# %% fixed
import asyncio
import subprocess
import time
from time import sleep as nap

import httpx
import requests
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


async def wait():
    await asyncio.sleep(1)
    await asyncio.sleep(2)


async def fetch(url):
    answer = await asyncio.to_thread(requests.get, url)
    with httpx.Client() as client:
        return await asyncio.to_thread(client.get, url), answer


async def run():
    return await asyncio.to_thread(subprocess.run, ["ls"])


async def rows(db: Session, model):
    found = await asyncio.to_thread(db.query(model).filter(model.id > 1).all)
    await asyncio.to_thread(db.commit)
    return found


async def forgotten(db: AsyncSession, model):
    await db.commit()
    return (await db.execute(select(model))).scalars()
# %% flagged in app/b.py: plain functions on a sync session, where all database code is to be async {"about": ["database"], "everywhere": true}
from sqlalchemy.orm import Session


def rows(db: Session, model):
#   ~~~~ AsyncSession
    return db.query(model).all()


def build(db: Session, model):
    return db.query(model).filter(model.id > 1)

# %% clean in app/c.py: threads, plain functions, building a query, and sessions of other libraries
import asyncio
import time

import requests
from aiohttp import ClientSession
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def plain(db: Session, model):
    time.sleep(1)
    return db.query(model).all()


async def threads(url):
    await asyncio.to_thread(time.sleep, 1)
    await asyncio.to_thread(lambda: requests.get(url))

    def inner():
        return requests.get(url)

    return await asyncio.get_running_loop().run_in_executor(None, inner)


async def building(db: Session, model):
    return db.query(model).filter(model.id > 1)


async def good(db: AsyncSession, http: ClientSession, model, session: dict, checkout):
    await db.commit()
    (await db.execute(select(model))).scalars()
    task = db.execute(select(model))
    await asyncio.gather(db.scalars(select(model)), task)
    await asyncio.sleep(1)
    session.get("x")
    checkout.session.commit()
    await http.get("x")
    db.add(model)

# %% clean in app/d.py: a team that speaks of the database alone {"about": ["database"]}
import time


async def wait():
    time.sleep(1)

# %% clean: what plain code calls stays plain {"everywhere": true}
from sqlalchemy import event
from sqlalchemy.orm import Session


class Order:
    def __init__(self, session: Session):
        self.total = session.query(Order).count()


@event.listens_for(Order, "after_flush")
def stamp(session: Session, context):
    session.query(Order).count()


def recount(session: Session, context):
    session.query(Order).count()


event.listen(Order, "before_flush", recount)

# %% clean in tests/test_orders.py: tests {"everywhere": true}
from sqlalchemy.orm import Session


def test_orders(db: Session):
    assert db.query(object).count() == 0

# %% flagged: in a generator, which would become one that needs `async for`
import time


async def tick(beats):
    return any(time.sleep(beat) for beat in beats)
    #          ~~~~~~~~~~~~~~~~
# %% fixed
import time


async def tick(beats):
    return any(time.sleep(beat) for beat in beats)

# %% clean: what is awaited is not sync, whatever its annotation says
from sqlalchemy import select
from sqlalchemy.orm import Session


async def boats(session: Session):
    rows = await session.execute(select(1))
    return rows.all()

# %% flagged: the function imports asyncio itself, but only further down
import time


async def wait(berth):
    time.sleep(3)
    #<~~~~~~~~~~~ `time.sleep`
    if berth.is_taken:
        import asyncio

        await asyncio.sleep(1)
# %% fixed
import asyncio as asyncio_module
import time


async def wait(berth):
    await asyncio_module.sleep(3)
    if berth.is_taken:
        import asyncio

        await asyncio.sleep(1)

# %% clean in app/migrations/env.py: a program that migrates and ends
import asyncio

from alembic import context
from sqlalchemy import create_engine


async def run():
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        context.configure(connection=connection)
        context.run_migrations()


asyncio.run(run())

# %% clean in tools/export_boats.py: a script has no event loop {"everywhere": true}
from sqlalchemy.orm import Session

from app.db import engine
from app.models import Boat


def boats(db: Session) -> list[Boat]:
    return db.query(Boat).all()


if __name__ == "__main__":
    with Session(engine) as session:
        print(boats(session))

# %% flagged: files that `pathlib` reads and writes {"about": ["files"]}
import asyncio
from pathlib import Path

import anyio


async def read(name: str) -> str:
    await asyncio.to_thread(Path(name).write_text, "")
    first = await anyio.Path(name).read_text()
    return first + Path(name).read_text()
    #              ~~~~~~~~~~~~~~~~~~~~~~

# %% flagged: arguments on lines of their own
import requests


async def read(url: str):
    return requests.get(
    #      ~~~~~~~~~~~~~
        url,
        timeout=3,
    )
# %% fixed
import asyncio

import requests


async def read(url: str):
    return await asyncio.to_thread(
        requests.get,
        url,
        timeout=3,
    )
