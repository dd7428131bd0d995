# %% flagged: fixed values in functions and methods
def wait(boat):
    LIMIT = 3
    #<~~~ at module level
    return boat, LIMIT


class Pier:
    def moor(self):
        _NAMES = ("a", "b")
        #<~~~~ made anew in each call
        return _NAMES

# %% fixed
LIMIT = 3


_NAMES = ("a", "b")


def wait(boat):
    return boat, LIMIT


class Pier:
    def moor(self):
        return _NAMES

# %% clean: at module level, of a class, computed, no constant's name
LIMIT = 3


class Pier:
    LINES = 4

    def moor(self, boat):
        lines = 3
        N_BOATS = boat.count()
        return lines, N_BOATS

# %% clean: the module's own, one of two, of what the function is given
FLAG = "up"


def hoist(dialect, boat):
    global FLAG
    FLAG = "down"
    if dialect == "one":
        TRUE = "TRUE"
    else:
        TRUE = "1"
    ALL_LINES = (boat, "stern")
    return TRUE, ALL_LINES

# %% flagged: below imports, with a type, the same in two functions, one that the module has
import os

MOST = 9


def wait(boat):
    LIMIT: int = 3
    #<~~~ at module level
    PAUSE = 1.5
    #<~~~ at module level
    MOST = 9
    #<~~ at module level

    SHORT = 1
    #<~~~ at module level
    LONG = 2
    #<~~ at module level
    return boat, LIMIT, PAUSE, MOST, os, SHORT, LONG


def rest():
    PAUSE = 1.5
    #<~~~ at module level
    return PAUSE

# %% fixed
import os

LIMIT: int = 3

SHORT = 1
LONG = 2

PAUSE = 1.5

MOST = 9


def wait(boat):
    return boat, LIMIT, PAUSE, MOST, os, SHORT, LONG


def rest():
    return PAUSE

# %% flagged: two values of one name, comments that go along, nothing else in the function
def wait(boat):
    """Waits."""
    # in seconds
    PAUSE = 1.5
    #<~~~ at module level
    LAST = 2  # boats
    #<~~ at module level

    LIMIT = 3
    #<~~~ at module level
    return boat, LIMIT, PAUSE, LAST


def rest():
    LIMIT = 4
    #<~~~ at module level
    return LIMIT


def stop():
    WORD = "stop"
    #<~~ at module level

# %% fixed
# in seconds
PAUSE = 1.5
LAST = 2  # boats


def wait(boat):
    """Waits."""

    LIMIT = 3
    return boat, LIMIT, PAUSE, LAST


def rest():
    LIMIT = 4
    return LIMIT


def stop():
    WORD = "stop"
