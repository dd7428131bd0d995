# %% flagged: what nobody can see from outside
def moor(boat, *args: int, **kwargs):
    #          ~~~~~ name its parameters
    #                      ~~~~~~~~ hides what `moor` takes
    return boat, args[0], kwargs.get("lines")


class Pier:
    def __init__(self, **options):
        #              ~~~~~~~~~ name its
        self.lines = options.pop("lines", 4)

# %% fixed
def moor(boat, *args: int, lines=None):
    return boat, args[0], lines


class Pier:
    def __init__(self, *, lines=4):
        self.lines = lines

# %% clean: handed on, a decorator's own, given by a base
import functools


def timed(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


def moor(boat, **kwargs):
    return boat.moor(**kwargs)


class Pier(Base):
    def save(self, *args, **kwargs):
        self.lines = kwargs.get("lines")


class Open:
    def __call__(self, *args):
        return args


def total(*loads):
    return sum(load.weight for load in loads)


def book(boat, **fields):
    data = {"boat": boat} | fields
    return Booking(**data)


class Event:
    def __init__(self, **details):
        self.details = details


def say(key, **words):
    for word, value in words.items():
        key = key.replace(word, value)
    return key


def copy(boat, **_):
    return boat


def on_moor(boat, **kwargs):
    return boat


signals.moored.connect(on_moor)


def named(boat, *, lines):
    return lines

# %% clean: of keywords alone {"positional": false}
def total(*loads):
    return sum(loads)

# %% clean: a private one {"publicOnly": true}
def _moor(boat, **kwargs):
    return boat, kwargs.get("lines")

# %% flagged: fixed keys, with a type, taken out, asked for twice
def moor(boat, *, fast=False, **kwargs: str):
#                             ~~~~~~~~ hides what `moor` takes
    lines = kwargs["lines"]
    return boat, fast, lines, kwargs.get("side"), kwargs.get("side")


class Pier:
    def __init__(self, *names, **options):
        #              ~~~~~~ hides what `__init__` takes
        #                      ~~~~~~~~~ hides what `__init__` takes
        self.lines = options.pop("lines", 4)
        self.name = names[0]
        self.deep = options.get("deep", False)


print(moor(1, lines="a"), Pier(deep=True))

# %% fixed
def moor(boat, *, fast=False, lines: str, side: str | None = None):
    return boat, fast, lines, side, side


class Pier:
    def __init__(self, *names, lines=4, deep=False):
        self.lines = lines
        self.name = names[0]
        self.deep = deep


print(moor(1, lines="a"), Pier(deep=True))

# %% flagged: another key by a caller, unpacked by one, two values for a missing one, a name that is taken, made when it is missing
def moor(**kwargs):
#        ~~~~~~~~ hides what `moor` takes
    return kwargs.get("lines")


def sail(**kwargs):
#        ~~~~~~~~ hides what `sail` takes
    return kwargs.get("lines")


def lift(**kwargs):
#        ~~~~~~~~ hides what `lift` takes
    return kwargs.get("lines", 3), kwargs.get("lines", 4)


def turn(**kwargs):
#        ~~~~~~~~ hides what `turn` takes
    lines = 4
    return lines, kwargs.get("lines")


def load(**kwargs):
#        ~~~~~~~~ hides what `load` takes
    return kwargs.get("lines", []), kwargs.setdefault("side", 1)


moor(lines=1, ropes=2)
sail(**{"lines": 1})

# %% flagged: what swallows its arguments outside of tests
def moor(boat, **options):
    #          ~~~~~~~~~ `moor`
    return boat

# %% clean: a stand-in for a package that is not there
try:
    from cranes import Crane
except ImportError:

    class Crane:
        def __init__(self, *args, **kwargs):
            """Nothing to lift with."""
            raise RuntimeError("cranes is not installed")

# %% clean in tests/test_harbour.py: stand-ins that do not care what they are called with
class Radio:
    def call(self, *args, **kwargs):
        return "clear"

# %% flagged in tests/test_harbour.py: what takes its options apart
def make_boat(**over):
    #         ~~~~~~ name its
    return Boat(name=over.get("name", "Alma"))
