# %% flagged: assigned through global
count = 0


def tick():
    global count
    #      ~~~~~ `count`
    count += 1

# %% clean: reading, and state in an object
LIMIT = 3


def tick(counter):
    counter.count += LIMIT
