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

WAIT_DELAY = 15


def wait():
    time.sleep(WAIT_DELAY)

# %% flagged: the module of the text is not there {"module": "app/constants.py", "groups": ["DELAYS"]}
import time


def wait():
    time.sleep(15)
    #          ~~ a constant of `app/constants.py`
# %% fixed
import time

WAIT_DELAY = 15


def wait():
    time.sleep(WAIT_DELAY)

# %% flagged in app/services/link.py: constants of equal value whose group fits {"module": "app/constants.py"}
"""Links."""

import asyncio

from cachetools import TTLCache


class Link:
    def __init__(self, max_retries: int = 5) -> None:
        #                                 ~ use `RETRIES.UPLOAD_RETRIES`
        self.seen = TTLCache(maxsize=600, ttl=600)
        #                            ~~~ CACHES.DEFAULT_SIZE
        #                                     ~~~ CACHES.SEEN_TTL

    async def reconnect(self) -> None:
        await asyncio.sleep(15)  # the server's own pause
        #                   ~~ Delays.RECONNECT
        await asyncio.wait_for(self.seen, timeout=15)
        #                                         ~~ a constant of
# %% file app/constants.py
"""Constants."""

from dataclasses import dataclass


class Delays:
    """Pauses, in seconds."""

    BRIEF: float = 1.5
    RECONNECT: float = 15.0


@dataclass(frozen=True)
class Retries:
    """How often things are tried."""

    UPLOAD_RETRIES: int = 5
    PAUSE_BETWEEN_RETRIES: int = 600


@dataclass(frozen=True)
class Caches:
    DEFAULT_SIZE: int = 600  # entries
    SEEN_TTL: int = 10 * 60


RETRIES = Retries()
CACHES = Caches()
# %% fixed
"""Links."""

import asyncio

from cachetools import TTLCache

from app.constants import CACHES, RECONNECT_TIMEOUT, RETRIES, Delays


class Link:
    def __init__(self, max_retries: int = RETRIES.UPLOAD_RETRIES) -> None:
        self.seen = TTLCache(maxsize=CACHES.DEFAULT_SIZE, ttl=CACHES.SEEN_TTL)

    async def reconnect(self) -> None:
        await asyncio.sleep(Delays.RECONNECT)  # the server's own pause
        await asyncio.wait_for(self.seen, timeout=RECONNECT_TIMEOUT)
# %% fixed app/constants.py
"""Constants."""

from dataclasses import dataclass


class Delays:
    """Pauses, in seconds."""

    BRIEF: float = 1.5
    RECONNECT: float = 15.0


@dataclass(frozen=True)
class Retries:
    """How often things are tried."""

    UPLOAD_RETRIES: int = 5
    PAUSE_BETWEEN_RETRIES: int = 600


@dataclass(frozen=True)
class Caches:
    DEFAULT_SIZE: int = 600  # entries
    SEEN_TTL: int = 10 * 60


RETRIES = Retries()
CACHES = Caches()
RECONNECT_TIMEOUT = 15  # timeout in Link.reconnect

# %% flagged: a new constant goes into the group that fits, as its neighbours are written {"module": "app/constants.py"}
import time

from app import constants
from app.constants import DELAYS


def wait(poll_interval=7, max_workers=8):
    #                  ~ a constant of
    #                                 ~ a constant of
    time.sleep(DELAYS.BRIEF)
    time.sleep(0.25)
    #          ~~~~ a constant of


def again(connection):
    time.sleep(0.25)
    #          ~~~~ a constant of
    connection.open(timeout=constants.LIMIT)
# %% file app/constants.py
from typing import Final

LIMIT = 40


class Delays:
    BRIEF: Final[float] = 1.5  # A short pause

    def all(self):
        return [self.BRIEF]


DELAYS = Delays()
# %% fixed
import time

from app import constants
from app.constants import DELAYS, MAX_WORKERS


def wait(poll_interval=DELAYS.WAIT_POLL_INTERVAL, max_workers=MAX_WORKERS):
    time.sleep(DELAYS.BRIEF)
    time.sleep(DELAYS.WAIT_DELAY)


def again(connection):
    time.sleep(DELAYS.AGAIN_DELAY)
    connection.open(timeout=constants.LIMIT)
# %% fixed app/constants.py
from typing import Final

LIMIT = 40
MAX_WORKERS = 8  # max_workers in wait


class Delays:
    BRIEF: Final[float] = 1.5  # A short pause
    WAIT_POLL_INTERVAL: Final[int] = 7  # poll_interval in wait
    WAIT_DELAY: Final[float] = 0.25  # Delay in wait
    AGAIN_DELAY: Final[float] = 0.25  # Delay in again

    def all(self):
        return [self.BRIEF]


DELAYS = Delays()

# %% flagged: a module of constants that no directive names is only used, and only where names agree
import time


def poll_mailbox():
    time.sleep(15)
    #          ~~ MAILBOX_POLL_SECONDS


def other():
    time.sleep(40)
    #          ~~ a constant with a name
# %% file app/constants.py
MAILBOX_POLL_SECONDS = 15
LEASE_PAUSE = 40
# %% fixed
import time

from app.constants import MAILBOX_POLL_SECONDS

OTHER_DELAY = 40


def poll_mailbox():
    time.sleep(MAILBOX_POLL_SECONDS)


def other():
    time.sleep(OTHER_DELAY)

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

# %% clean: the step from one unit to the next
def shown(size):
    units = ["B", "KB", "MB"]
    while size >= 1024:
        size /= 1024
        units = units[1:]
    return f"{size} {units[0]}"


def seconds(duration):
    if duration < 60:
        return f"{duration} s"
    return f"{duration / 60} min" if duration < 3600 else f"{duration / 3600} h"

# %% clean: how long a page is says its name
def listed(rows, page: int = 1, limit: int = 25):
    return rows[:limit]

# %% clean: a kibibyte at a time
def copy(source, sink):
    for part in source.parts(chunk_size=1024):
        sink.write(part)

# %% flagged: other units and other sizes are other constants {"module": "app/constants.py"}
def wait(max_wait_minutes=10, pool_size=20):
    #                     ~~ a constant of
    #                                   ~~ a constant of
    return max_wait_minutes * pool_size
# %% file app/constants.py
class Delays:
    MONITOR_INTERVAL = 10.0


class FileSizes:
    HEADER_BYTES = 20
# %% fixed
from app.constants import POOL_SIZE, Delays


def wait(max_wait_minutes=Delays.MAX_WAIT_MINUTES, pool_size=POOL_SIZE):
    return max_wait_minutes * pool_size
# %% fixed app/constants.py
class Delays:
    MONITOR_INTERVAL = 10.0
    MAX_WAIT_MINUTES = 10  # max_wait_minutes in wait


class FileSizes:
    HEADER_BYTES = 20


POOL_SIZE = 20  # pool_size in wait

# %% flagged: a pair of timeouts
import requests


def fetch(url):
    return requests.get(url, timeout=(4, 27))
    #                                 ~ 4 as `timeout`
    #                                    ~~ 27 as `timeout`

# %% flagged: a timeout as an object
import httpx

client = httpx.Client(timeout=httpx.Timeout(14.0, connect=1))
#                                           ~~~~ a timeout

# %% flagged: told by position to sockets and libraries that retry, and counts of bytes
import os
import socket

from tenacity import retry, stop_after_attempt, wait_fixed


@retry(stop=stop_after_attempt(7), wait=wait_fixed(4))
#                              ~ a count of retries
#                                                  ~ a delay
def send(data: bytes, path: str, names: list[str]) -> None:
    line = socket.create_connection(("printer", 9100))
    line.settimeout(9)
    #               ~ a timeout
    if len(data) > 70000 or os.path.getsize(path) > 9000:
    #              ~~~~~ a bound of `len(data)`
    #                                               ~~~~ a bound
        raise ValueError
    if len(data) < 12 or len(names) > 4000:
        line.send(data)

# %% flagged: a bound call and a decorator are called after what they are for
from functools import lru_cache, partial


def fetch(url, timeout):
    return url, timeout


slow_fetch = partial(fetch, timeout=90)
#                                   ~~ 90 as `timeout`


@lru_cache(maxsize=256)
#                  ~~~ 256 as `maxsize`
def places(name):
    return name
# %% fixed
from functools import lru_cache, partial

SLOW_FETCH_TIMEOUT = 90

PLACES_MAXSIZE = 256


def fetch(url, timeout):
    return url, timeout


slow_fetch = partial(fetch, timeout=SLOW_FETCH_TIMEOUT)


@lru_cache(maxsize=PLACES_MAXSIZE)
def places(name):
    return name

# %% flagged in app/sessions.py: how long Redis keeps a value
import redis


def keep(store: redis.Redis, key: str, value: str) -> None:
    store.setex(key, 4500, value)
    #                ~~~~ a time to live
    store.set(key, value, ex=4500)
    #                        ~~~~ a time to live
    store.expire(key, 4500)
    #                 ~~~~ a time to live
    store.zadd(key, {value: 4500})
    store.lrange(key, 5, 40)

# %% flagged in yard/cranes.py: a constant of that value that speaks of something else {"module": "yard/constants.py"}
def lift(load, timeout=90):
    #                  ~~ use `TIMEOUTS.TIDE_TABLE_FETCH` if it is the same number for the same reason, else a constant of
    return load, timeout

# %% file yard/__init__.py

# %% file yard/constants.py
from dataclasses import dataclass


@dataclass(frozen=True)
class Timeouts:
    """How long to wait, in seconds."""

    TIDE_TABLE_FETCH: int = 90


TIMEOUTS = Timeouts()

# %% flagged in tools/2-send-all.py: a file whose name is no name
import time

time.sleep(90)
#          ~~
# %% fixed
import time

DELAY = 90

time.sleep(DELAY)

# %% clean: in the value of a constant, in a type, in a layout
from typing import Annotated

from annotated_types import Len
from fpdf import FPDF
from pydantic import AnyUrl, UrlConstraints
from redis.backoff import default_backoff
from redis.retry import Retry

REDIS_RETRY = Retry(default_backoff(), retries=50)
Link = Annotated[AnyUrl, UrlConstraints(max_length=2083)]
Tags = Annotated[list[str], Len(max_length=12)]


def page(note):
    pdf = FPDF()
    pdf.set_font("Helvetica", size=10)
    return pdf

# %% clean in harbour/engines.py: records of configuration at the top of a module, and how wide something is drawn
from dataclasses import dataclass

engines = []


@dataclass
class Engine:
    name: str
    max_revolutions: int = 1_000


if engines is not None:
    engines.append(Engine("old", max_revolutions=3_000))


def draw(table):
    table.add_column("Engine", min_width=24)

# %% flagged in harbour/engines.py: made anew in a function, or of another library's class
from cachetools import TTLCache
from dataclasses import dataclass


@dataclass
class Engine:
    name: str
    max_revolutions: int = 1_000


def build():
    return Engine("new", max_revolutions=4_000)
    #                                    ~~~~~ `max_revolutions`


seen = TTLCache(maxsize=40, ttl=60)
#                       ~~ `maxsize`
#                               ~~ `ttl`

# %% flagged: how a delay grows
import asyncio
import time


def patient(attempt, minutes):
    time.sleep(7 * attempt)
    #          ~ a delay
    time.sleep(attempt + 11)
    #                    ~~ a delay
    time.sleep(2 ** attempt)
    time.sleep(minutes * 60)
    time.sleep(attempt / 4)


async def more(attempt):
    await asyncio.sleep(1.5 * attempt)
    #                   ~~~ a delay

# %% clean: what only a program run by itself does
import time


def tide(port, timeout): ...


if __name__ == "__main__":
    tide("HB", timeout=17)
    time.sleep(17)

# %% flagged: an overload repeats what the function says
from typing import overload


@overload
def wait(boat: str, timeout: int = 40) -> str: ...


@overload
def wait(boat: int, timeout: int = 40) -> int: ...


def wait(boat, timeout=40):
#                      ~~ `timeout`
    return boat

# %% clean in data/fetch_tides.py: a script that does its work and ends
import time


def fetch(places, pause_seconds=15):
    for place in places:
        print(place)
        time.sleep(15)


if __name__ == "__main__":
    fetch(["east"])

# %% flagged in app/watch.py: a program that goes on for as long as it may
import time


def watch(places):
    while True:
        print(places)
        time.sleep(15)
        #          ~~ 15 as a delay


if __name__ == "__main__":
    watch(["east"])

# %% clean: numbers that the guide lets stand {"free": ["100"]}
import time


def wait():
    time.sleep(100)

# %% flagged: a parameter whose name says the unit names the number, another does not
def keep(boat, keep_days: int = 30, max_retries: int = 5):
    #                                                  ~ `max_retries`
    return keep_days * max_retries


keep(1, keep_days=14, max_retries=7)
#                                 ~ `max_retries`
# %% fixed
KEEP_MAX_RETRIES = 5
MODULE_MAX_RETRIES = 7


def keep(boat, keep_days: int = 30, max_retries: int = KEEP_MAX_RETRIES):
    return keep_days * max_retries


keep(1, keep_days=14, max_retries=MODULE_MAX_RETRIES)

# %% flagged: where numbers have a place of their own {"module": "app/constants.py"}
def keep(boat, keep_days: int = 30):
    #                           ~~ a constant of
    return keep_days
