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
