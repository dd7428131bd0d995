# %% flagged: exceptions that say nothing
def charge(order):
    if order.paid:
        raise RuntimeError("already paid")
        #     ~~~~~~~~~~~~ `RuntimeError`
    if order.open:
        raise Exception
        #     ~~~~~~~~~ `Exception`
# %% fixed
class ModuleError(RuntimeError):
    pass


def charge(order):
    if order.paid:
        raise ModuleError("already paid")
    if order.open:
        raise ModuleError

# %% clean: own ones, programming errors, raising again
from app.errors import RuntimeError as AppError


class PaidError(Exception):
    pass


def charge(order):
    if order is None:
        raise TypeError("order")
    if order.paid:
        raise PaidError(order.id)
    try:
        raise NotImplementedError
    except NotImplementedError as e:
        raise
    raise AppError("x")

# %% clean in scripts/release.py: a script, whose caller is a person
def version(notes):
    if not notes:
        raise RuntimeError("no notes")
    return notes[0]

# %% clean: what is called before it is ready
_engine = None


def engine():
    if _engine is None:
        raise RuntimeError("start the engine first")
    return _engine


class Crane:
    def lift(self):
        if not self.hook:
            raise RuntimeError("no hook")

# %% flagged: what goes wrong with the work
def lift(load):
    if load is None:
        raise RuntimeError("nothing to lift")
        #     ~~~~~~~~~~~~ an exception class of
# %% fixed
class ModuleError(RuntimeError):
    pass


def lift(load):
    if load is None:
        raise ModuleError("nothing to lift")

# %% clean: settings that are missing, what was not started, what is not supported
from contextvars import ContextVar

from app.config import settings

_queue: ContextVar[object | None] = ContextVar("queue")


def queue():
    current = _queue.get()
    if current is None:
        raise RuntimeError("no queue here")
    return current


def client(url):
    key = settings.CRANE_KEY
    if not key:
        raise RuntimeError("CRANE_KEY is not set")
    return url, key


class Store:
    def add(self, job):
        """Jobs are read from the database."""
        raise RuntimeError("cannot be added to")

# %% flagged: what was looked for and not found
from app.ships import find


def moor(name):
    ship = find(name)
    if ship is None:
        raise RuntimeError("no such ship")
        #     ~~~~~~~~~~~~ an exception class of
    return ship

# %% clean: where only Exception is ruled out {"names": ["Exception", "BaseException"]}
def press(crate):
    if crate.is_empty:
        raise RuntimeError("nothing to press")

# %% flagged: a new class keeps two lines from what follows
import logging

logger = logging.getLogger(__name__)


def press(crate):
    logger.info("pressed")
    raise Exception("no crate")
    #     ~~~~~~~~~ `Exception`
# %% fixed
import logging


class ModuleError(Exception):
    pass


logger = logging.getLogger(__name__)


def press(crate):
    logger.info("pressed")
    raise ModuleError("no crate")

# %% flagged in app/services/ferry.py: raised while the module is loaded, above the class
import sys

if sys.maxsize < 2**32:
    raise RuntimeError("too small")
    #     ~~~~~~~~~~~~ `RuntimeError`


class FerryError(Exception):
    pass
# %% fixed
import sys

if sys.maxsize < 2**32:
    raise RuntimeError("too small")


class FerryError(Exception):
    pass

# %% clean in app/services/lighthouse.py: a program that ends before it begins
import os


def shine(key):
    return key


if __name__ == "__main__":
    key = os.environ.get("LIGHT_KEY")
    if key is None:
        raise Exception("LIGHT_KEY is missing")
    shine(key)

# %% clean: a library that is missing
def configure(app):
    try:
        import telemetry
    except ImportError as error:
        raise RuntimeError("Tracing is switched on, but not installed.") from error
    telemetry.attach(app)

# %% clean in app/services/sails.py: the end of a choice by one value, which no caller was meant to reach
def width(mode: str) -> int:
    if mode == "storm":
        return 1
    elif mode in ("fair", "calm"):
        return 2

    raise RuntimeError(f"Unsupported mode {mode}")


def height(options) -> int:
    if options.kind.lower() == "jib" or options.kind.lower() == "genoa":
        tall = 1
    elif options.kind.lower() == "main":
        tall = 2
    else:
        raise RuntimeError("Invalid kind")
    return tall


def weight(sail) -> int:
    match sail:
        case "jib":
            return 1
        case _:
            raise RuntimeError("Unknown sail")

# %% flagged in app/services/sails.py: what the world did
def hoist(wind: int, crew: list) -> int:
    if wind > 9:
        return 0
    if not crew:
        raise RuntimeError("nobody on board")
        #     ~~~~~~~~~~~~
    raise RuntimeError("torn")
    #     ~~~~~~~~~~~~
# %% fixed
class SailError(RuntimeError):
    pass


def hoist(wind: int, crew: list) -> int:
    if wind > 9:
        return 0
    if not crew:
        raise SailError("nobody on board")
    raise SailError("torn")

# %% clean in setup.py: the program that builds the package
def build(tool):
    if not tool:
        raise RuntimeError("npm is not installed")

# %% clean: what is asked for before it was made
class Handler:
    @property
    def user(self):
        if not hasattr(self, "_user"):
            raise RuntimeError("Load the user first")
        return self._user

# %% clean: what only the programmer who calls it can mend
class Pump:
    def __init__(self) -> None:
        self._closed = False

    def run(self) -> None:
        if self._closed:
            raise RuntimeError("The pump is closed")

    def drain(self) -> None:
        if self._inlet is None or self._outlet is None:
            raise RuntimeError("The pump is not connected")

# %% flagged in app/services/sails.py: the project has a module for its exceptions
from app.core.errors import TornSail


def hoist(wind: int, crew: list) -> int:
    if wind > 9:
        raise TornSail("torn")
    if not crew:
        raise RuntimeError("nobody on board")
        #     ~~~~~~~~~~~~
    raise Exception("no wind")
    #     ~~~~~~~~~
# %% file app/core/errors.py
class BoatError(Exception):
    """What the crew has to know."""


class TornSail(BoatError):
    pass
# %% fixed
from app.core.errors import SailError, TornSail


def hoist(wind: int, crew: list) -> int:
    if wind > 9:
        raise TornSail("torn")
    if not crew:
        raise SailError("nobody on board")
    raise SailError("no wind")
# %% fixed app/core/errors.py
class BoatError(Exception):
    """What the crew has to know."""


class TornSail(BoatError):
    pass


class SailError(BoatError):
    pass

# %% flagged in app/services/sails.py: the class is there already
def hoist(crew: list) -> int:
    if not crew:
        raise RuntimeError("nobody on board")
        #     ~~~~~~~~~~~~
    return 1
# %% file app/core/errors.py
class BoatError(Exception):
    pass


class SailError(BoatError):
    pass
# %% fixed
from app.core.errors import SailError


def hoist(crew: list) -> int:
    if not crew:
        raise SailError("nobody on board")
    return 1

# %% flagged in app/services/sails.py: a base that takes more than a text
def hoist(crew: list) -> int:
    if not crew:
        raise RuntimeError("nobody on board")
        #     ~~~~~~~~~~~~
    return 1
# %% file app/errors.py
class BoatError(Exception):
    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


class TornSail(BoatError):
    pass
# %% fixed
def hoist(crew: list) -> int:
    if not crew:
        raise RuntimeError("nobody on board")
    return 1

# %% flagged in boats/sails.py: exceptions that have no base
def hoist(crew: list) -> int:
    if not crew:
        raise RuntimeError("nobody on board")
        #     ~~~~~~~~~~~~
    return 1
# %% file boats/exceptions.py
class TornSail(Exception):
    pass
# %% fixed
from boats.exceptions import SailError


def hoist(crew: list) -> int:
    if not crew:
        raise SailError("nobody on board")
    return 1
# %% fixed boats/exceptions.py
class TornSail(Exception):
    pass


class SailError(Exception):
    pass
