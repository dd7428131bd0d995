# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% file app/schemas.py
from pydantic import BaseModel


class OrderOut(BaseModel):
    id: int

# %% flagged in app/api.py: as response model and as return type
from fastapi import APIRouter

from app.models import Order

router = APIRouter()


@router.get("/orders", response_model=list[Order])
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the table `Order`
def many():
    return []


@router.get("/orders/{key}")
#<~~~~~~~~~~~~~~~~~~~~~~~~~~ `one` answers
def one(key: int) -> Order:
    return Order(id=key)
# %% fixed
from fastapi import APIRouter

from app.models import Order
from app.schemas import OrderOut

router = APIRouter()


@router.get("/orders", response_model=list[OrderOut])
def many():
    return []


@router.get("/orders/{key}", response_model=OrderOut)
def one(key: int) -> Order:
    return Order(id=key)

# %% clean in app/api.py: schemas, and rows that a schema turns into an answer
from fastapi import APIRouter

from app.models import Order
from app.schemas import OrderOut

router = APIRouter()


@router.get("/orders", response_model=list[OrderOut])
def many() -> list[Order]:
    return []


@router.get("/orders/{key}")
def one(key: int) -> OrderOut:
    return OrderOut(id=key)


def helper() -> Order:
    return Order(id=1)
