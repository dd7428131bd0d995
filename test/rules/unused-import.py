# %% flagged: nothing uses them
import os
#      ~~ `os`
import sys
from json import dumps, loads
#                       ~~~~~ `json.loads`

print(sys.path, dumps)
# %% fixed
import sys
from json import dumps

print(sys.path, dumps)

# %% clean: used, in __all__, optional, for types
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models import User

__all__ = ["os"]


def f(user: "User"):
    return user

# %% clean in app/__init__.py: re-exports
from app.models import User

# %% flagged in app/tables.py: models are imported to be known
from app import boats
from app.berths import Berth, DEPTH
#                             ~~~~~ never used
from app.db import Base, engine

Base.metadata.create_all(engine)
# %% file app/db.py
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


engine = create_engine("sqlite://")
# %% file app/boats.py
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
# %% file app/berths.py
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base

DEPTH = 4


class Berth(Base):
    __tablename__ = "berths"
    id: Mapped[int] = mapped_column(primary_key=True)

# %% flagged in app/service.py: a model that a service does not use
from app.boats import Boat
#                     ~~~~ never used

LIMIT = 3
# %% file app/boats.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
