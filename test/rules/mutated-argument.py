# %% flagged: by a method, by an item, by taking out
def add(crates: list[str], sizes: dict[str, int], marks: set[str]):
    crates.append("x")
    #<~~~~~~~~~~~~~~~~ belongs to the caller
    sizes["x"] = 1
    #<~~~~~~~~~~~~ This changes `sizes`
    marks.discard("x")
    #<~~~~~~~~~~~~~~~~ This changes `marks`
    return crates

# %% clean: a copy, its own, another kind of object
def add(crates: list[str], sizes: dict[str, int], boat):
    crates = [*crates, "x"]
    crates.append("y")
    boat.append("x")
    own = dict(sizes)
    own["x"] = 1
    return crates, own
