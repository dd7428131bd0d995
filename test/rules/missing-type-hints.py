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
    def put(self, key: str, *values) -> None:
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


def draw():
    if Circle:
        return Circle()
    print("nothing")


grow(Box(), 1, date.today())
grow(Box(), by=2, day=unknown())

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
