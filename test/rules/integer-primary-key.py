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
