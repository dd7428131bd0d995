# %% flagged: lists, dicts and sets
def collect(item, into=[], *, seen=set(), names: dict = {}):
#                      ~~ The default `[]` is shared by all
#                                  ~~~~~ The default `set()` is shared by all
#                                                       ~~ The default `{}` is shared by all
    """Collect."""
    into.append(item)
    return into, seen, names
# %% fixed
def collect(item, into=None, *, seen=None, names: dict | None = None):
    """Collect."""
    if names is None:
        names = {}
    if seen is None:
        seen = set()
    if into is None:
        into = []
    into.append(item)
    return into, seen, names

# %% clean: immutable defaults and FastAPI's
from fastapi import Depends


def collect(item, into=None, sizes=(), db=Depends(get_db), name="x"):
    return into, sizes, db, name

# %% flagged: a long default, of which the beginning is shown
def hire(terms={"from": "Monday morning at seven", "to": "Friday evening"}):
    #          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `{"from": "Monday morning at seven", "to…` is shared
    return terms

# %% flagged in app/steps.py: type hints that have to allow None
from typing import Optional


def run(rate, seen: list[str] = [], known: Optional[set[str]] = set(), names: "dict[str, int]" = {}):
    #                           ~~
    #                                                           ~~~~~
    #                                                                                            ~~
    return rate, seen, known, names
# %% fixed
from typing import Optional


def run(rate, seen: Optional[list[str]] = None, known: Optional[set[str]] = None, names: "dict[str, int]" = {}):
    if known is None:
        known = set()
    if seen is None:
        seen = []
    return rate, seen, known, names

# %% flagged in app/steps.py: a Python that knows no pipe
def run(rate, seen: list = []):
    #                      ~~
    return rate, seen
# %% file pyproject.toml
[project]
name = "steps"
requires-python = ">=3.9"
# %% fixed
from typing import Optional


def run(rate, seen: Optional[list] = None):
    if seen is None:
        seen = []
    return rate, seen
