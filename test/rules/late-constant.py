# %% flagged: below a function
FIRST = 1


def wait():
    return LIMIT


LIMIT = 3
#<~~~ below
# %% fixed
LIMIT = 3

FIRST = 1


def wait():
    return LIMIT

# %% clean: made of what stands above
def make():
    return 1


TABLE = {"make": make}
value = 2

# %% flagged: read from the environment, which what stands above may fill
import os


def wait():
    return LIMIT


LIMIT = os.environ["LIMIT"]
#<~~~ below

# %% flagged: below the import that it reads
def wait():
    return LIMIT


from datetime import timedelta

LIMIT = timedelta(seconds=3)
#<~~~ below
# %% fixed
def wait():
    return LIMIT


from datetime import timedelta

LIMIT = timedelta(seconds=3)
