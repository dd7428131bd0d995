# %% flagged: a private function without a use
def _half(x):
#   ~~~~~ Nothing
    return x / 2


def whole(x):
    return x
# %% fixed
def whole(x):
    return x

# %% clean: used, public, decorated, in a class with a base
from app.base import Base


def _half(x):
    return x / 2


@hook
def _start():
    return 1


class Child(Base):
    def _prepare(self):
        return _half(1)


def whole(x):
    return x

# %% clean in app/cranes.py: another file takes it all the same
def _weigh(load):
    return load.weight


def _lift(load):
    return load

# %% file tests/test_cranes.py
from app.cranes import _weigh
from app import cranes

print(_weigh, cranes._lift(None))
