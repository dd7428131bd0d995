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
