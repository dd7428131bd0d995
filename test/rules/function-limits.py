# %% flagged: more ways out than allowed {"returns": 1}
def sign(x):
#   ~~~~ has 2 `return` statements
    if x > 0:
        return 1
    return 0

# %% fixed
def sign(x):
    return 1 if x > 0 else 0

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

# %% flagged: what chooses at the end {"returns": 2}
async def price(order, day):
#         ~~~~~ has 3
    if day is None:
        return 0
    if order.total > 3 if day else False:
        return order.total
    else:
        return lambda: 1


class Crate:
    def weigh(self, load):
    #   ~~~~~ has 3
        for part in load:
            return part
        if load:
            return 1, 2
        return 3

# %% fixed
async def price(order, day):
    if day is None:
        return 0
    return order.total if (order.total > 3 if day else False) else lambda: 1


class Crate:
    def weigh(self, load):
        for part in load:
            return part
        if load:
            return 1, 2
        return 3

# %% flagged: more than one too many {"returns": 1}
def sign(x):
#   ~~~~ has 3
    if x > 0:
        return 1
    if x < 0:
        return -1
    return 0

# %% flagged: a comment, and an elif {"returns": 2}
def port(x):
#   ~~~~ has 3
    if x > 0:
        return 1
    # Below zero.
    if x < 0:
        return -1  # left
    return 0


def side(x):
#   ~~~~ has 3
    if x > 0:
        return 1
    elif x < 0:
        return -1
    return 0

# %% fixed
def port(x):
    if x > 0:
        return 1
    # Below zero.
    if x < 0:
        return -1  # left
    return 0


def side(x):
    if x > 0:
        return 1
    return -1 if x < 0 else 0
