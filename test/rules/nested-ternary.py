# %% flagged: in either value, in the condition, and one finding for a chain
def grade(points, bonus):
    first = "gold" if points > 9 else "silver" if points > 5 else "bronze" if points else "none"
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an `if` statement
    second = ("late" if bonus else "early") if points else "never"
    #        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ holds another one
    return first, second

# %% fixed
def grade(points, bonus):
    if points > 9:
        first = "gold"
    elif points > 5:
        first = "silver"
    else:
        first = "bronze" if points else "none"
    if points:
        second = "late" if bonus else "early"
    else:
        second = "never"
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

# %% fixed
def grade(points):
    if points > 9:
        return "gold"
    return "none"

# %% flagged: what is added to a name, set on an object or made at the margin, in two spaces
SIZE = "big" if LONG > 9 else "middle" if LONG > 5 else "small"
#      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an `if` statement


class Boat:
  def load(self, crates):
    self.side = ("left" if crates.left else "right") if crates else None
    #           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ holds another one
    self.kilos += 0 if not crates else crates.kilos if crates.known else self.guess(crates)
    #             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ holds another one

# %% fixed
if LONG > 9:
    SIZE = "big"
else:
    SIZE = "middle" if LONG > 5 else "small"


class Boat:
  def load(self, crates):
    if crates:
      self.side = "left" if crates.left else "right"
    else:
      self.side = None
    if not crates:
      self.kilos += 0
    else:
      self.kilos += crates.kilos if crates.known else self.guess(crates)

# %% flagged: a part of its statement, in a condition, behind a comment, with an annotation
def grade(points, bonus):
    show("gold" if points > 9 else "silver" if points > 5 else "none")
    #    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an `if` statement
    first = "a" if (points if bonus else 0) else "b"
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an `if` statement
    second = (
        "gold"  # the best
        #< an `if` statement
        if points > 9
        else "silver" if points > 5 else "none"
    )
    third: str = "gold" if points > 9 else "silver" if points > 5 else "none"
    #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an `if` statement
    if bonus: return 1 if points else 2 if first else 3
    #                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an `if` statement
    return first, second, third

# %% fixed
def grade(points, bonus):
    show("gold" if points > 9 else "silver" if points > 5 else "none")
    first = "a" if (points if bonus else 0) else "b"
    second = (
        "gold"  # the best
        if points > 9
        else "silver" if points > 5 else "none"
    )
    third: str
    if points > 9:
        third = "gold"
    else:
        third = "silver" if points > 5 else "none"
    if bonus: return 1 if points else 2 if first else 3
    return first, second, third
