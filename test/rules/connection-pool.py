# %% flagged: made for every call
import aiohttp
import httpx
from httpx import AsyncClient as Client
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine


async def load(url):
    async with httpx.AsyncClient(timeout=5) as client:
    #          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ load
        return await client.get(url)


class Api:
    async def fetch(self, url):
        client = Client()
        #        ~~~~~~~~ fetch
        response = await client.get(url)
        return response.text

    async def post(self, url):
        async with aiohttp.ClientSession() as session, session.post(url) as response:
        #          ~~~~~~~~~~~~~~~~~~~~~~~ post
            return await response.json()


def count():
    engine = create_engine("sqlite://")
    #        ~~~~~~~~~~~~~~~~~~~~~~~~~~ count
    with engine.connect() as connection:
        return connection.execute("x").scalar()


async def total():
    return await create_async_engine("x").connect()
    #            ~~~~~~~~~~~~~~~~~~~~~~~~ total
# %% fixed
import aiohttp
import httpx
from httpx import AsyncClient as Client
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_engine("sqlite://")

client = httpx.AsyncClient(timeout=5)


async def load(url):
    return await client.get(url)


class Api:
    async def fetch(self, url):
        client = Client()
        response = await client.get(url)
        return response.text

    async def post(self, url):
        async with aiohttp.ClientSession() as session, session.post(url) as response:
            return await response.json()


def count():
    with engine.connect() as connection:
        return connection.execute("x").scalar()


async def total():
    return await create_async_engine("x").connect()

# %% clean: kept, handed out, made at start, other kinds {"kinds": ["http"]}
from contextlib import asynccontextmanager
from functools import lru_cache

import httpx
from sqlalchemy import create_engine

client = httpx.AsyncClient()


class Api:
    def __init__(self):
        self.client = httpx.AsyncClient()
        self._late = None

    async def start(self):
        self._late = httpx.AsyncClient()

    def lazy(self):
        if self._late is None:
            self._late = httpx.Client()
        return self._late


@asynccontextmanager
async def lifespan(app):
    async with httpx.AsyncClient() as shared:
        app.state.client = shared
        yield


def make():
    return httpx.Client(timeout=5)


@lru_cache
def cached():
    made = httpx.Client()
    made.headers["a"] = "b"
    return made


async def provide():
    async with httpx.AsyncClient() as one:
        yield one


def count():
    return create_engine("sqlite://").connect()


async def load(url):
    return await client.get(url)
# %% clean in scripts/load.py: a script
import httpx


def load(url):
    with httpx.Client() as client:
        return client.get(url)

# %% flagged: an engine inside the factory of a session that is used on the spot
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker


def count():
    session = sessionmaker(bind=create_engine("sqlite://"))()
    #                           ~~~~~~~~~~~~~~~~~~~~~~~~~~
    return session.scalar("x")


def first():
    with Session(create_engine("sqlite://")) as session:
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~
        return session.scalar("x")


class Store:
    def __init__(self):
        self.factory = sessionmaker(create_engine("sqlite://"))
# %% fixed
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")


def count():
    session = sessionmaker(bind=engine)()
    return session.scalar("x")


def first():
    with Session(engine) as session:
        return session.scalar("x")


class Store:
    def __init__(self):
        self.factory = sessionmaker(create_engine("sqlite://"))

# %% flagged: a client that the function closes cannot be shared as it is
import contextlib

import httpx


async def load(url):
    client = httpx.AsyncClient()
    #        ~~~~~~~~~~~~~~~~~~~ made anew for every call
    try:
        return await client.get(url)
    finally:
        await client.aclose()


async def save(url):
    client = httpx.AsyncClient()
    #        ~~~~~~~~~~~~~~~~~~~ made anew for every call
    async with contextlib.aclosing(client):
        return await client.post(url)
# %% fixed
import contextlib

import httpx

client = httpx.AsyncClient()


async def load(url):
    return await client.get(url)


async def save(url):
    return await client.post(url)

# %% flagged: clients that are closed in other ways
import httpx


async def load(url):
    client = httpx.AsyncClient()
    #        ~~~~~~~~~~~~~~~~~~~
    found = await client.get(url)
    await client.aclose()
    return found


async def save(url):
    client = httpx.AsyncClient()
    #        ~~~~~~~~~~~~~~~~~~~
    async with client:
        # Twice, to be sure.
        await client.post(url)
        return await client.post(url)


async def drop(url):
    client = httpx.AsyncClient()
    #        ~~~~~~~~~~~~~~~~~~~
    try:
        return await client.delete(url)
    except httpx.HTTPError:
        return None
    finally:
        await client.aclose()


async def read(url):
    client = httpx.AsyncClient()
    #        ~~~~~~~~~~~~~~~~~~~
    try:
        return await client.get(url)
    finally:
        print("read")
        await client.aclose()

# %% fixed
import httpx

client = httpx.AsyncClient()


async def load(url):
    found = await client.get(url)
    return found


async def save(url):
    # Twice, to be sure.
    await client.post(url)
    return await client.post(url)


async def drop(url):
    try:
        return await client.delete(url)
    except httpx.HTTPError:
        return None


async def read(url):
    try:
        return await client.get(url)
    finally:
        print("read")
