# %% flagged: an exception with a plain base {"base": "AppError", "kind": "exception"}
class OrderMissing(Exception):
#     ~~~~~~~~~~~~ AppError
    pass
# %% fixed
class AppError(Exception):
    pass


class OrderMissing(AppError):
    pass

# %% flagged in app/services/orders.py: a class of the folder {"base": "BaseService", "kind": "service"}
class Orders:
#     ~~~~~~ BaseService
    pass

# %% clean: the base itself, and what inherits from it {"base": "AppError", "kind": "exception"}
class AppError(Exception):
    pass


class OrderMissing(AppError):
    pass

# %% clean: a base that cannot be followed {"base": "AppError", "kind": "exception"}
from vendor import VendorError


class OrderMissing(VendorError):
    pass

# %% clean in app/services/orders.py: the errors and the data of the folder's services {"base": "BaseService", "kind": "service"}
from dataclasses import dataclass
from enum import Enum


class OrderGone(Exception):
    pass


class State(Enum):
    OPEN = 1


@dataclass
class Order:
    total: int

# %% flagged in app/schemas/order.py: a schema of the folder {"base": "BaseSchema", "kind": "schema"}
from abc import ABC


class Order(ABC):
#     ~~~~~ BaseSchema
    total: int

# %% file app/schemas/base.py
from pydantic import BaseModel


class CamelModel(BaseModel):
    pass


class Stamped(CamelModel):
    at: str

# %% flagged in app/web.py: a Pydantic model wherever it is, but for those that inherit by way of another {"base": "CamelModel", "kind": "pydantic model"}
from pydantic import BaseModel

from app.schemas.base import CamelModel, Stamped


class OrderIn(BaseModel):
#     ~~~~~~~ CamelModel
    total: int


class OrderOut(CamelModel):
    total: int


class LineOut(Stamped):
    total: int
# %% fixed
from pydantic import BaseModel

from app.schemas.base import CamelModel, Stamped


class OrderIn(CamelModel):
    total: int


class OrderOut(CamelModel):
    total: int


class LineOut(Stamped):
    total: int

# %% flagged in shop/models/order.py: of a file with tables, the tables {"base": "RecordModel", "kind": "model"}
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Tiers:
    steps = 1


class Order(Base):
#     ~~~~~ `RecordModel`
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% flagged in shop/orders.py: bases of the workspace, for one with a plain base and one with another {"base": "AppError", "kind": "exception"}
from shop.stock import StockMixin


class OrderMissing(Exception):
#     ~~~~~~~~~~~~ AppError
    pass


class LineMissing(StockMixin, LookupError):
#     ~~~~~~~~~~~ AppError
    pass
# %% file shop/errors.py
class AppError(Exception):
    pass
# %% file shop/stock.py
class StockMixin:
    pass
# %% fixed
from shop.errors import AppError
from shop.stock import StockMixin


class OrderMissing(AppError):
    pass


class LineMissing(StockMixin, LookupError, AppError):
    pass

# %% flagged: the root of a family, not its members {"base": "HarbourError", "kind": "exception"}
class CraneError(Exception):
#     ~~~~~~~~~~ does not inherit
    pass


class CraneStuckError(CraneError):
    pass
# %% fixed
class HarbourError(Exception):
    pass


class CraneError(HarbourError):
    pass


class CraneStuckError(CraneError):
    pass

# %% clean in app/workers/_queue.py: what serves the workers beside it {"base": "Worker", "kind": "worker"}
class JobRegistry:
    pass

# %% flagged: what stands between is told, once {"base": "HarbourModel", "kind": "pydantic model"}
from pydantic import BaseModel

from app.schemas import HarbourModel


class BaseSettingsOfPlugin(BaseModel):
#     ~~~~~~~~~~~~~~~~~~~~ does not inherit
    name: str


class CranePlugin(BaseSettingsOfPlugin):
    load: int


class HasName(HarbourModel):
    name: str


class PierMixin(BaseModel):
    pier: str


class Berth(PierMixin, HarbourModel):
    depth: int

# %% clean: what cannot have another base {"base": "HarbourModel", "kind": "schema"}
from typing import TypedDict


class CargoSchema(TypedDict):
    weight: int

# %% flagged: made before the last import {"base": "HarbourError", "kind": "exception"}
import tides

try:
    NoTide = tides.NoTide
except AttributeError:

    class NoTide(Exception):
    #     ~~~~~~ does not inherit from `HarbourError`
        pass


from crew import hands

print(hands)
# %% fixed
import tides


class HarbourError(Exception):
    pass


try:
    NoTide = tides.NoTide
except AttributeError:

    class NoTide(HarbourError):
        pass


from crew import hands

print(hands)

# %% clean: what stands in for a library's class {"base": "AppError", "kind": "exception"}
try:
    from harbour.locks import LockError
except ImportError:

    class LockError(Exception):
        pass

# %% flagged: made in a handler of something else {"base": "AppError", "kind": "exception"}
try:
    count = int("1")
except ValueError:

    class CountError(Exception):
    #     ~~~~~~~~~~ AppError
        pass

# %% clean in app/schemas/port.py: what the library makes of the base, and what lies beside the schemas {"base": "BaseModel", "kind": "schema"}
from collections.abc import Sequence

from pydantic import RootModel
from pydantic.json_schema import GenerateJsonSchema
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Labels(RootModel[dict[str, str]]):
    pass


class PortLabels(Labels):
    colour: str


class Base(DeclarativeBase):
    pass


class PortSchema(Base):
    __tablename__ = "port_schemas"
    id: Mapped[int] = mapped_column(primary_key=True)


class LabelWalker:
    _seen: list[str] = []

    def __init__(self, labels: Labels):
        self.labels = labels


class ChartSchema(GenerateJsonSchema):
    def generate(self, schema, mode="validation"):
        return schema


class Filtered[T](Sequence[T]):
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return handler(source)


class _Shared:
    name: str

# %% flagged in harbour/clients.py: the root of a family that its name tells of, not those below it {"base": "BaseClient", "kind": "client"}
class PortClient:
#     ~~~~~~~~~~ BaseClient
    pass


class TideClient(PortClient):
    pass
# %% file harbour/base.py
class BaseClient:
    pass
# %% fixed
from harbour.base import BaseClient


class PortClient(BaseClient):
    pass


class TideClient(PortClient):
    pass

# %% clean in harbour/settings/services.py: the settings of services, by way of a base {"base": "BaseService", "kind": "service"}
from pydantic_settings import BaseSettings


class Shared(BaseSettings):
    enabled: bool = True


class Mooring(Shared):
    length: int = 12

# %% flagged in app/services/tides.py: of several classes, those that their module is called after {"base": "BaseService", "kind": "service"}
class TideTables:
#     ~~~~~~~~~~ BaseService
    pass


class SpringClock:
    pass


class Almanac:
    pass
# %% file app/services/base.py
class BaseService:
    pass
# %% fixed
from app.services.base import BaseService


class TideTables(BaseService):
    pass


class SpringClock:
    pass


class Almanac:
    pass
