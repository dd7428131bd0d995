# %% file shop/models/__init__.py
from shop.models.base import Base
from shop.models.order import Order

__all__ = ["Base", "Order"]

# %% file shop/models/base.py
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass

# %% flagged in shop/models/line.py: not imported {"place": "models/__init__.py"}
from sqlalchemy.orm import Mapped, mapped_column

from shop.models.base import Base


class Line(Base):
#     ~~~~ not imported in `shop/models/__init__.py`
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)


class Money:
    pass

# %% flagged in shop/models/cart.py: Django's {"place": "shop/models/__init__.py"}
from django.db import models


class Cart(models.Model):
#     ~~~~ not imported
    total = models.IntegerField()


class Stamped(models.Model):
    class Meta:
        abstract = True

# %% clean in shop/models/order.py: named there {"place": "shop/models/__init__.py"}
from sqlalchemy.orm import Mapped, mapped_column

from shop.models.base import Base


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% clean in shop/models/line.py: no such file {"place": "shop/db/base.py"}
from sqlalchemy.orm import Mapped, mapped_column

from shop.models.base import Base


class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% clean in yard/boat.py: what is imported imports it {"place": "yard/env.py"}
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% file yard/env.py
import yard.all_models

# %% file yard/all_models.py
from yard.pier import *

# %% file yard/pier.py
from yard.docks.dock import Dock

# %% file yard/docks/__init__.py
from yard import boat

# %% file yard/docks/dock.py
Dock = 1

# %% clean in two/models/boat.py: several files of that name {"place": "models/__init__.py"}
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% file one/models/__init__.py
"""None."""

# %% file two/models/__init__.py
"""None."""

# %% clean in pier/boat.py: the package tries to import it {"place": "pier/env.py"}
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% file pier/env.py
from pier.log import log

# %% file pier/log.py
log = 1

# %% file pier/__init__.py
try:
    from pier.boat import (
        Base,
        Boat,
    )
except ImportError:
    Boat = None
