# %% flagged: the import
from __future__ import annotations
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ rules out
# %% fixed


# %% clean: another one
from __future__ import division

# %% flagged: needed by what names a class further down, so that there is no fix
from __future__ import annotations
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def lift(boat: Boat) -> None:
    print(boat)


class Boat:
    pass
# %% fixed
from __future__ import annotations


def lift(boat: Boat) -> None:
    print(boat)


class Boat:
    pass
