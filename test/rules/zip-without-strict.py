# %% flagged: without it
def pairs(a, b):
    for x, y in zip(a, b):
#               ~~~~~~~~~
        print(x, y)
# %% fixed
def pairs(a, b):
    for x, y in zip(a, b, strict=True):
        print(x, y)

# %% clean: with it, either way
def pairs(a, b):
    return zip(a, b, strict=True), zip(a, b, strict=False), zip()
