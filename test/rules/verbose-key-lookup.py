# %% file shop/__init__.py
# %% file shop/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Berth(Base):
    __tablename__ = "berths"
    pier: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    boat_id: Mapped[int] = mapped_column(ForeignKey("boats.id"))

# %% flagged in shop/a.py: one row by its key, in all the usual ways
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from shop import models
from shop.models import Boat


def first(db: Session, key: int):
    return db.scalars(select(Boat).where(Boat.id == key)).first()
    #                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ db.get(Boat, key)


def one(db: Session, key: int):
    return db.query(Boat).filter(Boat.id == key).first()
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def by_name(db: Session, key: int):
    return db.query(models.Boat).filter_by(id=key).one_or_none()
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def single(db: Session, key: int):
    boat = db.scalar(select(Boat).where(key == Boat.id))
    #                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return boat


async def wrapped(session: AsyncSession, key: int):
    return (await session.execute(select(Boat).where(Boat.id == key))).scalar_one_or_none()
    #                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ await session.get(Boat, key)


async def named(session: AsyncSession, form):
    stmt = select(Boat).where(Boat.id == form.key)
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    found = (await session.execute(stmt)).scalars().first()
    return found
# %% fixed
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from shop import models
from shop.models import Boat


def first(db: Session, key: int):
    return db.get(Boat, key)


def one(db: Session, key: int):
    return db.get(Boat, key)


def by_name(db: Session, key: int):
    return db.get(models.Boat, key)


def single(db: Session, key: int):
    boat = db.get(Boat, key)
    return boat


async def wrapped(session: AsyncSession, key: int):
    return await session.get(Boat, key)


async def named(session: AsyncSession, form):
    found = await session.get(Boat, form.key)
    return found

# %% clean in shop/b.py: other columns, more conditions, several keys, loaders, locks, reads that must find a row
from sqlalchemy import select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, selectinload

from shop.models import Berth, Boat


def others(db: Session, key: int, name: str):
    by_name = db.scalars(select(Boat).where(Boat.name == name)).first()
    both = db.scalars(select(Boat).where(Boat.id == key, Boat.name == name)).first()
    berth = db.scalars(select(Berth).where(Berth.pier == key)).first()
    loaded = db.scalars(select(Boat).options(selectinload(Boat.id)).where(Boat.id == key)).first()
    locked = db.scalars(select(Boat).where(Boat.id == key).with_for_update()).first()
    must = db.scalars(select(Boat).where(Boat.id == key)).one()
    column = db.scalar(select(Boat.name).where(Boat.id == key))
    many = db.scalars(select(Boat).where(Boat.id == key)).all()
    joined = db.scalars(select(Boat).where(Boat.id == Boat.name)).first()
    larger = db.scalars(select(Boat).where(Boat.id > key)).first()
    return by_name, both, berth, loaded, locked, must, column, many, joined, larger


def raw(connection: Connection, key: int):
    return connection.execute(select(Boat).where(Boat.id == key)).scalar_one_or_none()


def reused(db: Session, key: int):
    stmt = select(Boat).where(Boat.id == key)
    print(stmt)
    return db.scalars(stmt).first()


def branches(db: Session, key: int, fast: bool):
    if fast:
        stmt = select(Boat).where(Boat.id == key)
    return db.scalars(stmt).first()
