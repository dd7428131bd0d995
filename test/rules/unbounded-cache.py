# %% flagged: dicts that only grow, caches without a bound
import functools
from functools import cache, lru_cache

_profiles: dict[str, dict] = {}
#<~~~~~~~ grows


async def profile(name, http):
    cached = _profiles.get(name)
    if cached is not None:
        return cached
    found = await http.get(name)
    _profiles[name] = found
    return found


class Prices:
    def __init__(self):
        self.known = {}
        #<~~~~~~~~ grows
        self._cache = dict()
        #<~~~~~~~~~ grows

    def price(self, key):
        if key in self.known:
            return self.known[key]
        self.known[key] = self.ask(key)
        return self.known[key]

    def put(self, key, value):
        self._cache[f"{key}:x"] = value

    def read(self, key):
        return self._cache.get(f"{key}:x")

    @functools.lru_cache(maxsize=None)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ price_of
    def price_of(self, name):
        return name


prices = Prices()


@cache
#<~~~~ slow
def slow(text):
    return text


@lru_cache(None)
#<~~~~~~~~~~~~~~ other
def other(number):
    return number

# %% fixed
import functools
from functools import lru_cache

from cachetools import TTLCache

_profiles: TTLCache[str, dict] = TTLCache(maxsize=1000, ttl=300)


async def profile(name, http):
    cached = _profiles.get(name)
    if cached is not None:
        return cached
    found = await http.get(name)
    _profiles[name] = found
    return found


class Prices:
    def __init__(self):
        self.known = TTLCache(maxsize=1000, ttl=300)
        self._cache = TTLCache(maxsize=1000, ttl=300)

    def price(self, key):
        if key in self.known:
            return self.known[key]
        self.known[key] = self.ask(key)
        return self.known[key]

    def put(self, key, value):
        self._cache[f"{key}:x"] = value

    def read(self, key):
        return self._cache.get(f"{key}:x")

    @functools.lru_cache(maxsize=1000)
    def price_of(self, name):
        return name


prices = Prices()


@lru_cache(maxsize=1000)
def slow(text):
    return text


@lru_cache(1000)
def other(number):
    return number

# %% flagged: caches without a size, by their module, under another name, and beside one another
import functools
from functools import cache as remembered


class Scales:
    @functools.cache
    #<~~~~~~~~~~~~~~ `weigh` keeps
    def weigh(self, crate):
        return crate


@remembered
#<~~~~~~~~~ `price` keeps
# Prices change once a year.
def price(crate):
    return crate
# %% fixed
import functools
from functools import lru_cache


class Scales:
    @functools.lru_cache(maxsize=1000)
    def weigh(self, crate):
        return crate


@lru_cache(maxsize=1000)
# Prices change once a year.
def price(crate):
    return crate

# %% clean: bounds, removals, fixed keys, registries, groups, functions without arguments
import enum
from functools import cache, lru_cache
from typing import Literal

from cachetools import TTLCache, cached

recent = TTLCache(maxsize=10, ttl=60)
handlers = {}
groups = {}
tables = {}
sizes = {}


class Kind(enum.Enum):
    A = 1


def register(name, function):
    if name in handlers:
        raise ValueError(name)
    handlers[name] = function


def group(key, item):
    if key not in groups:
        groups[key] = []
    groups[key].append(item)


def table(kind: Kind):
    if kind not in tables:
        tables[kind] = kind.value
    return tables[kind]


def size(key):
    if key in sizes:
        return sizes[key]
    if len(sizes) > 100:
        sizes.clear()
    sizes[key] = len(key)
    return sizes[key]


@cache
def settings():
    return 1


@lru_cache(maxsize=None)
def by_kind(kind: Literal["a", "b"]):
    return kind


@lru_cache
def bounded(name):
    return name


@lru_cache(maxsize=64)
def small(name):
    return name


@cached(recent)
def other(name):
    return name


def local(names):
    seen = {}
    for name in names:
        if name not in seen:
            seen[name] = len(name)
    return seen


class Sessions:
    def __init__(self):
        self.open = {}
        self.constant = {}

    def get(self, key):
        if key not in self.open:
            self.open[key] = self.make(key)
        return self.open[key]

    def close(self, key):
        self.open.pop(key, None)

    def mode(self):
        if "mode" not in self.constant:
            self.constant["mode"] = 1
        return self.constant["mode"]

# %% flagged: a cache of dicts, which its name says
_details_cache = {}
#<~~~~~~~~~~~~ Nothing is ever removed from `_details_cache`


def details(name):
    if name in _details_cache:
        return _details_cache[name]
    _details_cache[name] = {"name": name}
    return _details_cache[name]

# %% clean: groups by key
groups = {}


def add(name, row):
    if name not in groups:
        groups[name] = []
    groups[name].append(row)

# %% clean: objects made around a session, and few keys
import enum

from sqlalchemy.ext.asyncio import AsyncSession


class Kind(enum.Enum):
    SHIP = 1


class Importer:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.ships: dict[int, object] = {}

    async def ship(self, key: int):
        if key not in self.ships:
            self.ships[key] = await self.session.get(object, key)
        return self.ships[key]


forms: dict[Kind, object] = {}
tables: dict[type[object], str] = {}


def form(kind: Kind):
    if kind not in forms:
        forms[kind] = build(kind)
    return forms[kind]


def table(model: type[object]):
    if model not in tables:
        tables[model] = build(model)
    return tables[model]

# %% clean: objects that nothing keeps, counts, and collections that are gone through
class Trip:
    def __init__(self):
        self.stops = {}

    def stop(self, key):
        if key not in self.stops:
            self.stops[key] = self.ask(key)
        return self.stops[key]


def plan(keys):
    trip = Trip()
    return [trip.stop(key) for key in keys]


counts = {}
boats = {}


def count(key):
    counts[key] = counts.get(key, 0) + 1
    return counts[key]


def boat(key):
    if key not in boats:
        boats[key] = build(key)
    return boats[key]


def sail_all():
    for one in boats.values():
        one.sail()

# %% flagged in harbour/limits.py: objects that an application, a cached function or a global keeps
from functools import cache

_desk = None


class Limiter:
    def __init__(self, app):
        self.buckets = {}
        #<~~~~~~~~~~ grows

    def bucket(self, key):
        if key not in self.buckets:
            self.buckets[key] = build(key)
        return self.buckets[key]


class Charts:
    def __init__(self):
        self.sheets = {}
        #<~~~~~~~~~ grows

    def sheet(self, key):
        if key not in self.sheets:
            self.sheets[key] = draw(key)
        return self.sheets[key]


class Desk:
    def __init__(self):
        self.files = {}
        #<~~~~~~~~ grows

    def file(self, key):
        if key not in self.files:
            self.files[key] = read(key)
        return self.files[key]


@cache
def charts() -> Charts:
    return Charts()


def desk() -> Desk:
    global _desk
    _desk = Desk()
    return _desk

# %% file harbour/main.py
from fastapi import FastAPI

from harbour.limits import Limiter

app = FastAPI()
app.add_middleware(Limiter)

# %% clean: a name for a few classes or words
from typing import Literal

Kind = type[int] | type[str]
Rig = Literal["sloop", "ketch"]

_kind_cache: dict[frozenset[Kind], list] = {}
_rig_cache: dict[Rig, list] = {}


def of_kind(kind):
    if kind not in _kind_cache:
        _kind_cache[kind] = build(kind)
    return _kind_cache[kind]


def of_rig(rig):
    if rig not in _rig_cache:
        _rig_cache[rig] = build(rig)
    return _rig_cache[rig]

# %% clean: a program that ends
import typer

app = typer.Typer()
_tags = {}


def tag(text):
    if text not in _tags:
        _tags[text] = draw()
    return _tags[text]


@app.command()
def show(text: str):
    print(tag(text))

# %% flagged: of a class that nobody makes one of in sight
class Tides:
    def __init__(self):
        self.seen = {}
        #<~~~~~~~

    def height(self, port):
        hit = self.seen.get(port)
        if hit is None:
            hit = self.seen[port] = len(port)
        return hit

# %% clean: a program has only so many classes
import functools


@functools.cache
def columns_of(model: type) -> frozenset[str]:
    return frozenset(model.__annotations__)

# %% clean: locks that are made before they are kept
import asyncio

guards: dict[str, asyncio.Lock] = {}


def guard_of(name):
    guard = guards.get(name)
    if guard is None:
        guard = asyncio.Lock()
        guards[name] = guard
    return guard

# %% clean: functions that are registered, locks beside what they guard, adapters of types
import threading
from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

_step_cache: dict[str, Callable[[str], int]] = {}
_guards: dict[str, tuple[threading.Lock, set]] = {}
_adapters: dict[Any, TypeAdapter] = {}


def step(name: str, text: str):
    if name not in _step_cache:
        _step_cache[name] = compiled(name)
    return _step_cache[name]


def guard(name: str):
    return _guards.setdefault(name, (threading.Lock(), set()))


def adapter(kind: Any):
    known = _adapters.get(kind)
    if known is None:
        known = _adapters[kind] = TypeAdapter(kind)
    return known

# %% clean: what is collected out of what is handed in, and copied whole
class Berths:
    def __init__(self):
        self._berths = {}

    def add(self, found):
        for berth in found:
            if berth.key not in self._berths:
                self._berths[berth.key] = berth

    def all(self):
        return self._berths.copy()

# %% clean: what is found out about classes, done once for each key, or asked for constants alone
from functools import cache, lru_cache

from pydantic import BaseModel

from harbour.config import settings

CHART = "chart.svg"


@cache
def names_of(model: type[BaseModel], prefix: str | None = None) -> list[str]:
    return [f"{prefix}.{name}" for name in model.model_fields]


@lru_cache(maxsize=None)
def warn_once(host: str) -> None:
    print(host)


@lru_cache(maxsize=None)
def _drawing(name: str) -> str:
    return open(name).read()


def chart() -> str:
    return _drawing(CHART)


def logo() -> str:
    name = settings.logo
    return _drawing(name) if name else _drawing("logo.svg")

# %% flagged: a private function that is asked for whatever comes
from functools import cache


@cache
#<~~~~ `_tide` keeps
def _tide(port: str) -> int:
    return len(port)


def tides(ports: list[str]) -> list[int]:
    return [_tide(port) for port in ports]
# %% fixed
from functools import lru_cache


@lru_cache(maxsize=1000)
def _tide(port: str) -> int:
    return len(port)


def tides(ports: list[str]) -> list[int]:
    return [_tide(port) for port in ports]
