# %% flagged: what nobody can see from outside
def moor(boat, *args: int, **kwargs):
    #          ~~~~~ name its parameters
    #                      ~~~~~~~~ hides what `moor` takes
    return boat, args[0], kwargs.get("lines")


class Pier:
    def __init__(self, **options):
        #              ~~~~~~~~~ name its
        self.lines = options.pop("lines", 4)

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
