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
