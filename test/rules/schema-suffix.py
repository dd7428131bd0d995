# %% file app/routes.py
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.schemas import boat as schemas
from app.schemas.boat import Boat, BoatCreate, BoatInput, Envelope, Filters, NewBoat, Odd, Plain

router = APIRouter()


@router.get("/a")
def a(filters: Annotated[Filters, Query()], other: Filters = Depends()) -> Envelope[Boat]:
    return 1


@router.post("/b", response_model=list[schemas.BoatResponse])
def b(data: NewBoat):
    return 1


@router.put("/c")
def c(data: BoatCreate) -> schemas.BoatResponse | None:
    return 1


@router.post("/d")
def d(data: BoatInput) -> schemas.PlainBase:
    return 1


@router.patch("/e")
def e(data: schemas.BoatUpdate, odd: Odd) -> schemas.BoatCreated:
    return 1

# %% flagged in app/schemas/boat.py: no suffix, or the one for another use
from typing import Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


class Envelope(BaseModel, Generic[T]):
    data: T


class PlainBase(BaseModel):
    name: str


class Boat(PlainBase):
#<~~~~~~~~ `Boat` is what a route answers with, so its name should end in `Response`
    id: int


class NewBoat(BaseModel):
#< the body of a POST, so its name should end in `Create`
    name: str


class BoatCreate(BaseModel):
#< the body of a PUT, so its name should end in `Update`
    name: str


class BoatInput(BaseModel):
#< POST
    name: str


class BoatUpdate(BaseModel):
    name: str


class BoatResponse(BaseModel):
    hull: "Hull"


class BoatCreated(BaseModel):
#< answers with
    name: str


class Hull(BaseModel):
    length: int


class Filters(BaseModel):
    name: str


class Odd:
    name: str


class Plain(BaseModel):
    name: str
# %% fixed
from typing import Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


class Envelope(BaseModel, Generic[T]):
    data: T


class PlainBase(BaseModel):
    name: str


class Boat(PlainBase):
    id: int


class NewBoatCreate(BaseModel):
    name: str


class BoatCreate(BaseModel):
    name: str


class BoatInput(BaseModel):
    name: str


class BoatUpdate(BaseModel):
    name: str


class BoatResponse(BaseModel):
    hull: "Hull"


class BoatCreated(BaseModel):
    name: str


class Hull(BaseModel):
    length: int


class Filters(BaseModel):
    name: str


class Odd:
    name: str


class Plain(BaseModel):
    name: str
# %% fixed app/routes.py
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.schemas import boat as schemas
from app.schemas.boat import Boat, BoatCreate, BoatInput, Envelope, Filters, NewBoatCreate, Odd, Plain

router = APIRouter()


@router.get("/a")
def a(filters: Annotated[Filters, Query()], other: Filters = Depends()) -> Envelope[Boat]:
    return 1


@router.post("/b", response_model=list[schemas.BoatResponse])
def b(data: NewBoatCreate):
    return 1


@router.put("/c")
def c(data: BoatCreate) -> schemas.BoatResponse | None:
    return 1


@router.post("/d")
def d(data: BoatInput) -> schemas.PlainBase:
    return 1


@router.patch("/e")
def e(data: schemas.BoatUpdate, odd: Odd) -> schemas.BoatCreated:
    return 1

# %% clean in app/schemas/boat.py: other suffixes by the options {"suffixes": {"POST": ["Boat", "Input"], "response": ["Boat", "Created"]}}
from pydantic import BaseModel


class Boat(BaseModel):
    id: int


class NewBoat(BaseModel):
    name: str


class BoatCreated(BaseModel):
    name: str


class BoatInput(BaseModel):
    name: str


class BoatCreate(BaseModel):
    name: str

# %% clean in app/other.py: outside the folder
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class Boat(BaseModel):
    id: int


@router.get("/a")
def a() -> Boat:
    return Boat(id=1)

# %% flagged in app/schemas/prices.py: root models too
from pydantic import RootModel


class Prices(RootModel[dict[str, int]]):
#<~~~~~~~~~~ `Prices`
    pass
# %% file app/routes.py
from fastapi import APIRouter

from app.schemas.prices import Prices

router = APIRouter()


@router.get("/prices")
def prices() -> Prices:
    return Prices({})
# %% fixed
from pydantic import RootModel


class PricesResponse(RootModel[dict[str, int]]):
    pass
# %% fixed app/routes.py
from fastapi import APIRouter

from app.schemas.prices import PricesResponse

router = APIRouter()


@router.get("/prices")
def prices() -> PricesResponse:
    return PricesResponse({})
