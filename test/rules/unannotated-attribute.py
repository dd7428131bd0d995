# %% flagged: an attribute of a class and of a dataclass
from dataclasses import dataclass


class Cart:
    limit = 3
#   ~~~~~ limit


@dataclass
class Item:
    name: str
    price = 0
#   ~~~~~ price
# %% fixed
from dataclasses import dataclass


class Cart:
    limit: int = 3


@dataclass
class Item:
    name: str
    price: int = 0

# %% flagged: a variable of the module {"modules": true, "classes": false}
limit = 3
#<~~~ limit
names: list[str] = []


class Cart:
    limit = 3
# %% fixed
limit: int = 3
names: list[str] = []


class Cart:
    limit = 3

# %% clean: annotated, enums, models of an ORM, other names and calls
import logging
from enum import Enum

from app.db import Base


class Color(Enum):
    RED = 1


class Order(Base):
    __tablename__ = "orders"
    kind = "order"


class Cart:
    limit: int = 3
    logger = logging.getLogger(__name__)
    other = Color
    _hidden = 1

# %% flagged: what a framework reads from a model is not the team's to annotate
from pydantic import BaseModel


class Boat(BaseModel):
    model_config = {"from_attributes": True}
    berth = 3
    #<~~~ `berth`

    class Config:
        extra = "forbid"


class Config:
    depth = 4
    #<~~~ `depth`
