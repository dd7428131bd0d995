# %% flagged: a module without it
"""Users."""
#<~~~~~~~~~~ lacks

import os


def name(user: User) -> str:
    return user.name + os.name
# %% fixed
"""Users."""

from __future__ import annotations

import os


def name(user: User) -> str:
    return user.name + os.name

# %% clean: with it
from __future__ import annotations


def name(user: User) -> str:
    return user.name

# %% clean: an empty module
