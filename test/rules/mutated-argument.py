# %% flagged: by a method, by an item, by taking out
def add(crates: list[str], sizes: dict[str, int], marks: set[str]):
    crates.append("x")
    #<~~~~~~~~~~~~~~~~ belongs to the caller
    sizes["x"] = 1
    #<~~~~~~~~~~~~ This changes `sizes`
    marks.discard("x")
    #<~~~~~~~~~~~~~~~~ This changes `marks`
    return crates

# %% fixed
def add(crates: list[str], sizes: dict[str, int], marks: set[str]):
    crates = crates.copy()
    crates.append("x")
    sizes["x"] = 1
    marks.discard("x")
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

# %% flagged: below a docstring, given back in the middle, and not given back
def add(crates: dict[str, int], crate: str) -> dict[str, int]:
    """Adds it."""
    if crate in crates:
        return crates
    crates[crate] = 1
    #<~~~~~~~~~~~~~~~ belongs to the caller
    return crates


def drop(crates: list[str]) -> int:
    crates.pop()
    #<~~~~~~~~~~ belongs to the caller
    return len(crates)


def some(crates: list[str], crate: str) -> list[str] | None:
    if crate is None:
        return None
    crates.append(crate)
    #<~~~~~~~~~~~~~~~~~~ belongs to the caller
    return crates

# %% fixed
def add(crates: dict[str, int], crate: str) -> dict[str, int]:
    """Adds it."""
    crates = crates.copy()
    if crate in crates:
        return crates
    crates[crate] = 1
    return crates


def drop(crates: list[str]) -> int:
    crates.pop()
    return len(crates)


def some(crates: list[str], crate: str) -> list[str] | None:
    crates = crates.copy()
    if crate is None:
        return None
    crates.append(crate)
    return crates
