# %% flagged: a default that only raises
def price(kind):
    match kind:
        case "small":
            return 1
        case _:
            raise ValueError(kind)
            #<~~~~~~~~~~~~~~~~~~~~ `assert_never`

# %% clean: proved, or a default that does something
from typing import assert_never


def price(kind):
    match kind:
        case "small":
            return 1
        case _:
            assert_never(kind)


def weight(kind):
    match kind:
        case "small":
            return 1
        case _:
            return 2
