# %% flagged in app/a.py: a parameter lost, parameters turned round, a route moved, a field gone
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class OrderResponse(BaseModel):
#     ~~~~~~~~~~~~~ `state`
    total: int


def lost(a):
#   ~~~~ `b`
    return a


def turned(b, a):
#   ~~~~~~ another order
    return a, b


@router.get("/orders/{key}")
#<~~~~~~~~~~~~~~~~~~~~~~~~~~ GET /order/{key}
def read(key: int) -> OrderResponse:
    return OrderResponse(total=key)
# %% before
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class OrderResponse(BaseModel):
    total: int
    state: str


def lost(a, b=None):
    return a


def turned(a, b):
    return a, b


@router.get("/order/{key}")
def read(key: int) -> OrderResponse:
    return OrderResponse(total=key)
# %% fixed
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


# BREAKING CHANGE: `OrderResponse` lost `state`; say what callers must do.
class OrderResponse(BaseModel):
    total: int


# BREAKING CHANGE: `lost` lost its parameter `b`; say what callers must do.
def lost(a):
    return a


# BREAKING CHANGE: `turned` takes its parameters in another order; say what callers must do.
def turned(b, a):
    return a, b


# BREAKING CHANGE: The route `GET /order/{key}` is now `GET /orders/{key}`; say what callers must do.
@router.get("/orders/{key}")
def read(key: int) -> OrderResponse:
    return OrderResponse(total=key)

# %% clean in app/a.py: written down, private, new, optional parameters, other classes
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class Settings(BaseModel):
    a: int


# BREAKING CHANGE: callers pass only `a` now.
def lost(a):
    return a


def _private(a):
    return a


def more(a, b=1, *, c=2):
    return a, b, c


def new(a):
    return a


@router.get("/x")
def x():
    """BREAKING CHANGE: the path was /y."""
    return 1
# %% before
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class Settings(BaseModel):
    a: int
    b: int


def lost(a, b):
    return a


def _private(a, b):
    return a


def more(a):
    return a


@router.get("/y")
def x():
    return 1

# %% flagged: the constructor of a public class, and routes by `api_route`
class Clock:
    def __init__(self, zone):
    #   ~~~~~~~~ `format`
        self.zone = zone

    def _tick(self):
        return self.zone


@router.api_route("/clock", methods=["GET"])
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `POST /clock` is now `GET /clock`
def clock():
    return 1
# %% before
class Clock:
    def __init__(self, zone, format):
        self.zone = zone

    def _tick(self, n):
        return self.zone


@router.api_route("/clock", methods=["GET", "POST"])
def clock():
    return 1

# %% clean: clients of a route see neither its order of parameters nor what is injected
from fastapi import Depends, Request


@router.get("/clock/{zone}")
def clock(format: str, zone: str):
    return zone
# %% before
from fastapi import Depends, Request


@router.get("/clock/{zone}")
def clock(request: Request, zone: str, format: str, db=Depends(get_db)):
    return zone

# %% flagged: a parameter that callers must give from now on
class Clock:
    async def wind(self, turns, *, key):
        #     ~~~~ `wind` asks for a new parameter `key`
        return turns

    def show(self, *parts: int, zone="UTC", **rest: str):
        return parts


def stop(clock, when: float):
#   ~~~~ asks for a new parameter `when`
    return clock
# %% before
class Clock:
    async def wind(self, turns):
        return turns

    def show(self):
        return ()


def stop(clock):
    return clock

# %% clean: the name of a part of a route's path
@router.get("/clocks/{id}/hands/{hand:int}")
def hand(id: int, hand: int):
    return hand
# %% before
@router.get("/clocks/{clock_id}/hands/{number:int}")
def hand(clock_id: int, number: int):
    return number

# %% clean: a comment will do where the team writes it into the changelog as well {"changelog": true}
# BREAKING CHANGE: `depth` is always in metres.
def tide(port): ...
# %% before
def tide(port, depth): ...

# %% clean: written into the changelog
def tide(port): ...
# %% before
def tide(port, depth): ...
# %% file docs/CHANGELOG.md
- BREAKING CHANGE: `tide()` no longer takes the depth.
