# %% file shop/schemas/line.py
from pydantic import BaseModel


class LineOut(BaseModel):
    total: int
# %% file shop/enums.py
from enum import Enum


class Kind(Enum):
    BOX = 1
# %% file shop/errors.py
class ShopError(Exception):
    pass

# %% flagged in shop/orders.py: a schema, also one that inherits from another file's {"kind": "pydantic model", "places": ["shop/schemas/"]}
from pydantic import BaseModel

from shop.schemas.line import LineOut


class OrderOut(BaseModel):
#<~~~~~~~~~~~~ outside `shop/schemas/`
    total: int


class LongLine(LineOut):
#<~~~~~~~~~~~~ outside `shop/schemas/`
    note: str

# %% flagged in shop/orders.py: an enum outside its file {"kind": "enum", "places": ["shop/enums.py"]}
import enum


class State(enum.StrEnum):
#<~~~~~~~~~ an enum outside `shop/enums.py`
    OPEN = "open"

# %% flagged in shop/services/orders.py: an exception {"kind": "exception", "places": ["errors.py"]}
from shop.errors import ShopError


class OrderGone(ShopError):
#<~~~~~~~~~~~~~ an exception outside `errors.py`
    pass

# %% clean in shop/schemas/order.py: in its place {"kind": "pydantic model", "places": ["shop/schemas/"]}
from pydantic import BaseModel


class OrderOut(BaseModel):
    total: int

# %% clean in shop/orders.py: private, a base, inside a function, another kind {"kind": "pydantic model", "places": ["shop/schemas/"]}
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_settings import BaseSettings


class _Row(BaseModel):
    total: int


class OrderBase(BaseModel):
    total: int


class Settings(BaseSettings):
    url: str


@dataclass
class Order:
    total: int


def make():
    class Local(BaseModel):
        total: int

    return Local

# %% clean in shop/orders.py: a place that this project does not have {"kind": "pydantic model", "places": ["web/dto/"]}
from pydantic import BaseModel


class OrderOut(BaseModel):
    total: int
