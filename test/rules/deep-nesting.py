# %% flagged: one finding for the first block that is too deep {"limit": 2}
def find(rows, key):
    for row in rows:
        if row:
            with row:
            #<~~ 3 levels
                if key:
                    return row
        else:
            while key:
            #<~~~ 3 levels
                key = 0

# %% clean: elif is no level, functions start anew {"limit": 2}
def find(rows, key):
    for row in rows:
        if row:
            return 1
        elif key:
            return 2

    def inner():
        for row in rows:
            if row:
                return row
