# %% flagged: in parameters and returns
def find(key: str | None) -> int | None:
    #         ~~~~~~~~~~ `Optional[str]`
    #                        ~~~~~~~~~~ written with a bar
    return None
# %% fixed
from typing import Optional


def find(key: Optional[str]) -> Optional[int]:
    return None

# %% clean: of several, spelt out, no annotation
from typing import Optional

FLAGS = 1 | 2


def find(key: str | int | None, size: Optional[int]) -> str | int:
    return FLAGS

# %% clean in app/boats.pyi: a stub is read by type checkers alone
def find(key: str | None) -> int | None: ...
