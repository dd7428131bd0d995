# %% flagged: period, blank line, mood, quotes
def area(box):
    """Returns the area
    #<~~~~~~~~~~~~~~~~~ A blank line belongs between a
    #<~~~~~~~~~~~~~~~~~ The closing quotes of a docstring of
    #<~~~~~~~~~~~~~~~~~ The first line of a docstring is an
    of a box."""
    return box


def size(box):
    '''Return the size'''
    #<~~~~~~~~~~~~~~~~~~~ Docstrings are written in """triple
    #<~~~~~~~~~~~~~~~~~~~ The first line of a docstring ends with
    return box
# %% fixed
def area(box):
    """Return the area of a box."""
    return box


def size(box):
    """Return the size."""
    return box
# %% flagged: only the mood {"traits": ["D401"]}
def area(box):
    """Returns the area"""
    #<~~~~~~~~~~~~~~~~~~~~ an order
    return box
# %% fixed
def area(box):
    """Return the area"""
    return box

# %% clean: right ones, none at all
def area(box):
    """Return the area."""
    return box


def size(box):
    return box

# %% flagged: the line at hand is told, and what it could be {"traits": ["D401"]}
def load(path):
    """Loads the rows."""
#   ~~~~~~~~~~~~~~~~~~~~~ “Load …”, not “Loads …”.
    return path


def moor(boat):
    """Synchronous mooring of a boat.
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ is an order, and “Synchronous mooring of …” is none; begin it with a verb

    It waits.
    """
    return boat
# %% fixed
def load(path):
    """Load the rows."""
    return path


def moor(boat):
    """Synchronous mooring of a boat.

    It waits.
    """
    return boat
