# %% flagged: code
def add(a, b):
    # return a - b
    #<~~~~~~~~~~~~ switched off
    return a + b
# %% fixed
def add(a, b):
    return a + b

# %% clean: words
def add(a, b):
    # Adds, and does not subtract: a - b would be wrong.
    # TODO: think
    return a + b
