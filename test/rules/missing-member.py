# %% flagged in shop/services/orders.py: a class of the folder {"kind": "service", "members": ["close"]}
class Orders:
#     ~~~~~~ no `close`
    def ship(self):
        return 1

# %% flagged: a model without the column {"kind": "orm model", "members": ["updated_at", "__repr__"]}
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
#     ~~~~~ no `updated_at` and `__repr__`
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% clean: by a mixin, abstract, no model {"kind": "orm model", "members": ["updated_at"]}
from datetime import datetime

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Stamped:
    updated_at: Mapped[datetime] = mapped_column()


class Order(Stamped, Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)


class Row(Base):
    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)


class Price:
    amount = 1

# %% clean in shop/services/orders.py: inherited from here or from a place that cannot be read, or abstract {"kind": "service", "members": ["close"]}
from abc import abstractmethod

from vendor import VendorService


class Closing:
    def close(self):
        return 1


class OrderService(Closing):
    pass


class LineService(VendorService):
    pass


class StockService:
    @abstractmethod
    def count(self): ...
