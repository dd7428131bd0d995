# %% flagged: parameters and returns
def area(width, height):
#   ~~~~ `area` has no return type; annotate
#        ~~~~~ Parameter `width` of `area` has no type
#               ~~~~~~ Parameter `height` of `area` has no
    return width * height


class Store:
    def put(self, key: str, *values):
    #   ~~~ `put` has no return type; annotate what
    #                       ~~~~~~~ Parameter `*values` of `put` has no
        print(key, values)
# %% fixed
def area(width, height):
    return width * height


class Store:
    def put(self, key: str, *values: object) -> None:
        print(key, values)

# %% flagged: only parameters {"returns": false}
def double(x):
#          ~ Parameter `x` of `double`
    return x * 2

# %% flagged: only returns {"parameters": false}
def double(x):
#   ~~~~~~ `double` has no return type
    return None
# %% fixed
def double(x) -> None:
    return None

# %% clean: self, cls, lambdas, dummies and the return of __init__
class Store:
    def __init__(self, name: str):
        self.name = name

    def __len__(self) -> int:
        return 0

    @classmethod
    def make(cls, _request) -> "Store":
        return cls("x")


key = lambda row: row.name

# %% clean: private and nested functions where only public ones are asked for {"publicOnly": true}
def _helper(x: int):
    return x


def outer() -> int:
    def inner(x):
        return x

    return inner(1)

# %% flagged: what is known from defaults, from callers, and from what is returned {"returns": true}
from datetime import date

from app.shapes import Circle


class Box:
    @classmethod
    def empty(cls):
        #<~~~ `empty` has no return type
        return Box()


def make(size=1, names=["a"], shape=None):
#   ~~~~ `make` has no return type
#        ~~~~ `size`
#                ~~~~~ `names`
#                             ~~~~~ `shape`
    if size > 2:
        return Box()
    return None


def grow(box, by, day):
#   ~~~~ `grow` has no return type
#        ~~~ `box`
#             ~~ `by`
#                 ~~~ `day`
    try:
        return len(box.names) + by
    except ValueError:
        raise


def draw():
#   ~~~~ `draw` has no return type
    if Circle:
        return Circle()
    print("nothing")


grow(Box(), 1, date.today())
grow(Box(), by=2, day=unknown())
# %% file app/shapes.py
class Circle:
    pass
# %% fixed
from datetime import date

from app.shapes import Circle


class Box:
    @classmethod
    def empty(cls) -> "Box":
        return Box()


def make(size: int = 1, names: list[str] = ["a"], shape=None) -> Box | None:
    if size > 2:
        return Box()
    return None


def grow(box: Box, by: int, day: date) -> int:
    try:
        return len(box.names) + by
    except ValueError:
        raise


def draw() -> Circle | None:
    if Circle:
        return Circle()
    print("nothing")


grow(Box(), 1, date.today())
grow(Box(), by=2, day=unknown())

# %% flagged in app/api.py: what FastAPI hands in {"returns": false}
from fastapi import APIRouter, Depends, WebSocket

from app.db import Stock, cargo, get_db, settings, weight

router = APIRouter()


class Filters:
    def __init__(self, size: int = 1) -> None:
        self.size = size


@router.get("/ships/{ship_id}")
def ship(ship_id, size, db=Depends(get_db), filters = Depends(Filters)):
#        ~~~~~~~ `ship_id`
#                 ~~~~ `size`
#                       ~~ `db`
#                                           ~~~~~~~ `filters`
    return ship_id, size, db, filters


@router.post("/ships/{ship_id}/load")
async def load(
    ship_id,  # its number
    #<~~~~~
    *,
    stock=Depends(cargo),
    #<~~~
    weight=Depends(weight, use_cache=False),
    #<~~~~
    known=Depends(settings),
    #<~~~
):
    return ship_id, stock, weight, known


@router.websocket("/live/{ship_id}")
async def live(socket, ship_id):
#              ~~~~~~ `socket`
#                      ~~~~~~~ `ship_id`
    return socket, ship_id


def helper(ship_id):
#          ~~~~~~~
    return ship_id
# %% file app/__init__.py
# %% file app/db.py
from collections.abc import AsyncIterator, Iterator

from sqlalchemy.orm import Session


class Stock:
    pass


def get_db() -> Iterator[Session]:
    yield make()


async def cargo() -> AsyncIterator[Stock]:
    yield Stock()


def weight() -> int:
    return 1


def settings():
    return make()
# %% fixed
from fastapi import APIRouter, Depends, WebSocket
from sqlalchemy.orm import Session

from app.db import Stock, cargo, get_db, settings, weight

router = APIRouter()


class Filters:
    def __init__(self, size: int = 1) -> None:
        self.size = size


@router.get("/ships/{ship_id}")
def ship(ship_id: str, size: str, db: Session = Depends(get_db), filters: Filters = Depends(Filters)):
    return ship_id, size, db, filters


@router.post("/ships/{ship_id}/load")
async def load(
    ship_id: str,  # its number
    *,
    stock: Stock = Depends(cargo),
    weight: int = Depends(weight, use_cache=False),
    known=Depends(settings),
):
    return ship_id, stock, weight, known


@router.websocket("/live/{ship_id}")
async def live(socket, ship_id: str):
    return socket, ship_id


def helper(ship_id):
    return ship_id

# %% flagged: what may be anything {"returns": false}
class Crane:
    def note(self, load, *loads):
    #              ~~~~ `load`
    #                    ~~~~~~ `*loads`
        if load is None or isinstance(load, int):
            print(f"{load!r} of", *loads)
        return f"{load}" == str(load)


def weigh(load, size, text, other, *rest):
#         ~~~~
#               ~~~~
#                     ~~~~
#                           ~~~~~
#                                  ~~~~~
    if not load:
        return f"{size:>3}" + text
    other = other or load
    return len(rest)
# %% fixed
class Crane:
    def note(self, load: object, *loads: object):
        if load is None or isinstance(load, int):
            print(f"{load!r} of", *loads)
        return f"{load}" == str(load)


def weigh(load, size, text: str, other, *rest):
    if not load:
        return f"{size:>3}" + text
    other = other or load
    return len(rest)

# %% flagged: callers that do not agree, star arguments, and generators
def grow(by):
#   ~~~~ `grow` has no return type
#        ~~ `by`
    yield by


grow(1)
grow("two")

# %% clean in alembic/versions/5b0e_add_loads.py: steps of migrations
revision = "5b0e"
down_revision = None


def upgrade():
    pass

# %% flagged: what is called on them tells their type {"returns": false}
def show(word, rows, place, thing, gets):
#        ~~~~ `word`
#              ~~~~ `rows`
#                    ~~~~~ `place`
#                           ~~~~~ `thing`
#                                  ~~~~ `gets`
    for key, value in rows.items():
        print(key, word.strip().lower(), word.split(","), value)
    place.write_text(word)
    thing.append(thing.weight)
    return gets.get(1)
# %% fixed
from pathlib import Path


def show(word: str, rows: dict, place: Path, thing, gets):
    for key, value in rows.items():
        print(key, word.strip().lower(), word.split(","), value)
    place.write_text(word)
    thing.append(thing.weight)
    return gets.get(1)

# %% clean: where the type checker is told to look away
def wrapped(call):  # type: ignore
    return call

# %% flagged: a class that is imported further down
from decimal import Decimal


def weigh(load, price: Decimal):
#   ~~~~~ `weigh` has no return type
#         ~~~~ Parameter `load`
    return load.kilos * price


with quiet():
    from pathlib import Path


def read():
#   ~~~~ `read` has no return type
    return weigh(Path("a"), Decimal(1))


def later(place):
#   ~~~~~ `later` has no return type
#         ~~~~~ Parameter `place`
    place.mkdir()


later(Path("a"))
# %% fixed
from decimal import Decimal


def weigh(load: "Path", price: Decimal):
    return load.kilos * price


with quiet():
    from pathlib import Path


def read():
    return weigh(Path("a"), Decimal(1))


def later(place: Path) -> None:
    place.mkdir()


later(Path("a"))

# %% flagged: names that mean something else in the class, or go again
class Chart:
    def list(self):
    #   ~~~~ `list` has no return type
        return ["a"]

    def names(self):
    #   ~~~~~ `names` has no return type
        return [str(1)]


class Leg:
    pass


def first():
#   ~~~~~ `first` has no return type
    return Leg()


_Leg = Leg
del Leg
# %% fixed
class Chart:
    def list(self):
        return ["a"]

    def names(self):
        return [str(1)]


class Leg:
    pass


def first():
    return Leg()


_Leg = Leg
del Leg

# %% flagged: methods that are left to subclasses
class Loader:
    def load(self, path: str):
    #   ~~~~ `load` has no return type
        """Return what was read."""

    def check(self):
    #   ~~~~~ `check` has no return type
        pass

    def __init__(self, path: str):
        pass

    def close(self):
    #   ~~~~~ `close` has no return type
        self.open = False
# %% fixed
class Loader:
    def load(self, path: str):
        """Return what was read."""

    def check(self):
        pass

    def __init__(self, path: str):
        pass

    def close(self) -> None:
        self.open = False

# %% flagged: a function that becomes a method elsewhere has an object of its own
def shown(self, width) -> str:
    #           ~~~~~ `width`
    return f"{self} {width}"


Boat.__str__ = shown
# %% fixed
def shown(self, width: object) -> str:
    return f"{self} {width}"


Boat.__str__ = shown
