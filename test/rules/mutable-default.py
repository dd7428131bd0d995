# %% flagged: lists, dicts and sets
def collect(item, into=[], *, seen=set(), names: dict = {}):
#                      ~~ The default `[]` is shared by all
#                                  ~~~~~ The default `set()` is shared by all
#                                                       ~~ The default `{}` is shared by all
    """Collect."""
    into.append(item)
    return into, seen, names
# %% fixed
def collect(item, into=None, *, seen=None, names: dict = None):
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
