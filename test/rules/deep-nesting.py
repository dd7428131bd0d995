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

# %% flagged: a way out of a loop, of a function, and of a generator {"limit": 2}
def weigh(crates):
    total = 0
    for crate in crates:
        total += 1
        if crate.is_full or crate.is_closed:
            # Only those count.
            for load in crate.loads:
            #<~
                total += load
            total -= 1  # its lid
    return total


def unload(crane):
    if crane:
        crane.stop()
        for load in crane:
            if load:
            #<
                load.drop()


def loads(crane):
    while crane:
        if crane.loads is not None:
            try:
            #<~
                yield crane.loads.pop()
            finally:
                crane.turn()

# %% fixed
def weigh(crates):
    total = 0
    for crate in crates:
        total += 1
        if not (crate.is_full or crate.is_closed):
            continue
        # Only those count.
        for load in crate.loads:
            total += load
        total -= 1  # its lid
    return total


def unload(crane):
    if not crane:
        return
    crane.stop()
    for load in crane:
        if load:
            load.drop()


def loads(crane):
    while crane:
        if crane.loads is None:
            continue
        try:
            yield crane.loads.pop()
        finally:
            crane.turn()

# %% flagged: conditions of every kind that are joined {"limit": 2}
def pick(crates, key):
    for crate in crates:
        if crate or key:
            if key if crate else None:
            #<
                if key.open:
                    return crate


def note(crates):
    for crate in crates:
        if crate:  # not the empty ones
            if crate.text:
            #<
                return """
                text"""

# %% fixed
def pick(crates, key):
    for crate in crates:
        if (crate or key) and (key if crate else None) and key.open:
            return crate


def note(crates):
    for crate in crates:
        if crate:  # not the empty ones
            if crate.text:
                return """
                text"""

# %% flagged: what has an else, more beside it, or stands in a try {"limit": 2}
def sort(crates):
    for crate in crates:
        if crate:
            crate.close()
            if crate.open:
            #<
                return crate
        print(crate)


def turn(crate):
    if crate:
        try:
            if crate.open:
            #<
                crate.close()
        except ValueError:
            return None
    else:
        print(crate)


def one(crates):
    for crate in crates:
        if crate:
            if crate.open: crate.close()
            #<

# %% fixed
def sort(crates):
    for crate in crates:
        if crate:
            crate.close()
            if crate.open:
                return crate
        print(crate)


def turn(crate):
    if crate:
        try:
            if crate.open:
                crate.close()
        except ValueError:
            return None
    else:
        print(crate)


def one(crates):
    for crate in crates:
        if not crate:
            continue
        if crate.open: crate.close()
