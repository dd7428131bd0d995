# %% flagged: a second and a third
class Boat:
    pass


class Pier:
#     ~~~~ one more class
    pass


class Crate:
#     ~~~~~ the guide wants one a file
    pass

# %% fixed
class Boat:
    pass
# %% fixed app/pier.py
class Pier:
    pass
# %% fixed app/crate.py
class Crate:
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

# %% flagged in harbour/boats.py: with imports, used here, and one that needs what stays
import os

from harbour.base import Base


class Boat(Base):
    def pier(self):
        return Pier()


class Pier(Base):
#     ~~~~ one more class
    name = os.sep


class Crane(Boat):
#     ~~~~~ one more class
    pass

# %% file harbour/__init__.py

# %% file harbour/base.py
class Base:
    pass

# %% file harbour/yard.py
from harbour.boats import Boat, Pier

print(Boat, Pier)

# %% fixed
from harbour.base import Base
from harbour.pier import Pier


class Boat(Base):
    def pier(self):
        return Pier()


class Crane(Boat):
    pass
# %% fixed harbour/yard.py
from harbour.boats import Boat
from harbour.pier import Pier

print(Boat, Pier)
# %% fixed harbour/pier.py
import os

from harbour.base import Base


class Pier(Base):
    name = os.sep
