# %% flagged: a function under its own name and through an alias {"names": ["time.sleep"]}
import time
from time import sleep as pause

time.sleep(1)
#<~~~~~~~~ time.sleep
pause(2)
#<~~~ pause

# %% flagged: a module, imported whole or in part {"modules": ["telnetlib"]}
import telnetlib
#      ~~~~~~~~~ telnetlib
from telnetlib import Telnet
#                     ~~~~~~ telnetlib
# %% fixed

# %% flagged: what is to be used instead is said, and put in its place {"names": ["time.clock"], "instead": {"time.clock": "time.monotonic"}}
import time

began = time.clock()
#       ~~~~~~~~~~ time.monotonic
# %% fixed
import time

began = time.monotonic()

# %% flagged: a keyword argument with its value {"names": ["inplace=True"]}
frame.sort(inplace=True)
#          ~~~~~~~~~~~~ inplace=True
frame.sort(inplace=False)

# %% fixed
frame = frame.sort()
frame.sort(inplace=False)

# %% flagged: a method, on whatever it is called {"names": [".iterrows"]}
for row in frame.iterrows():
#                ~~~~~~~~ iterrows
    print(row)

# %% flagged: a class that is only handed on {"names": ["OldClient"]}
from app.clients import OldClient
#                       ~~~~~~~~~ OldClient
# %% fixed

# %% clean: another function of the same name, and the file that defines the class {"names": ["time.sleep", "OldClient"]}
from naps import sleep


class OldClient:
    pass


sleep(1)
OldClient()

# %% clean: a keyword of the same name with another value, and a local value {"names": ["inplace=True", "builtins.eval"]}
def run(eval):
    frame.sort(inplace=False)
    return eval()

# %% clean: other things of the same spelling {"names": ["time.sleep"], "modules": ["simplejson"]}
import clock as time
from app import simplejson


def wait(inplace=True):
    time.sleep(1)
    return simplejson

# %% flagged: a call with these arguments, and none with others {"names": ["cast(object, ...)", "frame.apply(axis=1)"]}
from typing import cast as as_type

value = as_type(object, read())
#       ~~~~~~~~~~~~~~~~~~~~~~~ cast(object, ...)
other = as_type(Reader, read())
rows = frame.apply(work, axis=1)
#      ~~~~~~~~~~~~~~~~~~~~~~~~~ axis=1
columns = frame.apply(work, axis=0)

# %% fixed
from typing import cast as as_type

value = read()
other = as_type(Reader, read())
rows = frame.apply(work, axis=1)
columns = frame.apply(work, axis=0)

# %% flagged: a text's value, and no text that only holds it {"names": ["\"engine-4o\""]}
model = "engine-4o"
#       ~~~~~~~~~~~ engine-4o
note = "we left engine-4o behind"

# %% flagged: a method through its manager, on whatever model {"names": [".objects.create"]}
Order.objects.create(total=1)
#     ~~~~~~~~~~~~~~ objects.create
Order.create(total=1)

# %% clean: the call that is wanted, although the other is as wide {"names": ["parse(None)"], "instead": {"parse(None)": "parse(text)"}}
parse(text)

# %% flagged in shop/orders.py: outside the only place that may {"names": ["sys.exit"], "owners": ["shop/cli.py"]}
import sys as system


def stop():
    system.exit(1)
#   ~~~~~~~~~~~ only `shop/cli.py` may use it

# %% clean in shop/cli.py: in the only place that may {"names": ["sys.exit"], "owners": ["shop/cli.py"]}
import sys


def stop():
    sys.exit(1)

# %% flagged: what goes in the place of a method, a text and a keyword {"names": [".iterrows", "\"engine-4o\"", "stale=True"], "instead": {".iterrows": ".itertuples", "\"engine-4o\"": "\"engine-5\"", "stale=True": "fresh=True"}}
for row in frame.iterrows():
#                ~~~~~~~~ .itertuples
    ask(row, model='engine-4o', stale=True)
#                  ~~~~~~~~~~~ engine-5
#                               ~~~~~~~~~~ fresh
# %% fixed
for row in frame.itertuples():
    ask(row, model='engine-5', fresh=True)

# %% flagged: a call by a long name, of a function or a method {"names": ["rebuild_index(...)"]}
from shop.search import rebuild_index

rebuild_index()
#<~~~~~~~~~~~~~ rebuild_index
client.rebuild_index(1)
#<~~~~~~~~~~~~~~~~~~~~~ rebuild_index
get(1).rebuild_index(1)
#<~~~~~~~~~~~~~~~~~~~~~ rebuild_index
print(rebuild_index)

# %% flagged: in place of other things, over lines, of the module, and with a comment in between {"names": ["inplace=True"]}
frame = load()


class Report:
    def shape(self, rows, key):
        self.frame.sort_values("day", inplace=True)
        #                             ~~~~~~~~~~~~
        rows[key].fillna(0, inplace=True)  # no gaps
        #                   ~~~~~~~~~~~~
        self.frame.drop(
            columns=["day"],
            inplace=True,
            #<~~~~~~~~~~
        )
        self.frame.rename(
            columns={"a": "b"},
            # As the others do it.
            inplace=True,
            #<~~~~~~~~~~
        )
        load().sort_values("day", inplace=True)
        #                         ~~~~~~~~~~~~
        return rows.dropna(inplace=True)
        #                  ~~~~~~~~~~~~


def shape():
    frame.reset_index(inplace=True)
    #                 ~~~~~~~~~~~~

# %% fixed
frame = load()


class Report:
    def shape(self, rows, key):
        self.frame = self.frame.sort_values("day")
        rows[key] = rows[key].fillna(0)  # no gaps
        self.frame = self.frame.drop(
            columns=["day"],
        )
        self.frame.rename(
            columns={"a": "b"},
            # As the others do it.
            inplace=True,
        )
        load().sort_values("day", inplace=True)
        return rows.dropna(inplace=True)


def shape():
    frame.reset_index(inplace=True)

# %% flagged: casts within other things {"names": ["cast(...)"]}
import typing
from typing import cast


def total(order, rows):
    first = cast(int, rows[0] if rows else 0) + 1
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    print(cast("list[int]", await_all(rows)).sort())
    #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return (
        typing.cast(  # as the reader says
        #<
            int,
            order.total,
        )
        + cast(int, lambda: first)
        # ~~~~~~~~~~~~~~~~~~~~~~~~
    )

# %% fixed
import typing
from typing import cast


def total(order, rows):
    first = (rows[0] if rows else 0) + 1
    print(await_all(rows).sort())
    return (
        typing.cast(  # as the reader says
            int,
            order.total,
        )
        + (lambda: first)
    )

# %% flagged: a row that is fetched anew by its own key, whatever it is called {"names": ["x = X.one(x.id)"], "instead": {"x = X.one(x.id)": "boat.refresh()"}}
async def renew(boat, ship):
    boat = Boat.one(boat.id)
#   ~~~~~~~~~~~~~~~~~~~~~~~~ use `boat.refresh()`
    ship = await Ship.one(ship.id)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ use `ship.refresh()`
    other = Boat.one(boat.id)
    boat = Boat.one(ship.id)
    boat = Boat.all(boat.id)
    boat = Boat.one(boat.id, True)
    boat = boats.one(boat.id)
    return boat, ship, other
# %% fixed
async def renew(boat, ship):
    boat.refresh()
    await ship.refresh()
    other = Boat.one(boat.id)
    boat = Boat.one(ship.id)
    boat = Boat.all(boat.id)
    boat = Boat.one(boat.id, True)
    boat = boats.one(boat.id)
    return boat, ship, other

# %% flagged: a call without arguments, and no other {"names": ["split_up()"]}
parts = W.split_up()
#       ~~~~~~~~~~~~ split_up
parts = split_up()
#       ~~~~~~~~~~ split_up
parts = W.split_up("name")
parts = split_up(*names)
parts = split_up(by="name")

# %% flagged in shop/orders.py: what another name stands in for {"names": ["time.time"], "instead": {"time.time": "shop.clock.wall()"}}
import time


def stamp():
    return time.time()
#          ~~~~~~~~~

# %% clean in shop/clock.py: the home of what stands in for it {"names": ["time.time"], "instead": {"time.time": "shop.clock.wall()"}}
import time


def wall():
    return time.time()

# %% flagged: a method of a class, where a value is known to be one {"names": ["DataFrame.iterrows"]}
import pandas as pd


def total(orders: pd.DataFrame) -> float:
    made = pd.DataFrame({"price": [1.5]})
    for _, row in made.iterrows():
        #              ~~~~~~~~ DataFrame.iterrows
        print(row)
    return sum(row["price"] for _, row in orders.iterrows())
#                                                ~~~~~~~~ DataFrame.iterrows


def others(ledger) -> list[object]:
    return list(ledger.iterrows())

# %% flagged: a logger of its own, not the setting of another's {"names": ["logging.getLogger"], "instead": {"logging.getLogger": "shop.log.logger"}, "owners": ["shop/log/logger.py", "shop/log/logger/", "shop/log.py", "shop/log/__init__.py"]}
import logging


def quiet(names):
    for name in names:
        noisy = logging.getLogger(name)
        if noisy.level == logging.NOTSET:
            noisy.setLevel(logging.WARNING)
    logging.getLogger("quays").addHandler(logging.NullHandler())


def tell():
    log = logging.getLogger(__name__)
#         ~~~~~~~~~~~~~~~~~ only `shop/log.py` may use it.
    log.setLevel(logging.WARNING)
    log.warning("full")
# %% file shop/log.py
logger = 1

# %% flagged: no owner is there {"names": ["sys.exit"], "owners": ["shop/cli.py", "shop/tool.py"]}
import sys

sys.exit(1)
#<~~~~~~ only `shop/cli.py` may use it.

# %% flagged: calls with that very text {"names": ["cast(\"Self\", ...)", "open(path, \"w\")"]}
from typing import Self, cast


class Boat:
    @classmethod
    def new(cls, row) -> Self:
        return cast("Self", row)
#              ~~~~~~~~~~~~~~~~~


def load(path, row):
    with open(path, 'w') as file:
#        ~~~~~~~~~~~~~~~
        file.write(cast("str", row))
    return open(path, "rb")
