# %% flagged: more ways out than allowed {"returns": 1}
def sign(x):
#   ~~~~ has 2 `return` statements
    if x > 0:
        return 1
    return 0

# %% flagged: more branches than allowed {"branches": 1}
def sign(x):
#   ~~~~ has 2 branches
    if x > 0:
        x = 1
    elif x < 0:
        x = 2
    print(x)

# %% clean: what no number was given for {"branches": 2}
def sign(x):
    if x > 0:
        return 1
    return 0

# %% clean: as many as allowed {"statements": 3}
def sign(x):
    x = x + 1
    x = x + 2
    print(x)
