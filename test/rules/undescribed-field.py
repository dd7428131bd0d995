# %% flagged: a bare field, and one whose `Field` says nothing of it
from typing import Annotated

from pydantic import BaseModel, Field


class Box(BaseModel):
    width: int
#   ~~~~~ description
    height: int = Field(gt=0)
#   ~~~~~~ description
    depth: Annotated[int, Field(gt=0)] = 1
#   ~~~~~ description

# %% clean: described in any of the usual ways
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr


class Box(BaseModel):
    model_config = ConfigDict(frozen=True)
    units: ClassVar[str] = "mm"
    _seen: int = PrivateAttr(0)
    width: int = Field(description="In millimetres.")
    height: Annotated[int, Field(description="In millimetres.")]
    depth: int
    """In millimetres."""
    label: str = made_elsewhere()
    colour: str = Field(**shared)


class Plain:
    width: int

# %% flagged: both title and description {"needs": ["title", "description"]}
from pydantic import BaseModel, Field


class Box(BaseModel):
    width: int = Field(title="Width")
#   ~~~~~ has no description
    height: int = Field(title="Height", description="In millimetres.")

# %% flagged in app/box.py: the alias tells nothing either
from pydantic import BaseModel

from app.types import Size, Width


class Box(BaseModel):
    width: Width
    outer: Width | None = None
    height: Size
#   ~~~~~~ description

# %% file app/types.py
from typing import Annotated

from pydantic import Field

Width = Annotated[int, Field(description="In millimetres.")]
Size = Annotated[int, Field(gt=0)]

# %% clean: settings, tables, and what the class tells of its fields
from pydantic import BaseModel
from pydantic_settings import BaseSettings
from sqlmodel import Field, SQLModel


class Settings(BaseSettings):
    debug: bool = False


class Mail(Settings):
    port: int = 25


class Row(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Box(BaseModel):
    """A box.

    Attributes:
        width: In millimetres.
        height (int): In millimetres.
    """

    width: int
    height: int

# %% flagged: where a comment says it, with a default, with `Field`, within a type
from typing import Annotated

from pydantic import BaseModel


class Box(BaseModel):
    width: int  # In millimetres.
    #<~~~ no description
    height: int | None = None  # from the ground
    #<~~~~ no description
    depth: float = 0.5  # noqa: E501
    #<~~~ no description
    names: list[str] = ["a"]  # TODO: which ones
    #<~~~ no description
    size: int = 3  # size = 4
    #<~~ no description

# %% fixed
from typing import Annotated

from pydantic import BaseModel, Field


class Box(BaseModel):
    width: int = Field(description="In millimetres.")
    height: int | None = Field(None, description="from the ground")
    depth: float = 0.5  # noqa: E501
    names: list[str] = ["a"]  # TODO: which ones
    size: int = 3  # size = 4

# %% flagged: where it has a field already
from typing import Annotated

from pydantic import BaseModel, Field


class Box(BaseModel):
    height: int = Field(gt=0)  # above the ground
    #<~~~~ no description
    depth: Annotated[int, Field(gt=0)] = 1  # Below the "ground".
    #<~~~ no description
    length: Annotated[int, Field(gt=0)] = 1  # along the quay
    #<~~~~ no description

# %% fixed
from typing import Annotated

from pydantic import BaseModel, Field


class Box(BaseModel):
    height: int = Field(gt=0, description="above the ground")
    depth: Annotated[int, Field(gt=0)] = 1  # Below the "ground".
    length: Annotated[int, Field(gt=0, description="along the quay")] = 1
