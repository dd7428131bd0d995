# %% flagged: a parameter whose default has its name
def make(load, ValueError=ValueError):
    #          ~~~~~~~~~~
    raise ValueError(load)
# %% fixed
def make(load, value_error=ValueError):
    raise value_error(load)

# %% flagged: functions, variables, parameters and classes
class http_client:
#     ~~~~~~~~~~~ `HttpClient`
    def sendAll(self, theItems):
    #   ~~~~~~~ The function `sendAll` is not
    #                 ~~~~~~~~ The parameter `theItems` is not
        firstItem = theItems[0]
        #<~~~~~~~ `first_item`
        return firstItem
# %% fixed
class HttpClient:
    def send_all(self, the_items):
        first_item = the_items[0]
        return first_item
# %% flagged: camel case where the team writes it {"functions": "camelCase", "variables": ""}
def read_file(path):
#   ~~~~~~~~~ `readFile`
    some_path = path
    return some_path
# %% fixed
def readFile(path):
    some_path = path
    return some_path

# %% flagged: a name that an inner function uses too
def outer():
    someValue = 1
    #<~~~~~~~ `some_value`

    def inner():
        return f"{someValue}" + str(call(someValue=someValue))

    return inner
# %% fixed
def outer():
    some_value = 1

    def inner():
        return f"{some_value}" + str(call(someValue=some_value))

    return inner

# %% clean: overrides of libraries, type variables, constants, dunders
import ast
import unittest
from http.server import BaseHTTPRequestHandler
from typing import TypeVar

from qt import Widget

T = TypeVar("T")
UserId = int
MAX_SIZE = 3


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        return None


class Case(unittest.TestCase):
    def setUp(self):
        self.maxDiff = None


class Visitor(ast.NodeVisitor):
    def visit_Name(self, node):
        return node


class Window(Widget):
    def paintEvent(self, event):
        return event


def run(_, __, x1):
    Model = get_model()
    for _i in range(3):
        print(Model, _i, x1)

# %% clean: only what the text names {"variables": "", "classes": ""}
class http_client:
    def send(self, theItems):
        return theItems

# %% clean: a local that holds one of two classes
class Small:
    pass


class Large:
    pass


def make(size):
    Chosen = Small if size < 3 else Large
    return Chosen()

# %% clean: private names of types, and of what stands for one
from typing import Annotated, TypeAlias

_Weight = Annotated[int, "kilograms"]
_Cargo: TypeAlias = "dict[str, _Weight]"


class Hold:
    _Row = dict[str, int]

# %% flagged: parameters that others name too
class Base:
    def load(self, theFile):
        #          ~~~~~~~ the_file
        return theFile


class Store(Base):
    def save(self, theFile):
        #          ~~~~~~~ the_file
        return theFile


def read(theFile):
    #    ~~~~~~~ the_file
    return theFile


def write(theFile):
    #     ~~~~~~~ the_file
    return theFile


read(theFile=1)
other.write(theFile=1)
# %% fixed
class Base:
    def load(self, the_file):
        return the_file


class Store(Base):
    def save(self, theFile):
        return theFile


def read(the_file):
    return the_file


def write(theFile):
    return theFile


read(the_file=1)
other.write(theFile=1)

# %% flagged: a new name that is taken
def readFile(path):
    #<~~~~~~ read_file
    return path


def read_file(path):
    return readFile(path)

# %% flagged in shop/mail.py: methods, where all that calls them is known
class Mail:
    def sendAll(self, items):
    #   ~~~~~~~ send_all
        return items

    def sendOne(self, item):
    #   ~~~~~~~ send_one
        return self.sendAll([item])


def main():
    Mail().sendAll([])
# %% file shop/jobs.py
from shop.mail import Mail


def run(mail: Mail, other):
    mail.sendAll([])
    other.sendOne(1)
# %% fixed
class Mail:
    def send_all(self, items):
        return items

    def sendOne(self, item):
        return self.send_all([item])


def main():
    Mail().send_all([])
# %% fixed shop/jobs.py
from shop.mail import Mail


def run(mail: Mail, other):
    mail.send_all([])
    other.sendOne(1)


# %% clean: a constant that is worked out, and a locale
from functools import cached_property
from pathlib import Path

pt_BR = Path("pt-BR.json")


class Limits:
    @property
    def DOCS_ADDRESS(self):
        return f"{self.host}/docs"

    @cached_property
    def MAX_BERTHS(self):
        return 40

# %% flagged in app/cranes.py: a property that a class below has as an attribute
class Crane:
    @property
    def maxLoad(self):
    #   ~~~~~~~
        return 1


class Small(Crane):
    pass

# %% file app/small.py
from app.cranes import Small


class Tiny(Small):
    maxLoad = 2

# %% fixed app/cranes.py
class Crane:
    @property
    def maxLoad(self):
        return 1


class Small(Crane):
    pass
# %% flagged: what a built-in function answers is no class
def tally(names, make_model):
    NameCount = len(names)
    #<~~~~~~~ `name_count`
    Model = make_model("Model")
    return NameCount, Model

# %% clean: names of classes, wherever the class comes from {"functions": "snake_case", "variables": "snake_case"}
from typing import Type
from unittest.mock import patch

import pytest

from harbour import tables


@pytest.fixture
def Mooring() -> Type[tables.Mooring]:
    return tables.Mooring


def count(Boat: type[tables.Boat], Berth: "type[tables.Berth]" = tables.Berth) -> int:
    Crew, Mate = tables.Crew, tables.Mate
    return Boat.count() + Berth.count() + Crew.count() + Mate.count()


def replaced() -> None:
    with patch("harbour.tables.Boat", autospec=True) as BoatMock, patch.object(tables, "Crew") as MockCrew:
        BoatMock()
        MockCrew()


@patch("harbour.tables.Boat")
def decorated(MockBoat) -> None:
    MockBoat()

# %% flagged: names of classes for what is none {"functions": "snake_case", "variables": "snake_case"}
from unittest.mock import patch


def count(Boat: int) -> int:
#         ~~~~ parameter `Boat`
    First, Second = 1, 2
    #<~~~ `First`
    #      ~~~~~~ `Second`
    with patch("harbour.tables.count") as Counted:
    #                                     ~~~~~~~ `Counted`
        return Boat + First + Second + Counted.call_count

# %% flagged: a class that the methods of a later one are called after
class tide:
#     ~~~~ `Tide`
    __slots__ = ("level",)


class harbour:
#     ~~~~~~~ `Harbour`
    __slots__ = tide.__slots__ + ("name",)

    def tide(self) -> tide:
        return tide()
# %% fixed
class Tide:
    __slots__ = ("level",)


class Harbour:
    __slots__ = Tide.__slots__ + ("name",)

    def tide(self) -> Tide:
        return Tide()

# %% flagged: methods that their class puts into a table
class Reader:
    table = {}

    def readTide(self, line):
    #   ~~~~~~~~ `read_tide`
        return line

    table["tide"] = readTide
    again = property(readTide)
# %% fixed
class Reader:
    table = {}

    def read_tide(self, line):
        return line

    table["tide"] = read_tide
    again = property(read_tide)

# %% flagged: functions in a method
class Reader:
    def reader(self, prefix):
        def readTide(line):
        #   ~~~~~~~~ `read_tide`
            return prefix + line

        return readTide
# %% fixed
class Reader:
    def reader(self, prefix):
        def read_tide(line):
            return prefix + line

        return read_tide

# %% clean: what objects and classes are made of, and functions of the database {"functions": "snake_case", "variables": "snake_case", "classes": "PascalCase"}
from sqlalchemy.sql import functions
from sqlalchemy.sql.functions import GenericFunction


def test_mooring(Mooring, Hull):
    class Large(Hull):
        pass

    assert Mooring(size=1)


def reloaded(reload):
    with reload("harbour") as Harbour:
        return Harbour(1)


class days_between(functions.GenericFunction[int]):
    inherit_cache = True


class hours_between(GenericFunction):
    inherit_cache = True

# %% flagged: what is only read {"functions": "snake_case", "variables": "snake_case", "classes": "PascalCase"}
def test_mooring(Mooring):
#                ~~~~~~~ `Mooring`
    assert Mooring.size == 1
    print(Mooring)


class days_between(dict):
#     ~~~~~~~~~~~~ `days_between`
    pass

# %% flagged: a local name that an import may bind too
def spread(hulls, many):
    theSum = None
    #<~~~~ `the_sum`
    if many:
        from totals import theSum
    return theSum(hulls) if theSum else hulls


def gather(hulls):
    theTotals = hulls
    #<~~~~~~~ `the_totals`
    from yard.theTotals import add

    return add(theTotals)


def pile(hulls):
    theHeap = None
    #<~~~~~ `the_heap`
    if hulls:
        from yard import heap as theHeap
    return theHeap
# %% fixed
def spread(hulls, many):
    theSum = None
    if many:
        from totals import theSum
    return theSum(hulls) if theSum else hulls


def gather(hulls):
    the_totals = hulls
    from yard.theTotals import add

    return add(the_totals)


def pile(hulls):
    the_heap = None
    if hulls:
        from yard import heap as the_heap
    return the_heap

# %% flagged: a class that stands in for one that cannot be imported
try:
    from yard import hull
except ImportError:

    class hull:
    #     ~~~~ `Hull`
        pass


def make():
    return hull()
# %% fixed
try:
    from yard import hull
except ImportError:

    class hull:
        pass


def make():
    return hull()

# %% clean: a fixture that makes a class {"functions": "snake_case"}
import pytest


@pytest.fixture
def Mooring(name):
    slug = name.lower()

    class Mooring:
        _slug = slug

    return Mooring

# %% flagged: names that are offered one after the other
__all__ = ["tide"]
__all__ += ["readTide", "tide"]
__all__.extend(["findTide"])
__all__.append("askTide")


def readTide():
#   ~~~~~~~~ `read_tide`
    return 1


def findTide():
#   ~~~~~~~~ `find_tide`
    return 1


def askTide():
#   ~~~~~~~ `ask_tide`
    return 1
# %% fixed
__all__ = ["tide"]
__all__ += ["read_tide", "tide"]
__all__.extend(["find_tide"])
__all__.append("ask_tide")


def read_tide():
    return 1


def find_tide():
    return 1


def ask_tide():
    return 1

# %% clean in tests/test_vault.py: a double takes what the library is given by name
class FakeVault:
    def get_value(self, *, SecretId: str) -> dict:
        return {"SecretString": SecretId}


def test_vault():
    assert FakeVault().get_value(SecretId="a") == {"SecretString": "a"}

# %% flagged: a name that would become a word of Python
def build(rows):
    Import = len(rows)
#   ~~~~~~ call it `import_`
    return Import + 1
# %% fixed
def build(rows):
    import_ = len(rows)
    return import_ + 1

# %% flagged: names that clients write, and aliases of types
from typing import TypeAlias

from fastapi import FastAPI

app = FastAPI()
as_Boat: TypeAlias = dict[str, int]


@app.get("/boats")
def boats(boatId: int):
    berthId = boatId
    #<~~~~~ `berth_id`
    return find(berthId)


def find(boatId: int):
    #    ~~~~~~ `boat_id`
    return boatId
