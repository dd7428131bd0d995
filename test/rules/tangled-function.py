# %% flagged: nesting counts {"limit": 5}
def first(rows):
#   ~~~~~ complexity of 6
    for row in rows:
        if row:
            if row.total:
                return row
    return None

# %% clean: as many branches, side by side {"limit": 5}
def sign(x):
    if x > 0:
        return 1
    if x < 0:
        return -1
    if x is None:
        return None
    return 0

# %% flagged: else, handlers, operators and inner functions {"limit": 6}
def load(path, again):
#   ~~~~ complexity of 7
    def read():
        if again and path and not path.closed:
            return path.read()
        return None

    try:
        return read()
    except OSError:
        return None if again or path else load
    else:
        return read

# %% clean: a chain of conditions is read in one go {"limit": 4}
def side(x):
    if x > 0:
        return "right"
    elif x < 0:
        return "left"
    elif x is None:
        return "none"
    else:
        return "middle"

# %% clean: what a decorator wraps is no deeper {"limit": 2}
def retried(function):
    """Tries again."""

    def wrapped(*args):
        if args:
            return function(*args)
        for _ in range(2):
            function()

    return wrapped
