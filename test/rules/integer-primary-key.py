# %% flagged: SQLAlchemy in both styles, SQLModel and Django
from django.db import models
from sqlalchemy import Column, Integer
from sqlalchemy.orm import Mapped, mapped_column
from sqlmodel import Field, SQLModel

from app.base import Base


class Boat(Base):
    id: Mapped[int] = mapped_column(primary_key=True)
    #< wants a UUID


class Pier(Base):
    key = Column(Integer, primary_key=True)
    #<~ The primary key `key`


class Crate(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    #< is a number


class Line(models.Model):
    id = models.BigAutoField(primary_key=True)
    #< is a number

# %% fixed
import uuid

from django.db import models
from sqlalchemy import Column, Uuid
from sqlalchemy.orm import Mapped, mapped_column
from sqlmodel import Field, SQLModel

from app.base import Base


class Boat(Base):
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)


class Pier(Base):
    key = Column(Uuid, primary_key=True, default=uuid.uuid4)


class Crate(SQLModel, table=True):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)


class Line(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

# %% clean: a UUID, text, a key of another table, no key
import uuid

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Base


class Boat(Base):
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    size: Mapped[int] = mapped_column(Integer)


class Berth(Base):
    boat: Mapped[int] = mapped_column(ForeignKey("boat.id"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)


class Tide(Base):
    port: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)

# %% flagged in app/boats.py: of a table of the workspace, with a type in the column, where others refer to it or it counts
import sqlalchemy as sa
from sqlalchemy import Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, index=True)
    #< a UUID
    pier_id: Mapped[int] = mapped_column(sa.ForeignKey("piers.id"))


class Pier(Base):
    __tablename__ = "piers"

    id: Mapped[int] = mapped_column(primary_key=True)
    #< a UUID


class Crane(Base):
    __tablename__ = "cranes"

    id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    #< a UUID


class Line(Base):
    __tablename__ = "lines"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    #< a UUID


class Crate(Base):
    __tablename__ = "crates"

    id: Mapped[int] = mapped_column(primary_key=True)
    #< a UUID

# %% file app/__init__.py

# %% file app/routes.py
from app.boats import Crate


def crate(session, crate_id: int):
    return session.get(Crate, crate_id)

# %% fixed
import uuid

import sqlalchemy as sa
from sqlalchemy import Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, index=True, default=uuid.uuid4)
    pier_id: Mapped[int] = mapped_column(sa.ForeignKey("piers.id"))


class Pier(Base):
    __tablename__ = "piers"

    id: Mapped[int] = mapped_column(primary_key=True)


class Crane(Base):
    __tablename__ = "cranes"

    id: Mapped[uuid.UUID] = mapped_column(sa.Uuid, primary_key=True, default=uuid.uuid4)


class Line(Base):
    __tablename__ = "lines"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)


class Crate(Base):
    __tablename__ = "crates"

    id: Mapped[int] = mapped_column(primary_key=True)
