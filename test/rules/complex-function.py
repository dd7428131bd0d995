# %% flagged: more paths than allowed {"limit": 3}
def sign(x):
#   ~~~~ `sign` has 4 paths
    if x > 0:
        return 1
    for y in x:
        if y:
            return y
    return 0

# %% clean: few paths {"limit": 3}
def sign(x):
    if x > 0:
        return 1
    return 0

# %% flagged: one path too many, and two {"limit": 2}
def side(x):
#   ~~~~
    if x > 0:
        return "right"
    if x < 0:
        return "left"
    else:
        return None


def port(x):
#   ~~~~
    for y in x:
        if y:
            return y
    if x:
        return 1
    return 0

# %% fixed
def side(x):
    if x > 0:
        return "right"
    return "left" if x < 0 else None


def port(x):
    for y in x:
        if y:
            return y
    if x:
        return 1
    return 0
