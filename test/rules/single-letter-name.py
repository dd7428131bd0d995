# %% flagged: a variable and a parameter
def total(p):
#         ~ parameter `p`
    s = sum(p)
#   ~ variable `s`
    return s

# %% clean: counters, comprehensions, files, errors and type variables
from typing import TypeVar

T = TypeVar("T")


def read(rows):
    for i in range(3):
        print(i)
    try:
        with open("a") as f:
            return [r for r in f], sorted(rows, key=lambda r: r.id)
    except OSError as e:
        raise ValueError from e

# %% flagged: the letters that the guide names, and no others {"only": ["l", "O"]}
def total(p, l):
#            ~ parameter `l`
    s = p + l
    return s
