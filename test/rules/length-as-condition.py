# %% flagged: conditions
def show(items):
    rows = list(items)
    if not len(rows):
#          ~~~~~~~~~
        return []
    if len(rows) and rows[0]:
#      ~~~~~~~~~
        return rows
# %% fixed
def show(items):
    rows = list(items)
    if not rows:
        return []
    if rows and rows[0]:
        return rows

# %% clean: the collection itself, a number that matters
def show(items):
    rows = list(items)
    if not rows or len(rows) > 3:
        return len(rows)

# %% flagged: compared with nothing
def show(items: list[int], names: dict[str, int]):
    if len(items) == 0:
#      ~~~~~~~~~~~~~~~ not items
        return []
    while len(names) > 0:
#         ~~~~~~~~~~~~~~
        names.popitem()
    if not len(names):
#          ~~~~~~~~~~
        return items
    return [item for item in items if len(names) != 0]
#                                     ~~~~~~~~~~~~~~~
# %% fixed
def show(items: list[int], names: dict[str, int]):
    if not items:
        return []
    while names:
        names.popitem()
    if not names:
        return items
    return [item for item in items if names]

# %% clean: what may be an array, a number that is kept, another bound
def show(items, rows: list[int]):
    if len(items) == 0:
        return []
    some = len(rows) > 0
    assert len(rows) == 0
    return some or len(rows) > 1

# %% flagged: asked twice
def lift(crates: list[str] | None, ropes: list[str]):
    if ropes and len(ropes) > 0:
    #            ~~~~~~~~~~~~~~
        return ropes
    if ropes is None or len(ropes) == 0:
    #                   ~~~~~~~~~~~~~~~
        return None
    return crates
# %% fixed
def lift(crates: list[str] | None, ropes: list[str]):
    if ropes:
        return ropes
    if not ropes:
        return None
    return crates
