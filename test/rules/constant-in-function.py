# %% flagged: fixed values in functions and methods
def wait(boat):
    LIMIT = 3
    #<~~~ at module level
    return boat, LIMIT


class Pier:
    def moor(self):
        _NAMES = ("a", "b")
        #<~~~~ made anew in each call
        return _NAMES

# %% clean: at module level, of a class, computed, no constant's name
LIMIT = 3


class Pier:
    LINES = 4

    def moor(self, boat):
        lines = 3
        N_BOATS = boat.count()
        return lines, N_BOATS

# %% clean: the module's own, one of two, of what the function is given
FLAG = "up"


def hoist(dialect, boat):
    global FLAG
    FLAG = "down"
    if dialect == "one":
        TRUE = "TRUE"
    else:
        TRUE = "1"
    ALL_LINES = (boat, "stern")
    return TRUE, ALL_LINES
