# %% flagged in shop/services/orders.py: a class of the folder {"kind": "service", "members": ["close"]}
class Orders:
#     ~~~~~~ no `close`
    def ship(self):
        return 1
# %% fixed
class Orders:
    def ship(self):
        return 1

    def close(self) -> None:
        raise NotImplementedError

# %% flagged: a model without the column {"kind": "orm model", "members": ["updated_at", "__repr__"]}
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
#     ~~~~~ no `updated_at` and `__repr__`
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
# %% fixed
from datetime import datetime

from sqlalchemy import DateTime, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now(), onupdate=func.now())

    def __repr__(self) -> str:
        return f"<Order id={self.id!r}>"

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

# %% flagged in shop/plugins/labels.py: another value, or none {"kind": "plugin", "members": ["enabled = True"]}
class LabelPlugin:
#     ~~~~~~~~~~~ has no `enabled = True`
    enabled = False


class StampPlugin:
#     ~~~~~~~~~~~ has no `enabled = True`
    name = "stamp"

# %% clean in shop/plugins/labels.py: set, inherited, worked out {"kind": "plugin", "members": ["enabled = True"]}
import os


class LabelPlugin:
    enabled = True


class StampPlugin(LabelPlugin):
    name = "stamp"


class InkPlugin:
    enabled = os.getenv("INK") == "1"

# %% flagged in shop/services/orders.py: neither of both {"kind": "service", "members": ["close|stop"]}
class OrderService:
#     ~~~~~~~~~~~~ has no `close` or `stop`
    def ship(self):
        return 1

# %% clean in shop/services/orders.py: one of both {"kind": "service", "members": ["close|stop"]}
class OrderService:
    def stop(self):
        return 1

# %% flagged: a model of Django's {"kind": "orm model", "members": ["created_at"]}
from django.db import models


class Stamped(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Numbered(models.Model):
    number = models.IntegerField()

    class Meta:
        abstract = True


class Kayak(Stamped):
    name = models.CharField(max_length=40)


class Canoe(Numbered):
#     ~~~~~ created_at
    name = models.CharField(max_length=40)


class Paddle(models.Model):
#     ~~~~~~ created_at
    length = models.IntegerField()

# %% clean: Django gives each model a key and a manager {"kind": "orm model", "members": ["id", "objects", "save"]}
from django.db import models


class Oar(models.Model):
    length = models.IntegerField()
