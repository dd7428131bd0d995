# %% flagged: more than allowed {"limit": 3}
def area(left, top, right, bottom):
#   ~~~~ 4 parameters
    return left, top, right, bottom

# %% clean: as many as allowed {"limit": 3}
def area(left, top, right):
    return left, top, right
