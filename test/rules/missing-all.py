# %% flagged: a module with a public function
def ship(order):
#<~~~~~~~~~~~~~~ __all__
    return order
# %% fixed
__all__ = ["ship"]


def ship(order):
    return order

# %% flagged: names that are not sorted {"sorted": true}
__all__ = ["ship", "pack"]
#         ~~~~~~~~~~~~~~~~ sorted
# %% fixed
__all__ = ["pack", "ship"]

# %% clean: listed, private, a script, and no package where only packages count
__all__ = ["ship"]


def ship(order):
    return order

# %% clean: only private names
def _ship(order):
    return order

# %% clean: packages are meant {"packages": true}
def ship(order):
    return order

# %% flagged: a list is asked for beside its order {"sorted": true}
def land(boat):
#<~~~~~~~~~~~~~ This module does not say
    return boat

# %% clean: only the order of the lists that are there {"sorted": true, "present": false}
def land(boat):
    return boat

# %% flagged: an import further down, and one for typing
from typing import TYPE_CHECKING
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

if TYPE_CHECKING:
    from app.boats import Boat


def lift(boat: "Boat") -> None:
    print(boat)


import secrets


def key() -> str:
    return secrets.token_hex()
# %% fixed
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.boats import Boat

__all__ = ["key", "lift"]


def lift(boat: "Boat") -> None:
    print(boat)


import secrets


def key() -> str:
    return secrets.token_hex()
