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
