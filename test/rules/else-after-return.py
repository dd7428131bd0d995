# %% flagged: branches that have left
def sign(x):
    if x < 0:
        return -1
    else:
    #<~~ `return`
        return 1


def each(rows):
    for row in rows:
        if row:
            continue
        elif rows:
        #<~~ `continue`
            print(row)
# %% fixed
def sign(x):
    if x < 0:
        return -1
    return 1


def each(rows):
    for row in rows:
        if row:
            continue
        if rows:
            print(row)

# %% clean: branches that go on
def sign(x):
    if x < 0:
        y = -1
    else:
        y = 1
    return y

# %% flagged: only what nests, where nesting is spoken of {"chains": false}
def sign(x):
    if x < 0:
        return -1
    elif x == 0:
        return 0
    return 1


def kind(x):
    if x < 0:
        return "debt"
    else:
    #<~~ remove it
        if x == 0:
            return "even"
        return "gain"
# %% fixed
def sign(x):
    if x < 0:
        return -1
    elif x == 0:
        return 0
    return 1


def kind(x):
    if x < 0:
        return "debt"
    if x == 0:
        return "even"
    return "gain"
