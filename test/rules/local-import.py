# %% flagged: inside a function
def here():
    import os
    #<~~~~~~~ not at the top

    return os.getcwd()
# %% fixed
import os


def here():
    return os.getcwd()

# %% clean: at the top, optional, for types, with a reason
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models import User

try:
    import orjson
except ImportError:
    orjson = None


def here():
    from app.models import User  # Avoids a circular import.

    # The import is slow, so it waits.
    import pandas

    return os.getcwd(), User, pandas

# %% clean in quay/boats.py: a module that loads this one, and a reason of two lines
def berth():
    from quay.berths import nearest

    return nearest()


def log():
    # A circular one, as the logger reads settings:
    # boats -> log -> settings -> boats
    from quay.log import logger

    return logger

# %% file quay/berths.py
from quay.harbour import HARBOUR


def nearest():
    return HARBOUR

# %% file quay/harbour.py
import quay.boats

HARBOUR = "Old harbour"

# %% file quay/log.py
logger = None

# %% flagged in quay/ropes.py: a module that loads others
def tie():
    from quay.knots import bowline
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~ not at the top

    return bowline

# %% file quay/knots.py
import os


def bowline():
    from quay.ropes import tie

    return tie, os

# %% fixed
from quay.knots import bowline


def tie():
    return bowline

# %% clean: after something that the imports may need, and what a module gives when it is asked
import harbour_settings

harbour_settings.load("test")

from json import dumps


def __getattr__(name):
    if name == "Crane":
        from decimal import Decimal

        return Decimal
    raise AttributeError(dumps(name))

# %% flagged: an attribute of the class
class Report:
    import json
    #<~~~~~~~~~

    def text(self):
        return self.json.dumps({})
# %% fixed
class Report:
    import json

    def text(self):
        return self.json.dumps({})

# %% flagged: an import of the module below other code
LIMIT = 3

import os
#<~~~~~~~


def folder():
    return os.curdir, LIMIT
# %% fixed
import os

LIMIT = 3


def folder():
    return os.curdir, LIMIT

# %% flagged: the same import twice in one function
def text(rows, as_bytes):
    if as_bytes:
        from json import dumps
        #<~~~~~~~~~~~~~~~~~~~~

        return dumps(rows).encode()
    from json import dumps
    #<~~~~~~~~~~~~~~~~~~~~

    return dumps(rows)
# %% fixed
from json import dumps


def text(rows, as_bytes):
    if as_bytes:
        return dumps(rows).encode()

    return dumps(rows)

# %% flagged: imports of the module below constants and comments
"""Cranes."""

import json  # for the lists

LIMIT = 3
# Names of all.
NAMES = ["a"]
from pathlib import Path
#<~~~~~~~~~~~~~~~~~~~~~~
import os.path as paths
#<~~~~~~~~~~~~~~~~~~~~~


def folder():
    return Path(paths.curdir), json, LIMIT, NAMES

# %% fixed
"""Cranes."""

import json  # for the lists
import os.path as paths
from pathlib import Path

LIMIT = 3
# Names of all.
NAMES = ["a"]


def folder():
    return Path(paths.curdir), json, LIMIT, NAMES

# %% clean: whether it can be imported is the question
def count():
    try:
        from harbour import counters
    except Exception:
        counters = None
    return counters

# %% flagged: more is tried than the import
def count():
    try:
        from harbour import counters
        #<~~~~~~~~~~~~~~~~~~~~~~~~~~ not at the top

        return counters.count()
    except Exception:
        return 0

# %% clean: comments that say why an import is late
def weigh(boat):
    # yard.scales takes seconds to load
    from yard import scales

    return scales.weigh(boat)


def paint(boat):
    # Delay the import until somebody paints.
    from yard import brush

    from yard import colours  # only painters have it
    return brush.paint(boat, colours)

# %% flagged: comments that speak of something else
def weigh(boat):
    # Heavier than water?
    from yard import scales  # type: ignore
    #<~~~~~~~~~~~~~~~~~~~~~

    return scales.weigh(boat)

# %% flagged: below code that a comment speaks of
"""Cranes."""

# Set by whoever loads this module.
_loader = None
import json
#<~~~~~~~~~


def load(text):
    return json.loads(text), _loader
# %% fixed
"""Cranes."""

import json

# Set by whoever loads this module.
_loader = None


def load(text):
    return json.loads(text), _loader

# %% clean: one comment above a run of imports
def main():
    # Importing here so that nothing is loaded without need.
    import argparse

    import json

    print(argparse, json)

# %% clean: modules that one system has
def home(name):
    import pwd

    return pwd.getpwnam(name).pw_dir


def lock(handle):
    from fcntl import LOCK_EX, flock

    flock(handle, LOCK_EX)

# %% flagged: a test that first asks whether the library is there
import pytest


def test_rows():
    pytest.importorskip("polars")
    from polars import DataFrame

    assert DataFrame()


def test_names():
    from app.names import names
    #<~~~~~~~~~~~~~~~~~~~~~~~~~ at the top

    assert names()

# %% flagged in tests/test_log.py: the standard library needs no preparation, a module of the team's may
def test_level(monkeypatch):
    monkeypatch.setenv("LEVEL", "debug")
    import logging
    #<~~~~~~~~~~~~ at the top

    from app.log import level

    assert level() == logging.DEBUG
