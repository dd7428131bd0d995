# %% flagged: by name and by module
import sqlalchemy as sa
from sqlalchemy import Column, Integer

from app.base import Base


class Boat(Base):
    __tablename__ = "boats"
    id = Column(Integer, primary_key=True)
#        ~~~~~~
    name = sa.Column(sa.String)
#          ~~~~~~~~~
# %% fixed
import sqlalchemy as sa
from sqlalchemy import Column, Integer

from app.base import Base
from sqlalchemy.orm import Mapped, mapped_column


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str | None] = mapped_column(sa.String)

# %% clean: typed, and tables
from sqlalchemy import Column, Integer, Table
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Base

boats = Table("boats", Base.metadata, Column("id", Integer))
spare = Column("id", Integer)


class Boat(Base):
    id: Mapped[int] = mapped_column(primary_key=True)
    keys = [Column("a", Integer)]
