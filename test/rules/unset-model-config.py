# %% file shop/schemas/base.py
from pydantic import BaseModel, ConfigDict

SHARED = ConfigDict(extra="forbid", strict=True)
LOOSE = ConfigDict(str_strip_whitespace=True)


class BaseSchema(BaseModel):
    model_config = SHARED


class Settled(BaseSchema):
    pass


def shared_config():
    return SHARED

# %% flagged: nothing is set {"settings": {"extra": "\"forbid\""}}
from pydantic import BaseModel


class BoatCreate(BaseModel):
#<~~~~~~~~~~~~~~ `BoatCreate` is not configured with `extra="forbid"`
    name: str
# %% fixed
from pydantic import BaseModel, ConfigDict


class BoatCreate(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str

# %% flagged: something else is set, or only a part {"settings": {"extra": "\"forbid\"", "strict": "True"}}
from pydantic import BaseModel, ConfigDict


class Boat(BaseModel):
#<~~~~~~~~ `extra="forbid", strict=True`
    """A boat."""

    model_config = ConfigDict(str_strip_whitespace=True)

    name: str


class Mast(BaseModel):
#<~~~~~~~~ `extra="forbid"`
    model_config = ConfigDict(extra="allow", strict=True)


class Sail(BaseModel):
#<~~~~~~~~ `strict=True`
    class Config:
        extra = "forbid"

    area: float
# %% fixed
from pydantic import BaseModel, ConfigDict


class Boat(BaseModel):
    """A boat."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="forbid", strict=True)

    name: str


class Mast(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Sail(BaseModel):
    class Config:
        extra = "forbid"
        strict = True

    area: float

# %% flagged: a constant, a dict or an own base that says nothing of it {"settings": {"extra": "\"forbid\""}}
from pydantic import BaseModel

from shop.schemas.base import LOOSE


class Hull(BaseModel):
#<~~~~~~~~ `extra="forbid"`
    model_config = LOOSE


class Keel(BaseModel):
#<~~~~~~~~ `extra="forbid"`
    model_config = {"title": "Keel"}


class Deck(Keel):
    planks: int


class Loose(Deck):
#<~~~~~~~~~ `extra="forbid"`
    model_config = {"extra": "allow"}

# %% fixed
from pydantic import BaseModel

from shop.schemas.base import LOOSE


class Hull(BaseModel):
    model_config = LOOSE


class Keel(BaseModel):
    model_config = {"title": "Keel", "extra": "forbid"}


class Deck(Keel):
    planks: int


class Loose(Deck):
    model_config = {"extra": "forbid"}

# %% flagged: a base of the project, once for all that stand on it, and a generic one {"settings": {"extra": "\"forbid\""}}
from typing import Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


class BasePart(BaseModel):
#<~~~~~~~~~~~~ `extra="forbid"`
    name: str


class Mast(BasePart):
    height: float


class Page(BaseModel, Generic[T]):
#<~~~~~~~~ `extra="forbid"`
    items: list[T]

# %% fixed
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")


class BasePart(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str


class Mast(BasePart):
    height: float


class Page(BaseModel, Generic[T]):
    model_config = ConfigDict(extra="forbid")

    items: list[T]

# %% clean: set by itself, by a base, by a constant, on the class's line or otherwise joined {"settings": {"extra": "\"forbid\"", "strict": "True"}}
from pydantic import BaseModel, ConfigDict

from shop.schemas.base import SHARED, BaseSchema, Settled


class Boat(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Mast(BaseSchema):
    height: float


class Sail(Settled):
    area: float


class Hull(BaseModel):
    model_config = SHARED


class Keel(BaseModel, extra="forbid", strict=True):
    depth: float


class Deck(BaseModel):
    model_config = ConfigDict(**SHARED, title="Deck")


class Rope(BaseModel):
    model_config = SHARED | ConfigDict(title="Rope")


class Old(BaseModel):
    class Config:
        extra = "forbid"
        strict = True

# %% clean: what cannot be read, and what is no model {"settings": {"extra": "\"forbid\""}}
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from pydantic_settings import BaseSettings

from elsewhere import Model, options
from shop.schemas.base import shared_config


class Boat(Model):
    name: str


class Mast(BaseModel):
    model_config = shared_config()


class Sail(BaseModel):
    model_config = options


class Hull(BaseModel):
    model_config = {**options, "title": "Hull"}


class Deck(BaseModel):
    model_config = ConfigDict(**options)


class Rope(BaseModel):
    model_config = ConfigDict(extra=options["extra"])


class Settings(BaseSettings):
    host: str


class Old(BaseModel):
    class Config(options.Shared):
        title = "Old"


@dataclass
class Plain:
    name: str

# %% clean: nothing is asked
from pydantic import BaseModel


class Boat(BaseModel):
    name: str

# %% flagged: a configuration over several lines {"settings": {"extra": "\"forbid\""}}
from pydantic import BaseModel, ConfigDict


class Boat(BaseModel):
#<~~~~~~~~
    model_config = ConfigDict(
        from_attributes=True,
        populate_by_name=True,
    )
# %% fixed
from pydantic import BaseModel, ConfigDict


class Boat(BaseModel):
    model_config = ConfigDict(
        from_attributes=True,
        populate_by_name=True,
        extra="forbid",
    )
