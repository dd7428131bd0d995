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
