# %% flagged: plain dicts and lists of them
from typing import Any


def order() -> dict:
#              ~~~~ plain dict
    return {}


def orders() -> list[dict[str, Any]]:
#               ~~~~~~~~~~~~~~~~~~~~ plain dict
    return []

# %% clean: dicts that map one thing to another, and conversions on purpose
def totals() -> dict[str, int]:
    return {}


class Order:
    def to_dict(self) -> dict:
        return {}

# %% flagged: keys that are known, of one, of none, and of many
def get_order(number: int) -> dict:
#                             ~~~~ plain dict
    return {"number": number, "total": 1.5, "notes": []}


def find_line(number: int) -> dict | None:
#                             ~~~~~~~~~~~ plain dict
    if number < 0:
        return None
    return {"number": number}


def lines(numbers: list[int]) -> list[dict]:
#                                ~~~~~~~~~~ plain dict
    return [{"number": number, "label": str(number)} for number in numbers]


def either(number: int) -> dict:
#                          ~~~~ plain dict
    if number:
        return {"number": number}
    return {"total": number}
# %% fixed
from typing import TypedDict


class Order(TypedDict):
    number: int
    total: float
    notes: list


def get_order(number: int) -> Order:
    return {"number": number, "total": 1.5, "notes": []}


class Line(TypedDict):
    number: int


def find_line(number: int) -> Line | None:
    if number < 0:
        return None
    return {"number": number}


class Lines(TypedDict):
    number: int
    label: str


def lines(numbers: list[int]) -> list[Lines]:
    return [{"number": number, "label": str(number)} for number in numbers]


def either(number: int) -> dict:
    if number:
        return {"number": number}
    return {"total": number}
