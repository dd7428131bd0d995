# %% file app/__init__.py
# %% file app/models/__init__.py
# %% file app/models/order.py
from enum import Enum

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class State(Enum):
    OPEN = "open"


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% file app/services/__init__.py
# %% file app/services/orders.py
def place(order):
    return order

# %% flagged in app/routes/orders.py: queries in a route, of typed sessions only {"layers": ["routes"]}
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from app.db import get_db
from app.models.order import Order

router = APIRouter()


@router.get("/orders")
async def orders(db: Annotated[AsyncSession, Depends(get_db)]):
    return (await db.scalars(select(Order))).all()
    #             ~~~~~~~~~~ into a service


@router.get("/orders/{key}")
def order(key: int, cache: dict, db: Session = Depends(get_db)):
    db.execute(text("SELECT 1"))
    return cache.get(key) or db.query(Order).get(key)
    #                        ~~~~~~~~
# %% fixed
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from app.db import get_db
from app.services.orders import fetch_order, fetch_orders

router = APIRouter()


@router.get("/orders")
async def orders(db: Annotated[AsyncSession, Depends(get_db)]):
    return await fetch_orders(db)


@router.get("/orders/{key}")
def order(key: int, cache: dict, db: Session = Depends(get_db)):
    db.execute(text("SELECT 1"))
    return cache.get(key) or fetch_order(db, key)

# %% fixed app/services/orders.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from app.models.order import Order


def place(order):
    return order


async def fetch_orders(db: AsyncSession):
    return (await db.scalars(select(Order))).all()


def fetch_order(db: Session, key: int):
    return db.query(Order).get(key)

# %% flagged in app/services/mail.py: HTTP in a service {"layers": ["services"]}
from fastapi import HTTPException, status
#<
from fastapi.concurrency import run_in_threadpool
from fastapi.encoders import jsonable_encoder


def send(to):
    if not to:
        raise HTTPException(status.HTTP_400_BAD_REQUEST)
        #<
    return run_in_threadpool(jsonable_encoder, to)
# %% fixed
from fastapi.concurrency import run_in_threadpool
from fastapi.encoders import jsonable_encoder


class MailError(Exception):
    pass


def send(to):
    if not to:
        raise MailError()
    return run_in_threadpool(jsonable_encoder, to)

# %% flagged in app/models/bill.py: a model that calls a service, also later {"layers": ["models"]}
from app.services.orders import place
#<


def bill(order):
    from app import services
    #<

    return place(order), services

# %% flagged in app/schemas/order.py: a schema made of tables, not of their enumerations {"layers": ["schemas"]}
from typing import TYPE_CHECKING

from app.models.order import Order
#<
from app.models.order import State

if TYPE_CHECKING:
    from app.services.orders import place

KINDS = (Order, State)

# %% clean in app/core/deps.py: a module of dependencies joins the layers {"layers": ["core"]}
from fastapi import Depends

from app.services.orders import place


def get_place(order=Depends(object)):
    return place(order)

# %% clean in app/services/hub.py: the layer of a file that registers routes is that of routes {"layers": ["services"]}
from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.get("/hub")
def hub():
    raise HTTPException(404)

# %% clean in app/routes/plain.py: no repository layer in the project {"layers": ["routes"], "queriesIn": "repositories"}
from sqlalchemy.orm import Session


def read(db: Session):
    return db.query(object)

# %% clean in app/routes/deps.py: providers beside the routes {"layers": ["routes"]}
from fastapi import Depends
from sqlalchemy.orm import Session


def get_order(number: int, db: Session = Depends(object)):
    return db.get(object, number)

# %% flagged in app/services/stock.py: errors of the web that a service raises {"layers": ["services"]}
from fastapi import HTTPException
#<
from sqlalchemy.orm import Session

from app.models.order import Order


def one(db: Session, key: int) -> Order:
    order = db.get(Order, key)
    if order is None:
        raise HTTPException(status_code=404, detail="No such order")
        #<
    if order.id < 0:
        raise HTTPException(409, f"Order {key} is void")
        #<
    return order
# %% fixed
from sqlalchemy.orm import Session

from app.models.order import Order


class StockError(Exception):
    pass


def one(db: Session, key: int) -> Order:
    order = db.get(Order, key)
    if order is None:
        raise StockError("No such order")
    if order.id < 0:
        raise StockError(f"Order {key} is void")
    return order

# %% flagged in app/models/lot.py: what only annotations need {"layers": ["models"]}
from sqlalchemy.orm import Session

from app.schemas.lot import LotIn, LotOut
#<
from app.services.orders import place
#<


class Lot:
    def fill(self, given: LotIn) -> "Lot":
        return self

    @property
    def shown(self) -> list[LotOut]:
        return []


def first(db: Session, given: LotIn):
    return place(given)

# %% file app/schemas/lot.py
from pydantic import BaseModel


class LotIn(BaseModel):
    size: int


class LotOut(BaseModel):
    size: int
# %% fixed
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.services.orders import place

if TYPE_CHECKING:
    from app.schemas.lot import LotIn, LotOut


class Lot:
    def fill(self, given: "LotIn") -> "Lot":
        return self

    @property
    def shown(self) -> "list[LotOut]":
        return []


def first(db: Session, given: "LotIn"):
    return place(given)

# %% flagged in app/schemas/port.py: beside what is imported for typing already {"layers": ["schemas"]}
from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from app.models.order import Order
#<

if TYPE_CHECKING:
    from app.services.orders import place


class PortOut(BaseModel):
    name: str

    @classmethod
    def of(cls, order: Order) -> PortOut:
        return cls(name=str(order.id))
# %% fixed
from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from app.models.order import Order
    from app.services.orders import place


class PortOut(BaseModel):
    name: str

    @classmethod
    def of(cls, order: Order) -> PortOut:
        return cls(name=str(order.id))

# %% flagged in app/schemas/quay.py: fields and routes are asked for their types {"layers": ["schemas"]}
from pydantic import BaseModel

from app.models.order import Order
#<


class QuayOut(BaseModel):
    order: Order

# %% flagged in app/services/berths.py: only raising is spoken of {"layers": ["services"], "raisesOnly": true}
from fastapi import HTTPException, Request


def berth(request: Request):
    raise HTTPException(404)
    #<~~~~~~~~~~~~~~~~~~~~~~ decides what the web answers

# %% flagged in depot/crates/service.py: modules named for their layers, and a statement that is made before {"layers": ["services"], "queriesIn": "repositories", "folders": {"services": ["service"], "repositories": ["repository"]}}
from sqlalchemy import text
from sqlalchemy.orm import Session


def heavy(db: Session) -> list:
    return db.execute(text("SELECT * FROM crates")).all()
    #      ~~~~~~~~~~ Move the query into a repository


def light(db: Session, statement) -> list:
    return db.execute(statement).all()
    #      ~~~~~~~~~~ Move the query into a repository
# %% file depot/__init__.py
# %% file depot/crates/__init__.py
# %% file depot/crates/repository.py
def first(): ...

# %% fixed
from sqlalchemy.orm import Session

from depot.crates.repository import fetch_heavy


def heavy(db: Session) -> list:
    return fetch_heavy(db)


def light(db: Session, statement) -> list:
    return db.execute(statement).all()
# %% fixed depot/crates/repository.py
from sqlalchemy import text
from sqlalchemy.orm import Session


def first(): ...


def fetch_heavy(db: Session):
    return db.execute(text("SELECT * FROM crates")).all()

# %% flagged in depot/kit/endpoints.py: no module of the layer is near {"layers": ["routes"], "folders": {"routes": ["endpoints"], "services": ["service"]}}
from fastapi import APIRouter, Depends
from sqlalchemy import text
from sqlalchemy.orm import Session

router = APIRouter()


def db() -> Session: ...


@router.get("/heavy")
def heavy(session: Session = Depends(db)) -> int:
    return session.execute(text("SELECT 7")).scalar()
    #      ~~~~~~~~~~~~~~~ Move the query into a service
# %% file depot/crates/service.py
def first(): ...

# %% fixed
from fastapi import APIRouter, Depends
from sqlalchemy import text
from sqlalchemy.orm import Session

router = APIRouter()


def db() -> Session: ...


@router.get("/heavy")
def heavy(session: Session = Depends(db)) -> int:
    return session.execute(text("SELECT 7")).scalar()

# %% clean in harbour/models/boats.py: functions under that name, where the tables are elsewhere {"layers": ["models"]}
from harbour.schemas.boats import BoatOut


def boat(row) -> BoatOut:
    return BoatOut()
# %% file harbour/tables.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
# %% file harbour/schemas/boats.py
class BoatOut: ...

# %% clean in harbour/services/pilot.py: numbers to read another server's answer by {"layers": ["services"]}
from starlette import status


def is_gone(response) -> bool:
    return response.status_code == status.HTTP_404_NOT_FOUND

# %% clean in app/services/keys.py: what routes depend on to read a header answers for the web {"layers": ["services"]}
from typing import Annotated

from fastapi import Header, HTTPException


async def key(x_key: Annotated[str | None, Header()] = None) -> str:
    return checked(x_key)


def checked(key: str | None) -> str:
    if key is None:
        raise HTTPException(status_code=403)
    return key

# %% flagged in app/repositories/tides.py: an import up the chain that the team draws {"layers": ["services", "repositories"], "imports": {"services": ["routes"], "repositories": ["routes", "services"]}}
from app.services.clock import now
#<
# %% file app/services/clock.py
def now(): ...
# %% file app/repositories/__init__.py

# %% clean in app/services/harbour.py: where only imports are spoken of, HTTP is no matter {"layers": ["services"], "imports": {"services": ["routes"]}}
from fastapi import HTTPException

from app.repositories.tides import tide


def high(day):
    if tide(day) is None:
        raise HTTPException(status_code=404)
# %% file app/repositories/tides.py
def tide(day): ...
# %% file app/api/tides.py
def show(): ...

# %% flagged in app/models/tide.py: imports up the chain that only annotate, or serve nothing {"layers": ["models"], "imports": {"models": ["services", "schemas"]}}
from dataclasses import dataclass

from app.schemas.tides import TideOut
#<
from app.services.clock import now
#<


@dataclass
class Tide:
    height: float

    def fill(self, out: TideOut) -> None:
        out.height = self.height
# %% file app/schemas/tides.py
class TideOut:
    height = 0.0
# %% file app/services/clock.py
def now(): ...
# %% fixed
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.schemas.tides import TideOut


@dataclass
class Tide:
    height: float

    def fill(self, out: "TideOut") -> None:
        out.height = self.height

# %% flagged in app/accounts.py: a class beside routes is no part of them {"layers": ["routes"]}
from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from app.db import get_db
from app.models.order import Order

router = APIRouter()


class Accounts:
    def __init__(self, db: Session) -> None:
        self.db = db

    def open(self, key: int, db: Session) -> Order | None:
        return db.get(Order, key)


@router.get("/orders/{key}")
def read(key: int, db: Session = Depends(get_db)):
    return db.get(Order, key)
    #      ~~~~~~ `read`

# %% clean in app/cli/core/keys.py: the core of a part is below that part alone {"layers": ["core"]}
from app.services.clock import now

# %% file app/services/clock.py
def now(): ...

# %% flagged in app/cli/core/keys.py: it is below what lies beside it {"layers": ["core"]}
from app.cli.services.clock import now
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `core` imports from `services`

# %% file app/cli/services/clock.py
def now(): ...

# %% flagged in app/schemas/berth.py: a module of tables {"layers": ["schemas"]}
from app.models import order
#<~~~~~~~~~~~~~~~~~~~~~~~~~~


def shown(row: order.Order) -> str:
    return str(row.id)

# %% flagged in harbour/services/berths.py: numbers that the service answers with itself {"layers": ["services"]}
from starlette import status
#<~~~~~~~~~~~~~~~~~~~~~~~~~~


class Full(Exception):
    code = status.HTTP_409_CONFLICT

# %% flagged in app/schemas/pier.py: a module of tables under a name {"layers": ["schemas"]}
import app.models.order as tables
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def shown(row: tables.Order) -> str:
    return str(row.id)

# %% clean in app/routes/health.py: a probe under another name {"layers": ["routes"]}
from fastapi import APIRouter, Depends
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from app.db import get_db

router = APIRouter()


@router.get("/health")
def health(db: Session = Depends(get_db)):
    db.execute(sql("SELECT 1"))

# %% clean in app/core/engines/keys.py: what lies in the core is a part of it {"layers": ["core"]}
from app.core.services.names import is_name

# %% file app/core/services/names.py
def is_name(text): ...

# %% clean in api/src/boats/feed.py: a project that is called as routes are {"layers": ["routes"]}
from sqlalchemy import select
from sqlalchemy.orm import Session

from src.boats.models import Boat


def all_boats(session: Session) -> list[Boat]:
    return list(session.scalars(select(Boat)))
# %% file api/src/boats/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
