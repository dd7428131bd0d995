# %% flagged: nothing closes it
import httpx


async def load(url):
    client = httpx.AsyncClient()
    #        ~~~~~~~~~~~~~~~~~~~ `async with`
    answer = await client.get(url)
    await client.aclose()
    return answer


def name(url):
    return httpx.Client().get(url).text
    #      ~~~~~~~~~~~~~~ `with`

# %% fixed
import httpx


async def load(url):
    async with httpx.AsyncClient() as client:
        answer = await client.get(url)
    return answer


def name(url):
    with httpx.Client() as client:
        return client.get(url).text

# %% clean: entered, closed at last, kept, or handed on
import contextlib

import httpx

shared = httpx.AsyncClient()


class Desk:
    def __init__(self):
        self.client = httpx.AsyncClient()


async def load(url):
    async with httpx.AsyncClient() as client:
        await client.get(url)
    other = httpx.AsyncClient()
    try:
        await other.get(url)
    finally:
        await other.aclose()
    later = httpx.AsyncClient()
    async with later:
        await later.get(url)


def make():
    client = httpx.Client()
    return client


def provide():
    client = httpx.Client()
    yield client


def keep(stack: contextlib.ExitStack):
    client = stack.enter_context(httpx.Client())
    desk = Desk(httpx.Client())
    return client.get("/"), desk

# %% flagged: with other statements, closed at the end, and used in a condition
import aiohttp
import requests


async def load(url):
    session = aiohttp.ClientSession(raise_for_status=True)
    #         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `async with`
    if url:
        # twice
        await session.get(url)
        await session.get(url)
    print(url)
    found = await session.get(url)
    print(found)


def save(url):
    session = requests.Session()  # kept short
    #         ~~~~~~~~~~~~~~~~~~ `with`
    session.post(url)


def drop(url):
    session = requests.Session()
    #         ~~~~~~~~~~~~~~~~~~ `with`
    if url:
        session.close()
    session.delete(url)


def known(url):
    return url and requests.Session().get(url).ok
    #              ~~~~~~~~~~~~~~~~~~ `with`

# %% fixed
import aiohttp
import requests


async def load(url):
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        if url:
            # twice
            await session.get(url)
            await session.get(url)
        print(url)
        found = await session.get(url)
    print(found)


def save(url):
    session = requests.Session()  # kept short
    session.post(url)


def drop(url):
    session = requests.Session()
    if url:
        session.close()
    session.delete(url)


def known(url):
    return url and requests.Session().get(url).ok
