# %% flagged: a default that only raises behind all members
from enum import Enum
from typing import Literal


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


def price(size: Size):
    match size:
        case Size.SMALL:
            return 1
        case Size.LARGE:
            return 2
        case _:
            raise ValueError(size)
            #<~~~~~~~~~~~~~~~~~~~~ `assert_never`


def weight(kind: Literal["small", "large"]):
    match kind:
        case "small" | "large":
            return 1
        case _:
            raise ValueError(kind)
            #<~~~~~~~~~~~~~~~~~~~~ which case is missing


def length(value: int | str):
    match value:
        case int():
            return 1
        case str() as text:
            return len(text)
        case _:
            raise TypeError(value)
            #<~~~~~~~~~~~~~~~~~~~~ which case is missing

# %% fixed
from enum import Enum
from typing import Literal, assert_never


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


def price(size: Size):
    match size:
        case Size.SMALL:
            return 1
        case Size.LARGE:
            return 2
        case _:
            assert_never(size)


def weight(kind: Literal["small", "large"]):
    match kind:
        case "small" | "large":
            return 1
        case _:
            assert_never(kind)


def length(value: int | str):
    match value:
        case int():
            return 1
        case str() as text:
            return len(text)
        case _:
            assert_never(value)

# %% clean: proved, or a default that does something
from typing import Literal, assert_never


def price(kind: Literal["small"]):
    match kind:
        case "small":
            return 1
        case _:
            assert_never(kind)


def weight(kind: Literal["small"]):
    match kind:
        case "small":
            return 1
        case _:
            return 2

# %% clean: a text from outside, parts of a value, not all of the members
from enum import Enum
from typing import Literal


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


def price(kind: str, rows, size: Size, mark: Literal["a", "b"], value: int | str):
    match kind:
        case "small":
            return 1
        case _:
            raise ValueError(kind)
    match kind:
        case Size.SMALL | Size.LARGE:
            return 1
        case _:
            raise ValueError(kind)
    match rows:
        case [str(), *_]:
            return 1
        case _:
            raise TypeError(rows)
    match size:
        case Size.SMALL:
            return 1
        case _:
            raise ValueError(size)
    match mark:
        case "a":
            return 1
        case "b" if rows:
            return 1
        case _:
            raise ValueError(mark)
    match value:
        case int():
            return 1
        case str(x) if x:
            return 1
        case _:
            raise TypeError(value)

# %% flagged: for a Python that has it in a package only
from typing import Literal


def price(kind: Literal["small"]):
    match kind:
        case "small":
            return 1
        case _:
            raise ValueError(kind)
            #<~~~~~~~~~~~~~~~~~~~~ `assert_never`

# %% file pyproject.toml
[project]
requires-python = ">=3.10"

# %% flagged: for such a Python, where the package is used
from typing_extensions import Literal


def price(kind: Literal["small"]):
    match kind:
        case "small":
            return 1
        case _:
            note(kind)
            raise ValueError(kind)
            #<~~~~~~~~~~~~~~~~~~~~ `assert_never`

# %% file pyproject.toml
[project]
requires-python = ">=3.10"

# %% fixed
from typing_extensions import Literal, assert_never


def price(kind: Literal["small"]):
    match kind:
        case "small":
            return 1
        case _:
            note(kind)
            assert_never(kind)
