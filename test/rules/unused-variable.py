# %% flagged: never read
def total(items):
    count = 3
    #<~~~ `count`
    try:
        return sum(items)
    except TypeError as e:
    #                   ~ `e`
        return 0
# %% fixed
def total(items):
    try:
        return sum(items)
    except TypeError:
        return 0

# %% clean: read, unpacked, dummies
def total(items):
    first, second = items
    _unused = 3
    count = len(items)
    return first + count

# %% flagged: a call that only answers goes with its name
def lift(crates):
    count = len(crates)
#   ~~~~~
    found = crates.pop()
#   ~~~~~
    return crates
# %% fixed
def lift(crates):
    crates.pop()
    return crates
