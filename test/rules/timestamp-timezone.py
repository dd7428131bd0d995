# %% flagged: every way to declare one
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import TIMESTAMP, Column, Date, DateTime, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Visit(Base):
    __tablename__ = "visits"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = Column(DateTime)
    #          ~~~~~~~~ Visit.a
    b = Column(sa.TIMESTAMP())
    #          ~~~~~~~~~~~~~~
    c: Mapped[datetime] = mapped_column(DateTime(), nullable=False)
    #                                   ~~~~~~~~~~
    d: Mapped[datetime]
    #<~~~~~~~~~~~~~~~~~ without time zone
    e = Column(TIMESTAMP(timezone=True))
    f: Mapped[date]
    g = Column(Date)
# %% fixed
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import TIMESTAMP, Column, Date, DateTime, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Visit(Base):
    __tablename__ = "visits"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = Column(DateTime(timezone=True))
    b = Column(sa.TIMESTAMP(timezone=True))
    c: Mapped[datetime] = mapped_column(DateTime(timezone=True), nullable=False)
    d: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    e = Column(TIMESTAMP(timezone=True))
    f: Mapped[date]
    g = Column(Date)

# %% clean: the base maps datetimes to an aware type, and classes that are no tables
from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import DateTime
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    type_annotation_map = {datetime: DateTime(timezone=True)}


class Visit(Base):
    __tablename__ = "visits"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class VisitOut(BaseModel):
    at: datetime

# %% clean: the zone as a positional argument
from sqlalchemy import Column, DateTime, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Visit(Base):
    __tablename__ = "visits"
    id = Column(Integer, primary_key=True)
    at = Column(DateTime(True))

# %% flagged: columns of a table without a class
import sqlalchemy as sa
from sqlalchemy import Column, DateTime, MetaData, String, Table

metadata = MetaData()
visits = Table("visits", metadata, Column("at", DateTime), Column("until", DateTime(timezone=True)), Column("by", String))
#                                               ~~~~~~~~ `visits.at`
stays = sa.Table(
    "stays",
    metadata,
    sa.Column("left", sa.TIMESTAMP()),
    #                 ~~~~~~~~~~~~~~ `stays.left`
)
# %% fixed
import sqlalchemy as sa
from sqlalchemy import Column, DateTime, MetaData, String, Table

metadata = MetaData()
visits = Table("visits", metadata, Column("at", DateTime(timezone=True)), Column("until", DateTime(timezone=True)), Column("by", String))
stays = sa.Table(
    "stays",
    metadata,
    sa.Column("left", sa.TIMESTAMP(timezone=True)),
)

# %% clean in alembic/versions/9c1d_split_visits.py: a migration's own copy of a table
from sqlalchemy import Column, DateTime, Integer
from sqlalchemy.orm import declarative_base

revision = "9c1d"
down_revision = None
Base = declarative_base()


class Visit(Base):
    __tablename__ = "visits"
    id = Column(Integer, primary_key=True)
    at = Column(DateTime)

# %% clean: tables of another database
from columns.dialect import ColumnsDialect
from sqlalchemy import Column, DateTime, MetaData, Table

visits = Table("visits", MetaData(), Column("at", DateTime))
dialect = ColumnsDialect()

# %% flagged: fields of SQLModel's tables
from datetime import date, datetime
from typing import Optional

from sqlmodel import Field, SQLModel


class Stay(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    came: datetime
#   ~~~~~~~~~~~~~~ sa_type
    left: Optional[datetime] = None
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ sa_type
    paid: datetime | None = Field(default=None, nullable=True)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ sa_type
    day: date = Field(default_factory=datetime.now)


class StayIn(SQLModel):
    came: datetime
# %% fixed
from datetime import date, datetime
from typing import Optional

from sqlalchemy import DateTime
from sqlmodel import Field, SQLModel


class Stay(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    came: datetime = Field(sa_type=DateTime(timezone=True))
    left: Optional[datetime] = Field(default=None, sa_type=DateTime(timezone=True))
    paid: datetime | None = Field(default=None, nullable=True, sa_type=DateTime(timezone=True))
    day: date = Field(default_factory=datetime.now)


class StayIn(SQLModel):
    came: datetime

# %% flagged: a mixin's column is the mixin's, whoever takes it
from sqlalchemy import Column, DateTime, Integer
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Stamped:
    made_at = Column(DateTime)
    #                ~~~~~~~~ `Stamped.made_at` stores no time zone


class Boat(Stamped, Base):
    __tablename__ = "boats"
    id = Column(Integer, primary_key=True)

# %% clean: the base says what a datetime becomes, as an argument or by its registry
from datetime import datetime

from sqlalchemy import DateTime
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_base, mapped_column, registry

Base = declarative_base(type_annotation_map={datetime: DateTime(timezone=True)})


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
    built: Mapped[datetime]


class Other(DeclarativeBase):
    registry = registry(type_annotation_map={datetime: DateTime(timezone=True)})


class Pier(Other):
    __tablename__ = "piers"
    id: Mapped[int] = mapped_column(primary_key=True)
    built: Mapped[datetime]

# %% clean: a protocol says which columns others have
from datetime import datetime
from typing import Any, ClassVar, Protocol

from sqlalchemy.orm import Mapped


class Lockable(Protocol):
    __tablename__: str
    __mapper__: ClassVar[Any]
    id: Mapped[int]
    locked_at: Mapped[datetime | None]

# %% flagged: a zone that is turned off
from sqlalchemy import Column, DateTime, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Visit(Base):
    __tablename__ = "visits"
    id = Column(Integer, primary_key=True)
    a = Column(DateTime(timezone=False), nullable=False)
    #          ~~~~~~~~~~~~~~~~~~~~~~~~ Visit.a
    b = Column(DateTime(False))
    #          ~~~~~~~~~~~~~~~ Visit.b
# %% fixed
from sqlalchemy import Column, DateTime, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Visit(Base):
    __tablename__ = "visits"
    id = Column(Integer, primary_key=True)
    a = Column(DateTime(timezone=True), nullable=False)
    b = Column(DateTime(True))
