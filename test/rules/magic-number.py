# %% flagged: sleeps, timeouts, retries, sizes, comparisons, defaults
import asyncio
import time

from cachetools import TTLCache


class Uplink:
    def __init__(self, *, max_retries: int = 5):
    #                                        ~ `max_retries`
        self.done = TTLCache(maxsize=1000, ttl=300)
        #                            ~~~~ 1000 as `maxsize` says nothing of why
        #                                      ~~~ 300 as `ttl` says nothing of why it is
        self.timeout = 30
        #              ~~ `timeout`

    async def send(self, clip, session):
        await asyncio.sleep(15)
        #                   ~~ a delay
        await asyncio.wait_for(clip.read(), 10)
        #                                   ~~ a timeout
        await session.get("/x", timeout=8)
        #                               ~ 8 as
        time.sleep(0.25)
        #          ~~~~ 0.25
        file_size = clip.stat().st_size
        if file_size < 4096:
        #              ~~~~ a bound of `file_size`
            return
        poll_interval = 7
        #               ~ `poll_interval`
        print(poll_interval)

# %% flagged: a constant of equal value is there already
import time

MAX_DELAY = 30
PAUSE_SECONDS = 15


def wait():
    time.sleep(15)
    #          ~~ PAUSE_SECONDS
# %% fixed
import time

MAX_DELAY = 30
PAUSE_SECONDS = 15


def wait():
    time.sleep(PAUSE_SECONDS)

# %% flagged: a new constant goes below the imports
"""Waits."""

import time


def wait():
    time.sleep(15)
    #          ~~ a delay
# %% fixed
"""Waits."""

import time

SLEEP_SECONDS = 15


def wait():
    time.sleep(SLEEP_SECONDS)

# %% flagged: the module of the text {"module": "app/constants.py", "groups": ["DELAYS"]}
import time


def wait():
    time.sleep(15)
    #          ~~ a constant of `app/constants.py`

# %% clean: small numbers, indices, statuses, units, definitions, bounds
import time
from functools import lru_cache
from http import HTTPStatus

from pydantic import Field

TIMEOUT = 30
KEEP: int = 14


class Settings:
    timeout: int = 30
    name: str = Field(max_length=80)


@lru_cache(maxsize=1)
def load(limit=0, items=(), ttl=None):
    time.sleep(1)
    time.sleep(0)
    percent = len(items) * 100 / 3
    hours, rest = divmod(limit * 60, 3600)
    size = 10 * 1024 * 1024
    counter = 0
    for attempt in range(5):
        counter += 10
    if counter == 404 or limit.status_code >= 400:
        return items[-20:]
    return round(percent, 1), hours, rest, size, HTTPStatus(200)

# %% clean in app/migrations/0001.py: migrations
import time

time.sleep(15)

# %% clean in app/constants.py: the module of constants {"module": "app/constants.py"}
def pause(timeout=30):
    return timeout
