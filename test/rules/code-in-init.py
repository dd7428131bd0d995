# %% flagged in app/boats/__init__.py: definitions and statements
"""Boats."""

from .boat import Boat

registry = {}
#<~~~~~~~~~~~


def start():
#   ~~~~~
    return Boat


registry["a"] = start()
#<~~~~~~~~~~~~~~~~~~~~~

# %% fixed
"""Boats."""

from .boat import Boat
from .core import registry, start

__all__ = ["registry", "start"]
# %% fixed app/boats/core.py
from .boat import Boat

registry = {}


def start():
    return Boat


registry["a"] = start()

# %% clean in app/boats/__init__.py: imports and names
"""Boats."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from .boat import Boat

try:
    __version__ = version("boats")
except PackageNotFoundError:
    __version__ = "0"

__all__ = ["Boat"]

# %% clean in app/boats/boat.py: another module
def start():
    return 1

# %% flagged in shop/__init__.py: comments, decorators, names of its own, and an `__all__`
"""Shop."""

import functools
import logging
from typing import TYPE_CHECKING

from shop.till import Till

if TYPE_CHECKING:
    from shop.types import Price

__all__ = ["Till", "open_till"]

# One for all.
_logger = logging.getLogger(__name__)
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


@functools.cache
def open_till(name: str) -> Till:
#   ~~~~~~~~~
    # Opens it.
    _logger.info("open")
    return Till(name)


class Shop:
#     ~~~~
    pass
# %% file shop/till.py
class Till:
    def __init__(self, name):
        self.name = name

# %% fixed
"""Shop."""

from typing import TYPE_CHECKING

from shop.core import Shop, _logger, open_till
from shop.till import Till

if TYPE_CHECKING:
    from shop.types import Price

__all__ = ["Till", "open_till"]
# %% fixed shop/core.py
import functools
import logging

from shop.till import Till

# One for all.
_logger = logging.getLogger(__name__)


@functools.cache
def open_till(name: str) -> Till:
    # Opens it.
    _logger.info("open")
    return Till(name)


class Shop:
    pass

# %% flagged in shop/__init__.py: what stays needs it, or it needs what is imported for typing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shop.types import Price


def price() -> "Price":
#   ~~~~~
    return load(Price)


__version__ = price()

# %% flagged in app/__init__.py: what runs on import {"effects": true}
from app.log import set_up

set_up()
#<~~~~~~ runs whenever
for name in ("a", "b"):
#<~~~~~~~~~~~~~~~~~~~~~ runs whenever
    set_up(name)

# %% clean in app/__init__.py: what is named and defined {"effects": true}
import logging

logger = logging.getLogger(__name__)


def start():
    return 1

# %% clean in app/__init__.py: it is its own, or what libraries do {"effects": true}
import logging

from app.boats import boats
from app.router import Router

router = Router()
router.include(boats)
logging.getLogger(__name__).addHandler(logging.NullHandler())
for word in ("a", "b"):
    pass
del word
try:
    import fast as engine
except Exception:
    engine = None
try:
    from pkg import version

    VERSION = version("app")
except Exception:
    print("none")
with_it = [word for word in read()]

# %% flagged in app/__init__.py: within others {"effects": true}
with open("words.txt") as words:
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ runs whenever
    pass
if True:
#<~~~~~~ runs whenever
    start()

# %% clean in app/ports/__init__.py: another name for what it hands on
from app import berths

Berth = berths.as_Berth
OldBerth = Berth
# %% file app/berths.py
class as_Berth:
    pass
