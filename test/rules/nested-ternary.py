# %% flagged: in either value, in the condition, and one finding for a chain
def grade(points, bonus):
    first = "gold" if points > 9 else "silver" if points > 5 else "bronze" if points else "none"
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an `if` statement
    second = ("late" if bonus else "early") if points else "never"
    #        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ holds another one
    return first, second

# %% clean: one at a time, in a call of its own, in a list of its own
def grade(points, bonus):
    first = "gold" if points > 9 else "none"
    second = pick("a" if bonus else "b") if points else "c"
    third = ["x" if bonus else "y"] if points else []
    return first, second, third

# %% flagged: of several lines {"multiLine": true}
def grade(points):
    return (
        "gold"
        #< takes several lines
        if points > 9
        else "none"
    )
