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
