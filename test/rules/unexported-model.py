# %% file shop/models/__init__.py
from shop.models.base import Base
from shop.models.order import Order

__all__ = ["Base", "Order"]

# %% file shop/models/order.py
from shop.models.base import Base

Order = Base

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

# %% fixed shop/models/__init__.py
from shop.models.base import Base
from shop.models.line import Line
from shop.models.order import Order

__all__ = ["Base", "Order", "Line"]

# %% flagged in shop/models/cart.py: Django's {"place": "shop/models/__init__.py"}
from django.db import models


class Cart(models.Model):
#     ~~~~ not imported
    total = models.IntegerField()


class Stamped(models.Model):
    class Meta:
        abstract = True

# %% fixed shop/models/__init__.py
from shop.models.base import Base
from shop.models.cart import Cart
from shop.models.order import Order

__all__ = ["Base", "Order", "Cart"]

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

# %% flagged in dock/models/boat.py: by dots, as the package has the others {"place": "dock/models/__init__.py"}
from dock.db import Base
from sqlalchemy.orm import Mapped, mapped_column


class Boat(Base):
#     ~~~~ not imported
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)


class Anchor(Base):
#     ~~~~~~ not imported
    __tablename__ = "anchors"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% file dock/__init__.py

# %% file dock/db.py
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass

# %% file dock/models/__init__.py
from .crane import Crane

# %% file dock/models/crane.py
Crane = 1

# %% fixed dock/models/__init__.py
from .boat import Boat
from .crane import Crane

# %% flagged in dock/models/boat.py: where nothing else uses it, and where it would be a circle {"place": "dock/env.py"}
from dock.db import Base
from sqlalchemy.orm import Mapped, mapped_column


class Boat(Base):
#     ~~~~ not imported
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% file dock/__init__.py

# %% file dock/db.py
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass

# %% file dock/env.py
from dock.db import Base

print(Base.metadata)

# %% fixed dock/env.py
from dock.db import Base
from dock.models.boat import Boat  # noqa: F401

print(Base.metadata)

# %% flagged in dock/models/boat.py: where it would be a circle {"place": "dock/db.py"}
from dock.db import Base
from sqlalchemy.orm import Mapped, mapped_column


class Boat(Base):
#     ~~~~ not imported
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% file dock/__init__.py

# %% file dock/db.py
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass
