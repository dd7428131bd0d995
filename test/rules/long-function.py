# %% flagged: more lines than allowed {"limit": 3}
def total(items):
#   ~~~~~ 4 lines of code
    """Add.

    All of them.
    """
    result = 0

    # One after the other.
    for item in items:
        result += item
    return result

# %% clean: comments and docstrings do not count {"limit": 3}
def total(items):
    """Add.

    All of them.
    """
    # One
    # two
    result = sum(items)
    return result
