# %% flagged: a second and a third
class Boat:
    pass


class Pier:
#     ~~~~ one more class
    pass


class Crate:
#     ~~~~~ the guide wants one a file
    pass

# %% clean: what stands beside a class
from dataclasses import dataclass
from enum import Enum


class Size(Enum):
    SMALL = 1


class BoatError(Exception):
    pass


@dataclass
class Load:
    kilos: int


class _Line:
    pass


class Boat:
    pass

# %% clean in app/boats.py: what stands beside a class, by a base of the project's own
from app.base import Choice, Problem, Schema


class BoatCreate(Schema):
    name: str


class BoatRead(BoatCreate):
    id: int


class Size(Choice):
    SMALL = "small"


class Sunk(Problem):
    pass


class Boat:
    pass

# %% file app/base.py
from enum import Enum

from pydantic import BaseModel


class Schema(BaseModel):
    pass


class Choice(str, Enum):
    pass


class Problem(Exception):
    pass
