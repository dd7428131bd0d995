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
