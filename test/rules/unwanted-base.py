# %% flagged: directly, by an alias, with parameters {"bases": ["builtins.dict", "threading.Thread", "OldModel"]}
import threading as th
from shop.old import OldModel as Model


class Basket(dict):
#            ~~~~ `Basket` inherits from `dict`
    pass


class Worker(th.Thread):
#            ~~~~~~~~~ hold one as a field
    pass


class Order(Model):
#           ~~~~~ rules out
    pass


class Prices(dict[str, int]):
#            ~~~~~~~~~~~~~~ rules out
    pass
# %% fixed
import threading as th
from collections import UserDict
from shop.old import OldModel as Model


class Basket(UserDict):
    pass


class Worker(th.Thread):
    pass


class Order(Model):
    pass


class Prices(UserDict[str, int]):
    pass

# %% flagged: with what to use instead {"bases": ["OldModel"], "instead": "Record"}
from shop.old import OldModel


class Order(OldModel):
#           ~~~~~~~~ inherit from `Record`
    pass

# %% clean: other bases, other uses, an own class of that name {"bases": ["builtins.dict", "threading.Thread"]}
import threading
from collections import UserDict


class Basket(UserDict):
    def as_dict(self) -> dict:
        return dict(self.data)


def start() -> threading.Thread:
    return threading.Thread(target=print)


class Thread:
    pass


class Worker(Thread):
    pass


# %% flagged: by another name, with the one that the guide uses {"bases": ["threading.Thread"]}
from threading import Thread as Strand


class Worker(Strand):
#            ~~~~~~ `Strand` (`threading.Thread`)
    pass


# %% clean: what is to be inherited from instead {"bases": ["LegacyRecord"], "instead": "Record"}
from shop.legacy import LegacyRecord


class Record(LegacyRecord):
    pass

# %% flagged in shop/orders.py: with a base of the workspace instead {"bases": ["OldModel"], "instead": "Record"}
from shop.old import OldModel


class Order(OldModel):
#           ~~~~~~~~ inherit from `Record`
    pass
# %% file shop/records.py
class Record:
    pass
# %% fixed
from shop.old import OldModel

from shop.records import Record


class Order(Record):
    pass
