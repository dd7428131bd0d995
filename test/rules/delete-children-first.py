# %% file shop/__init__.py
# %% file shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Album(Base):
    __tablename__ = "albums"
    id = Column(Integer, primary_key=True)


class Track(Base):
    __tablename__ = "tracks"
    id = Column(Integer, primary_key=True)
    album_id = Column(Integer, ForeignKey("albums.id", ondelete="CASCADE"), nullable=False)
    loan_id = Column(Integer, ForeignKey("loans.id"))


class Loan(Base):
    __tablename__ = "loans"
    id = Column(Integer, primary_key=True)


class Shelf(Base):
    __tablename__ = "shelves"
    id = Column(Integer, primary_key=True)
    slots = relationship("Slot", cascade="all, delete-orphan")


class Slot(Base):
    __tablename__ = "slots"
    id = Column(Integer, primary_key=True)
    shelf_id = Column(Integer, ForeignKey("shelves.id"), nullable=False)

# %% flagged in shop/a.py: one row, in bulk, and in 2.0 style {"trustDatabaseCascade": false}
from sqlalchemy import delete
from sqlalchemy.orm import Session

from shop.models import Album, Track


def one(db: Session, album: Album) -> None:
    db.delete(album)
    #<~~~~~~~~~~~~~~ Delete `Track` first


def bulk(db: Session, key: int) -> None:
    db.query(Album).filter(Album.id == key).delete()
    #<
    db.query(Track).delete()


async def new_style(session, key: int) -> None:
    await session.execute(delete(Album).where(Album.id == key))
    #                     ~~~~~~~~~~~~~ Album

# %% fixed
from sqlalchemy import delete
from sqlalchemy.orm import Session

from shop.models import Album, Track


def one(db: Session, album: Album) -> None:
    db.execute(delete(Track).where(Track.album_id == album.id))
    db.delete(album)


def bulk(db: Session, key: int) -> None:
    db.query(Track).delete()
    db.query(Album).filter(Album.id == key).delete()


async def new_style(session, key: int) -> None:
    await session.execute(delete(Track).where(Track.album_id == key))
    await session.execute(delete(Album).where(Album.id == key))

# %% clean in shop/b.py: children first, by a helper, in a loop over classes; keys that may be null; the ORM's cascade; other deletes
from sqlalchemy import delete

from shop.models import Album, Loan, Shelf, Track


def clear(db, album):
    for track in db.query(Track).filter(Track.album_id == album.id):
        db.delete(track)


def one(db, album: Album):
    clear(db, album)
    db.delete(album)


def classes(db):
    for model in (Track, Album):
        db.execute(delete(model))


def loan(db, loan: Loan):
    db.delete(loan)


def shelf(db, shelf: Shelf):
    db.delete(shelf)


def others(cache, client, album: Album):
    cache.delete(f"album:{album.id}")
    client.delete("/albums")

# %% clean in shop/c.py: the database deletes them too
from shop.models import Album


def one(db, album: Album):
    db.delete(album)

# %% flagged in shop/d.py: the ORM's cascade by a backref helps single rows, not deletions in bulk
from sqlalchemy import delete

from shop.parts import Engine


def one(db, engine: Engine):
    db.delete(engine)


def bulk(db, year):
    db.query(Engine).filter(Engine.year == year).delete()
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Valve`
    db.execute(delete(Engine).where(Engine.year == 0))
    #          ~~~~~~~~~~~~~~ `Valve`
# %% file shop/parts.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import backref, declarative_base, relationship

Base = declarative_base()


class Engine(Base):
    __tablename__ = "engines"
    id = Column(Integer, primary_key=True)
    year = Column(Integer)


class Valve(Base):
    __tablename__ = "valves"
    id = Column(Integer, primary_key=True)
    engine_id = Column(ForeignKey(Engine.id), nullable=False)
    engine = relationship(Engine, backref=backref("valves", cascade="all, delete-orphan"))

# %% fixed
from sqlalchemy import delete, select

from shop.parts import Engine, Valve


def one(db, engine: Engine):
    db.delete(engine)


def bulk(db, year):
    db.execute(delete(Valve).where(Valve.engine_id.in_(select(Engine.id).where(Engine.year == year))))
    db.query(Engine).filter(Engine.year == year).delete()
    db.execute(delete(Valve).where(Valve.engine_id.in_(select(Engine.id).where(Engine.year == 0))))
    db.execute(delete(Engine).where(Engine.year == 0))

# %% clean in shop/e.py: a copy of a table in a migration is the same table
from shop.models import Album, Track


def remove(db, album: Album):
    for track in db.query(Track).filter(Track.album_id == album.id):
        db.delete(track)
    db.delete(album)
# %% file migrations/versions/0001_start.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Track(Base):
    __tablename__ = "tracks"
    id = Column(Integer, primary_key=True)
    album_id = Column(Integer, ForeignKey("albums.id"), nullable=False)

# %% flagged: statements by key, written as the file writes its own
from sqlalchemy import Column, ForeignKey, Integer, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Ship(Base):
    __tablename__ = "ships"
    id = Column(Integer, primary_key=True)


class Cabin(Base):
    __tablename__ = "cabins"
    id = Column(Integer, primary_key=True)
    ship_id = Column(ForeignKey("ships.id"), nullable=False)


class Crew(Base):
    __tablename__ = "crews"
    id = Column(Integer, primary_key=True)
    ship_id = Column(ForeignKey("ships.id"), nullable=False)


async def scrap(session: AsyncSession, ship_id: int) -> None:
    await session.execute(delete(Ship).where(Ship.id == ship_id))
    #                     ~~~~~~~~~~~~ `Cabin` and `Crew`


async def scrap_late(session: AsyncSession, ship: Ship) -> None:
    await session.delete(ship)
    #     ~~~~~~~~~~~~~~~~~~~~ `Cabin` and `Crew`
    await session.execute(delete(Cabin))
    await session.execute(delete(Crew))

# %% fixed
from sqlalchemy import Column, ForeignKey, Integer, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Ship(Base):
    __tablename__ = "ships"
    id = Column(Integer, primary_key=True)


class Cabin(Base):
    __tablename__ = "cabins"
    id = Column(Integer, primary_key=True)
    ship_id = Column(ForeignKey("ships.id"), nullable=False)


class Crew(Base):
    __tablename__ = "crews"
    id = Column(Integer, primary_key=True)
    ship_id = Column(ForeignKey("ships.id"), nullable=False)


async def scrap(session: AsyncSession, ship_id: int) -> None:
    await session.execute(delete(Cabin).where(Cabin.ship_id == ship_id))
    await session.execute(delete(Crew).where(Crew.ship_id == ship_id))
    await session.execute(delete(Ship).where(Ship.id == ship_id))


async def scrap_late(session: AsyncSession, ship: Ship) -> None:
    await session.execute(delete(Cabin))
    await session.execute(delete(Crew))
    await session.delete(ship)

# %% flagged: rows of one table under several classes
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Dock(Base):
    __tablename__ = "docks"
    id: Mapped[int] = mapped_column(primary_key=True)


class Signal(Base):
    __tablename__ = "signals"
    id: Mapped[int] = mapped_column(primary_key=True)
    dock_id: Mapped[int] = mapped_column(ForeignKey("docks.id"))


class Horn(Signal):
    pass


class Lamp(Signal):
    pass


def close(db, dock: Dock):
    db.delete(dock)
    #<~~~~~~~~~~~~~ while `Signal` rows still point at them, which breaks their foreign key. Delete `Signal` first.
    db.commit()

# %% fixed
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Dock(Base):
    __tablename__ = "docks"
    id: Mapped[int] = mapped_column(primary_key=True)


class Signal(Base):
    __tablename__ = "signals"
    id: Mapped[int] = mapped_column(primary_key=True)
    dock_id: Mapped[int] = mapped_column(ForeignKey("docks.id"))


class Horn(Signal):
    pass


class Lamp(Signal):
    pass


def close(db, dock: Dock):
    db.query(Signal).filter(Signal.dock_id == dock.id).delete()
    db.delete(dock)
    db.commit()

# %% flagged in shop/old.py: the older style, with conditions of several kinds
from sqlalchemy.orm import Session

from shop.models import Shelf


def clear(db: Session, low: int, high: int) -> int:
    gone = db.query(Shelf).filter(Shelf.id > low, Shelf.id < high).delete()
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Slot`
    return gone


def clear_listed(db: Session, low: int) -> None:
    db.query(Shelf).filter_by(id=low).delete()
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Slot`


def clear_late(db: Session, shelf: Shelf) -> None:
    db.query(Shelf).filter(Shelf.id == shelf.id).delete()
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Slot`
    for slot in shelf.slots:
        db.delete(slot)
    db.commit()

# %% fixed
from sqlalchemy.orm import Session

from shop.models import Shelf, Slot


def clear(db: Session, low: int, high: int) -> int:
    db.query(Slot).filter(Slot.shelf_id.in_(db.query(Shelf.id).filter(Shelf.id > low, Shelf.id < high))).delete(synchronize_session=False)
    gone = db.query(Shelf).filter(Shelf.id > low, Shelf.id < high).delete()
    return gone


def clear_listed(db: Session, low: int) -> None:
    db.query(Slot).filter(Slot.shelf_id == low).delete()
    db.query(Shelf).filter_by(id=low).delete()


def clear_late(db: Session, shelf: Shelf) -> None:
    for slot in shelf.slots:
        db.delete(slot)
    db.query(Shelf).filter(Shelf.id == shelf.id).delete()
    db.commit()

# %% flagged in shop/lanes.py: the session nulls the keys of a relationship before the database can delete the rows
from sqlalchemy import ForeignKey, delete
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Lane(Base):
    __tablename__ = "lanes"
    id: Mapped[int] = mapped_column(primary_key=True)
    pins: Mapped[list["Pin"]] = relationship(back_populates="lane")


class Pin(Base):
    __tablename__ = "pins"
    id: Mapped[int] = mapped_column(primary_key=True)
    lane_id: Mapped[int] = mapped_column(ForeignKey("lanes.id", ondelete="CASCADE"))
    lane: Mapped[Lane] = relationship(back_populates="pins")


def close(db: Session, lane: Lane) -> None:
    db.delete(lane)
    #<~~~~~~~~~~~~~ `Pin`


def close_all(db: Session) -> None:
    db.execute(delete(Lane))

# %% flagged in api/src/depot/close.py: what is imported is named as Python finds it
from sqlalchemy.orm import Session

from depot.models.crate import Crate


def close(db: Session, crate: Crate) -> None:
    db.delete(crate)
    #<~~~~~~~~~~~~~~ `Label`
# %% file api/src/depot/__init__.py
# %% file api/src/depot/models/__init__.py
# %% file api/src/depot/models/crate.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Crate(Base):
    __tablename__ = "crates"
    id: Mapped[int] = mapped_column(primary_key=True)
# %% file api/src/depot/models/label.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from depot.models.crate import Base


class Label(Base):
    __tablename__ = "labels"
    id: Mapped[int] = mapped_column(primary_key=True)
    crate_id: Mapped[int] = mapped_column(ForeignKey("crates.id"))
# %% fixed
from sqlalchemy.orm import Session

from depot.models.crate import Crate
from depot.models.label import Label


def close(db: Session, crate: Crate) -> None:
    db.query(Label).filter(Label.crate_id == crate.id).delete()
    db.delete(crate)

# %% flagged in shop/f.py: rows of a secondary table go with the object, not with deletions in bulk or where it is only looked at
from sqlalchemy import delete

from shop.links import Boat, Crew, Pier


def one(db, crew: Crew, boat: Boat):
    db.delete(crew)
    db.delete(boat)


def bulk(db):
    db.execute(delete(Crew).where(Crew.id == 0))
    #          ~~~~~~~~~~~~ `CrewBoat`


def seen(db, pier: Pier):
    db.delete(pier)
    #<~~~~~~~~~~~~~ `PierBerth`
# %% file shop/links.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class CrewBoat(Base):
    __tablename__ = "crew_boats"
    crew_id: Mapped[int] = mapped_column(ForeignKey("crews.id"), primary_key=True)
    boat_id: Mapped[int] = mapped_column(ForeignKey("boats.id"), primary_key=True)


class Crew(Base):
    __tablename__ = "crews"
    id: Mapped[int] = mapped_column(primary_key=True)
    boats: Mapped[list["Boat"]] = relationship(secondary=CrewBoat.__table__, back_populates="crews")


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
    crews: Mapped[list["Crew"]] = relationship(secondary="crew_boats", back_populates="boats")


class PierBerth(Base):
    __tablename__ = "pier_berths"
    pier_id: Mapped[int] = mapped_column(ForeignKey("piers.id"), primary_key=True)


class Pier(Base):
    __tablename__ = "piers"
    id: Mapped[int] = mapped_column(primary_key=True)
    berths: Mapped[list["Boat"]] = relationship(secondary="pier_berths", viewonly=True)

# %% clean in harbour/models.py: another application's table of the name, and rows that a loop points elsewhere
from sqlalchemy import ForeignKey, delete, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)


class Dinghy(Base):
    __tablename__ = "dinghies"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("owner.id"))


def merge(session: Session, one: int, other: int) -> None:
    tables = [Dinghy]
    for table in tables:
        session.execute(update(table).where(table.owner_id == other).values(owner_id=one))
    session.execute(delete(Owner).where(Owner.id == other))
# %% file garage/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Driver(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)


class Car(Base):
    __tablename__ = "cars"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("owner.id"))

# %% clean in harbour/close.py: it refuses while children point at the row
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from harbour.models import Berth, Boat


def close(db: Session, berth: Berth) -> None:
    statement = select(Boat).where(Boat.berth_id == berth.id)
    moored = db.execute(statement)
    if moored.first():
        raise ValueError("boats lie here")
    db.delete(berth)
    db.commit()


def close_counted(db: Session, berth: Berth) -> bool:
    count = db.scalar(select(func.count()).select_from(Boat).where(Boat.berth_id == berth.id))
    if count > 0:
        return False
    db.delete(berth)
    db.commit()
    return True
# %% file harbour/__init__.py
# %% file harbour/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Berth(Base):
    __tablename__ = "berths"
    id = Column(Integer, primary_key=True)


class Boat(Base):
    __tablename__ = "boats"
    id = Column(Integer, primary_key=True)
    berth_id = Column(Integer, ForeignKey("berths.id"), nullable=False)

# %% flagged: the module of the models is imported as a whole
from sqlalchemy.orm import Session

from shop import models


def drop(db: Session, key: int) -> None:
    order = db.query(models.Order).filter(models.Order.id == key).first()
    db.delete(order)
#   ~~~~~~~~~~~~~~~~
    db.commit()
# %% file shop/__init__.py
# %% file shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)


class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(Integer, ForeignKey("orders.id"), nullable=False)
# %% fixed
from sqlalchemy.orm import Session

from shop import models


def drop(db: Session, key: int) -> None:
    order = db.query(models.Order).filter(models.Order.id == key).first()
    db.query(models.Line).filter(models.Line.order_id == order.id).delete()
    db.delete(order)
    db.commit()
