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
