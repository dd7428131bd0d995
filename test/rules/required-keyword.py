# %% flagged: a builtin without it {"keyword": "encoding", "calls": ["builtins.open"]}
with open("a.txt") as file:
#    ~~~~ encoding=
    text = file.read()
# %% fixed
with open("a.txt", encoding="utf-8") as file:
    text = file.read()

# %% flagged: a method, and a value other than the one that is wanted {"keyword": "how", "value": "\"left\"", "calls": [".join"]}
one.join(other)
#<~~~~~~ how="left"
one.join(other, how="inner")
#<~~~~~~ how="left"
one.join(other, how="left")
# %% fixed
one.join(other, how="left")
one.join(other, how="left")
one.join(other, how="left")

# %% clean: given, or hidden in a splat {"keyword": "encoding", "calls": ["builtins.open"]}
open("a.txt", encoding="utf-8")
open("a.txt", **options)
gzip.open("a.gz")

# %% clean: a module's function of the method's name {"keyword": "how", "calls": [".join"]}
import os

os.path.join("a", "b")

# %% flagged: a patch without its specification {"keyword": "autospec", "value": "True", "calls": ["unittest.mock.patch", "unittest.mock.patch.object"]}
from unittest.mock import patch

patch("shop.mail.send")
#<~~~ autospec=True
patch("shop.mail.send", autospec=True)
# %% fixed
from unittest.mock import patch

patch("shop.mail.send", autospec=True)
patch("shop.mail.send", autospec=True)

# %% clean: a patch that is given what to put in place {"keyword": "autospec", "value": "True", "calls": ["unittest.mock.patch", "unittest.mock.patch.object"]}
from unittest.mock import patch

patch("shop.mail.send", fake_send)
patch("shop.mail.send", new=fake_send)
patch.object(mail, "send", fake_send)
patch.object(mail, "send", new_callable=Recorder)

# %% clean: a file of bytes has no encoding {"keyword": "encoding", "calls": ["builtins.open"]}
def read(path, mode):
    with open(path, "rb") as file, open(path, mode="wb") as other, open(path, mode) as third:
        print(file, other, third)

# %% flagged: on the receiver that is named, and on no other {"keyword": "key", "calls": ["queue.add"]}
def fill(queue, session, worker, row):
    session.add(row)
    queue.add(row)
    #<~~~~~~~ without `key=`
    worker.queue.add(row)
    #<~~~~~~~~~~~~~~ without `key=`
    return queue

# %% flagged: a method of a class, on values that are known to be one {"keyword": "how", "calls": ["DataFrame.merge"]}
import pandas as pd


def joined(left: pd.DataFrame, crew):
    made = pd.DataFrame()
    made.merge(left, how="left")
    crew.merge(left)
    return left.merge(made)
#          ~~~~~~~~~~ how=

# %% fixed
import pandas as pd


def joined(left: pd.DataFrame, crew):
    made = pd.DataFrame()
    made.merge(left, how="left")
    crew.merge(left)
    return left.merge(made, how="inner")

# %% flagged: the default of the function itself {"keyword": "deep", "calls": ["walk"]}
def walk(folder, deep=False, *, links=None):
    return folder, deep, links


def found(folder, depth):
    walk(folder, links=depth)
    #<~~ without `deep=`
    return walk(
    #      ~~~~
        folder,
    )

# %% fixed
def walk(folder, deep=False, *, links=None):
    return folder, deep, links


def found(folder, depth):
    walk(folder, links=depth, deep=False)
    return walk(
        folder,
        deep=False,
    )

# %% flagged: a default that is no value {"keyword": "links", "calls": ["walk"]}
NONE = object()


def walk(folder, *, links=NONE):
    return folder, links


walk("crates")
#<~~

# %% flagged: a route without it, in its decorator {"keyword": "operation_id", "calls": ["@route"]}
from fastapi import APIRouter

router = APIRouter()


if router:

    @router.get("/orders")
#    ~~~~~~~~~~ operation_id=
    def list_orders():
        return []


@router.post("/orders", operation_id="create_order")
def create_order():
    return {}

# %% clean: calls of the same name that decorate nothing {"keyword": "operation_id", "calls": ["@route"]}
from fastapi import APIRouter

router = APIRouter()
prices = {}.get("a")
found = router.get("/orders")

# %% flagged: each of several {"keyword": "on_delete, related_name", "calls": ["ForeignKey"]}
from django.db import models

yard = models.ForeignKey(Yard, related_name="boats")
#      ~~~~~~~~~~~~~~~~~ on_delete=

# %% flagged: one of several with the value it must have {"keyword": "timeout=30, verify=True", "calls": ["httpx.get"]}
import httpx

httpx.get("/boats", timeout=5, verify=True)
#<~~~~~~~ timeout=30
httpx.get("/boats", timeout=30, verify=True)
# %% fixed
import httpx

httpx.get("/boats", timeout=30, verify=True)
httpx.get("/boats", timeout=30, verify=True)
