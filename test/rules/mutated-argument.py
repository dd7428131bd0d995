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

# %% clean: gathered for this call, made to be changed, bound by a loop
from collections.abc import MutableMapping


def add(event: MutableMapping[str, int], rows: list[int], *names: list[str], **sizes: dict[str, int]):
    sizes.pop("x", None)
    event["x"] = 1
    for rows in names:
        rows.append("x")
    return sizes


def width(text: str, cache: dict[str, int] = {}):
    cache[text] = len(text)
    return cache[text]
