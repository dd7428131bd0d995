# %% flagged in app/services/jobs.py: globals that functions change, and shared attributes
from collections import defaultdict

counter = 0
#<~~~~~ counter
running: dict[str, str] = {}
#<~~~~~ running
by_user = defaultdict(list)
#<~~~~~ by_user
_last = None
#<~~~ _last


def reset():
    global counter
    counter = 0


def start(name):
    running[name] = "yes"


def note(user, text):
    by_user[user].append(text)


async def last(name):
    global _last
    _last = name
    return _last


class Jobs:
    seen = []
    #<~~ all instances
    totals: dict = {}
    #<~~~~ all instances
    count = 0
    #<~~~ all instances

    def run(self, name):
        self.seen.append(name)
        type(self).count += 1

# %% fixed
from collections import defaultdict

counter = 0
running: dict[str, str] = {}
by_user = defaultdict(list)
_last = None


def reset():
    global counter
    counter = 0


def start(name):
    running[name] = "yes"


def note(user, text):
    by_user[user].append(text)


async def last(name):
    global _last
    _last = name
    return _last


class Jobs:
    count = 0

    def __init__(self):
        self.seen = []
        self.totals: dict = {}

    def run(self, name):
        self.seen.append(name)
        type(self).count += 1

# %% clean in app/services/jobs.py: constants, locks, bounded caches, registries, instances
import asyncio
import logging
import threading
from dataclasses import dataclass, field

from cachetools import TTLCache

logger = logging.getLogger(__name__)
LIMITS = {"a": 1}
names = ["a", "b"]
lock = asyncio.Lock()
guard = threading.Lock()
recent = TTLCache(maxsize=100, ttl=60)
HANDLERS = {}
TABLE: dict[str, int] = {}


def handler(name):
    def register(function):
        HANDLERS[name] = function
        return function

    return register


def fill():
    TABLE["a"] = 1


fill()


def remember(key):
    recent[key] = 1
    local = {}
    local[key] = names[0]
    return local


class Plugin:
    known = {}
    options = {"a": 1}

    def __init_subclass__(cls):
        cls.known[cls.__name__] = cls


class Jobs:
    LEVELS = ["a"]
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self):
        self.seen = []

    def run(self, name):
        self.seen.append(name)
        self.count = 1


@dataclass
class Job:
    parts: list = field(default_factory=list)
# %% clean in app/core/jobs.py: another folder
running = {}


def start(name):
    running[name] = 1
# %% clean in app/services/client.py: made when it is first needed
_client = None


async def client():
    global _client
    if _client is None:
        _client = object()
    return _client

# %% clean in app/services/recent.py: bounded by hand or by the container
from collections import deque

last = deque(maxlen=20)
known: dict[str, int] = {}


def remember(name):
    last.append(name)
    if len(known) >= 50:
        known.pop(next(iter(known)))
    known[name] = len(name)

# %% flagged in app/services/carts.py: what each instance should have of its own
class Cart:
    """Holds lines."""

    lines: list[str] = []
    #<~~~ all instances
    notes = {}  # by line
    #<~~~ all instances

    @property
    def size(self) -> int:
        return len(self.lines)

    def add(self, line: str) -> None:
        self.lines.append(line)
        self.notes[line] = ""


class Basket(Cart):
    weights = []
    #<~~~~~ all instances

    def weigh(self, weight: int) -> None:
        self.weights.append(weight)


class Crate:
    slots = []
    #<~~~ all instances
    marks = []
    #<~~~ all instances

    def __init__(self, size: int) -> None:
        """Sets the size."""
        self.size = size
        self.fill()

    def fill(self) -> None:
        self.slots.append(self.size)
        Crate.marks.append(self.size)

# %% fixed
class Cart:
    """Holds lines."""


    def __init__(self) -> None:
        self.lines: list[str] = []
        self.notes = {}  # by line

    @property
    def size(self) -> int:
        return len(self.lines)

    def add(self, line: str) -> None:
        self.lines.append(line)
        self.notes[line] = ""


class Basket(Cart):
    def __init__(self) -> None:
        super().__init__()
        self.weights = []

    def weigh(self, weight: int) -> None:
        self.weights.append(weight)


class Crate:
    marks = []

    def __init__(self, size: int) -> None:
        """Sets the size."""
        self.size = size
        self.slots = []
        self.fill()

    def fill(self) -> None:
        self.slots.append(self.size)
        Crate.marks.append(self.size)

# %% flagged in app/services/cranes.py: above it a class of elsewhere, and one that needs something
from app.base import Base


class Crane(Base):
    loads = []

    def lift(self, load):
        self.loads.append(load)


class Gantry:
    def __init__(self, height):
        self.height = height


class Portal(Gantry):
    """Spans rails."""

    wheels = []  # pairs
    #<~~~~

    def roll(self, wheel):
        self.wheels.append(wheel)


class Small:
    hooks = {}
    #<~~~
    # Everything else is set later.

    def hang(self, hook):
        self.hooks[hook] = True

# %% fixed
from app.base import Base


class Crane(Base):
    loads = []

    def lift(self, load):
        self.loads.append(load)


class Gantry:
    def __init__(self, height):
        self.height = height


class Portal(Gantry):
    """Spans rails."""

    wheels = []  # pairs

    def roll(self, wheel):
        self.wheels.append(wheel)


class Small:
    # Everything else is set later.

    def __init__(self):
        self.hooks = {}

    def hang(self, hook):
        self.hooks[hook] = True

# %% flagged in app/services/tides.py: another rule finds lists and dicts of the class {"attributes": false}
from typing import ClassVar


class Tides:
    heights: list[int] = []
    seen: ClassVar[dict[str, int]] = {}
    #<~~ seen
    count = 0
    #<~~~ count

    def add(self, name: str) -> None:
        Tides.seen[name] = 1
        Tides.count += 1
