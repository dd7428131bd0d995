# %% flagged: more than allowed {"limit": 3}
def area(left, top, right, bottom):
#   ~~~~ 4 parameters
    return left, top, right, bottom

# %% clean: as many as allowed {"limit": 3}
def area(left, top, right):
    return left, top, right

# %% flagged: by place {"limit": 2, "positional": true}
def area(left, top, right, *, bottom):
#   ~~~~ takes 3 parameters by place, and the limit is 2
    return left, top, right, bottom

# %% clean: the others are named {"limit": 2, "positional": true}
def area(left, top, *, right, bottom):
    return left, top, right, bottom
