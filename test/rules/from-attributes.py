# %% file app/schemas/base.py
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")
ORM = ConfigDict(from_attributes=True)


class Model(BaseModel):
    model_config = ConfigDict(from_attributes=True, populate_by_name=True)


class Plain(BaseModel):
    model_config = {"extra": "forbid"}


class BaseResponse(BaseModel, Generic[T]):
    trace_id: str
    data: T

# %% flagged: response schemas of every kind
import pydantic
from pydantic import BaseModel, ConfigDict

from app.schemas.base import Model, Plain


class BoatResponse(BaseModel):
#<~~~~~~~~~~~~~~~~ `BoatResponse` cannot be filled
    name: str


class CrewResponse(Plain):
#<
    """The crew."""

    name: str


class PortResponse(pydantic.BaseModel):
#<
    model_config = ConfigDict(extra="forbid")
    name: str


class EmptyResponse(BaseModel):
#<
    pass


class OffResponse(Model):
#<
    model_config = ConfigDict(from_attributes=False)


class OldResponse(BaseModel):
#<
    name: str

    class Config:
        extra = "forbid"


class DocumentedResponse(BaseModel):
#<
    """Says nothing else."""


class DetailedBoatResponse(BoatResponse):
#<
    length: int
# %% fixed
import pydantic
from pydantic import BaseModel, ConfigDict

from app.schemas.base import Model, Plain


class BoatResponse(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    name: str


class CrewResponse(Plain):
    """The crew."""

    model_config = ConfigDict(from_attributes=True)

    name: str


class PortResponse(pydantic.BaseModel):
    model_config = ConfigDict(extra="forbid", from_attributes=True)
    name: str


class EmptyResponse(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class OffResponse(Model):
    model_config = ConfigDict(from_attributes=True)


class OldResponse(BaseModel):
    name: str

    class Config:
        extra = "forbid"
        from_attributes = True


class DocumentedResponse(BaseModel):
    """Says nothing else."""

    model_config = ConfigDict(from_attributes=True)


class DetailedBoatResponse(BoatResponse):
    model_config = ConfigDict(from_attributes=True)

    length: int

# %% clean: set, inherited, other schemas, envelopes, other classes
from typing import Generic

from fastapi import Response
from pydantic import BaseModel, ConfigDict
from sqlmodel import SQLModel

from app.schemas import base
from app.schemas.base import ORM, BaseResponse, Model, T
from elsewhere import Unknown


class AResponse(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class BResponse(Model):
    name: str


class CResponse(BaseModel):
    model_config = {"from_attributes": True}


class DResponse(BaseModel):
    model_config = ORM


class EResponse(BaseModel, from_attributes=True):
    name: str


class FResponse(BaseModel):
    class Config:
        from_attributes = True


class GResponse(base.Model):
    model_config = ConfigDict(extra="forbid")


class BoatCreate(BaseModel):
    name: str


class PageResponse(BaseModel, Generic[T]):
    items: list[T]


class BoatPageResponse(BaseResponse[BoatCreate]):
    pass


class HResponse(Unknown):
    name: str


class IResponse(SQLModel):
    name: str


class JResponse(Response):
    media_type = "x"


class KResponse:
    name: str

# %% flagged: other suffixes {"suffixes": ["Out"]}
from pydantic import BaseModel


class BoatOut(BaseModel):
#<
    name: str


class BoatResponse(BaseModel):
    name: str
# %% fixed
from pydantic import BaseModel, ConfigDict


class BoatOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    name: str


class BoatResponse(BaseModel):
    name: str

# %% clean in tools/answers.py: a response of something else
from pydantic import BaseModel


class SensorResponse(BaseModel):
    depth: int

# %% file web/routes.py
from fastapi import APIRouter
from pydantic import BaseModel

from web.answers import BoatResponse

router = APIRouter()


@router.get("/boats")
def boats() -> list[BoatResponse]:
    return []

# %% file web/answers.py
from pydantic import BaseModel


class BoatResponse(BaseModel):
    name: str

# %% clean in fleet/schemas/messages.py: messages that code makes by hand, and no route answers with
from pydantic import BaseModel


class PongResponse(BaseModel):
    text: str
# %% file fleet/worker.py
from fleet.schemas.messages import PongResponse


def answer(socket):
    socket.send(PongResponse(text="pong"))
# %% file fleet/routes.py
from fastapi import APIRouter

from fleet.schemas.boats import BoatsResponse

router = APIRouter()


@router.get("/boats")
def boats() -> BoatsResponse:
    return read()

# %% flagged in fleet/schemas/boats.py: what stands in an answer
from pydantic import BaseModel


class BoatResponse(BaseModel):
#<~~~~~~~~~~~~~~~~
    name: str


class BoatsResponse(BaseModel):
#<~~~~~~~~~~~~~~~~~
    boats: list[BoatResponse]
# %% file fleet/fill.py
from fleet.schemas.boats import BoatResponse, BoatsResponse


def read():
    return BoatsResponse(boats=[BoatResponse(name="Gull")])
# %% file fleet/routes.py
from fastapi import APIRouter

from fleet.schemas.boats import BoatsResponse

router = APIRouter()


@router.get("/boats")
def boats() -> BoatsResponse:
    return read()

# %% flagged in app/schemas/berth.py: only what is filled from objects is meant {"filled": true}
from pydantic import BaseModel


class BerthResponse(BaseModel):
#<~~~~~~~~~~~~~~~~~
    name: str


class CountResponse(BaseModel):
    count: int
# %% file app/__init__.py
# %% file app/schemas/__init__.py
# %% file app/berths.py
from app.schemas.berth import BerthResponse, CountResponse


def show(row):
    return BerthResponse.model_validate(row), CountResponse(count=1), CountResponse.model_validate({"count": 2})
