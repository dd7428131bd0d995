# %% file shop/__init__.py
# %% file shop/queries.py
from sqlalchemy import func, or_, select

from shop.models import Visit


def a(db, code, place):
    return db.query(Visit).filter(Visit.code == code, Visit.place == place).order_by(Visit.at.desc()).all()


def b(db, code, place):
    return db.scalars(select(Visit).where(or_(Visit.code == code, Visit.code.is_(None))).order_by(Visit.at))


def c(db, slug, done):
    return db.query(Visit).filter_by(slug=slug, done=done, room=1, key=2).filter(func.lower(Visit.note) == "x").all()


def d(db, slug, done):
    query = db.query(Visit).filter(Visit.slug == slug, Visit.done.is_(done), Visit.room == 1, Visit.key == 2)
    return query.filter(func.lower(Visit.note) == "x").all()

# %% flagged in shop/models.py: filtered and sorted by in two places
from sqlalchemy import Boolean, Column, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Visit(Base):
    __tablename__ = "visits"
    __table_args__ = (UniqueConstraint("room", "note"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    #<~~~~~~~~~~~~~~~ 2 places
    at = Column(Integer)
    #<~~~~~~~~~~~~~~~~~~ Visit.at
    slug = Column(String, index=True)
    place = Column(String)
    done = Column(Boolean)
    room = Column(Integer)
    note = Column(String)
    key = Column(Integer, unique=True)
# %% fixed
from sqlalchemy import Boolean, Column, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Visit(Base):
    __tablename__ = "visits"
    __table_args__ = (UniqueConstraint("room", "note"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(index=True)
    at = Column(Integer, index=True)
    slug = Column(String, index=True)
    place = Column(String)
    done = Column(Boolean)
    room = Column(Integer)
    note = Column(String)
    key = Column(Integer, unique=True)

# %% clean in shop/models.py: a team that calls only three places frequent {"uses": 3}
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Visit(Base):
    __tablename__ = "visits"
    id = Column(Integer, primary_key=True)
    code = Column(String)
    at = Column(Integer)

# %% flagged in shop/tables.py: through aliases, gathered conditions and the columns of SQLModel
from sqlmodel import Field, Index, SQLModel


class Crate(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    lot: str
    #<~~~~~~ 2 places
    grade: int = 0
    #<~~~~~~~~~~~~ 2 places
    shelf: str = Field(max_length=9)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 2 places
    label: str
    origin: str
    #<~~~~~~~~~ 2 places
    note: str
    seen: bool = False


class Pallet(SQLModel, table=True):
    @classmethod
    def __table_args__(cls):
        return (Index("ix_pallet_dock", text("dock DESC")),)

    id: int | None = Field(default=None, primary_key=True)
    dock: str
# %% file shop/crates.py
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from shop.tables import Crate, Pallet


def of_lot(db, lot):
    twin = aliased(Crate)
    stmt = select(twin).where(twin.lot == lot)
    return db.exec(stmt.where(col(twin.grade).in_([1, 2])))


def named(db, lot, shelf=None):
    conditions = [Crate.lot == lot]
    if shelf:
        conditions.append(Crate.shelf == shelf)
    return db.exec(select(Crate).where(*conditions).order_by(col(Crate.grade).desc()))


def in_shelf(db, shelf, text):
    db.exec(select(Crate).where(Crate.label.like("%x%"), Crate.origin.like("EU%")))
    db.exec(select(Crate).where(Crate.label.like("%x%"), Crate.origin.like(f"U{text}%"), Crate.seen))
    matching = Crate.shelf == shelf
    return db.exec(select(Crate).where(matching, Crate.seen))


def docks(db, dock):
    db.exec(select(Pallet).where(Pallet.dock == dock))
    return db.exec(select(Pallet).order_by(Pallet.dock))
# %% fixed
from sqlmodel import Field, Index, SQLModel


class Crate(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    lot: str = Field(index=True)
    grade: int = Field(default=0, index=True)
    shelf: str = Field(max_length=9, index=True)
    label: str
    origin: str = Field(index=True)
    note: str
    seen: bool = False


class Pallet(SQLModel, table=True):
    @classmethod
    def __table_args__(cls):
        return (Index("ix_pallet_dock", text("dock DESC")),)

    id: int | None = Field(default=None, primary_key=True)
    dock: str

# %% clean: what no index would serve, few values, and one row
from enum import StrEnum

from sqlalchemy import String, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class State(StrEnum):
    MOORED = "moored"


class Tug(Base):
    __tablename__ = "tugs"
    id: Mapped[int] = mapped_column(primary_key=True)
    call_sign: Mapped[str] = mapped_column(String(8), unique=True)
    power: Mapped[int]
    pull: Mapped[int]
    state: Mapped[str] = mapped_column(String(20), default=State.MOORED)
    owner: Mapped[str | None]


def strong(db):
    return db.scalars(select(Tug).where(Tug.power + Tug.pull > 9, Tug.owner.is_not(None), Tug.state == State.MOORED))


def weak(db):
    return db.scalars(select(Tug).where(Tug.power * 2 < Tug.pull + 1, Tug.owner != "", Tug.state != State.MOORED))


def one(db, tug_id, sign, owner):
    return db.scalars(select(Tug).where(Tug.id == tug_id, Tug.owner == owner, Tug.power == 3))


def other(db, sign, owner):
    return db.scalars(select(Tug).where(Tug.call_sign == sign, Tug.owner == owner, Tug.power > 3))

# %% clean: whether a value is there at all
from sqlalchemy import String, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pilot(Base):
    __tablename__ = "pilots"
    id: Mapped[int] = mapped_column(primary_key=True)
    photo: Mapped[str | None] = mapped_column(String)


def without(db):
    return db.scalars(select(Pilot).where(Pilot.photo.is_(None)))


def lacking(db):
    return db.scalars(select(Pilot).where(Pilot.photo == None))  # noqa: E711


def also(db):
    return db.scalars(select(Pilot).where(Pilot.photo.is_(None), Pilot.id > 3))

# %% flagged in shop/visits.py: an order within one parent's rows counts, and members of an enumeration are few
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Kind(StrEnum):
    TOUR = "tour"


class Guest(Base):
    __tablename__ = "guests"
    id: Mapped[int] = mapped_column(primary_key=True)


class Visit(Base):
    __tablename__ = "visits"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guests.id"))
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Visit.guest_id
    began: Mapped[str]
    #<~~~~~~~~~~~~~~~~ Visit.began
    kind: Mapped[str]


def latest(db, key):
    return db.query(Visit).filter(Visit.guest_id == key).order_by(Visit.began.desc()).first()


def first(db, key):
    return db.query(Visit).filter(Visit.guest_id == key, Visit.began > "2").order_by(Visit.began).first()


def tours(db):
    return db.query(Visit).filter(Visit.kind == Kind.TOUR).all()


def by_kind(db, kind):
    return db.query(Visit).filter(Visit.kind == kind).all()

# %% flagged in shop/seats.py: behind the columns that an index begins with it serves, alone it does not
from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Seat(Base):
    __tablename__ = "seats"
    __table_args__ = (Index("ix_seats", "hall", "row", func.lower("label")), UniqueConstraint("hall", "ticket"), Index("ix_gates", "hall", "gate"))
    id: Mapped[int] = mapped_column(primary_key=True)
    hall: Mapped[int]
    row: Mapped[int]
    label: Mapped[str]
    ticket: Mapped[str]
    #<~~~~~~~~~~~~~~~~~ Seat.ticket
    gate: Mapped[str]
    #<~~~~~~~~~~~~~~~ Seat.gate


def in_row(db, hall, row):
    return db.scalars(select(Seat).where(Seat.hall == hall, Seat.row == row))


def rows(db, hall):
    return db.query(Seat).filter(Seat.hall == hall).order_by(Seat.row).all()


def of_row(db, hall, row):
    return db.query(Seat).filter_by(hall=hall).filter(Seat.row == row).first()


def with_ticket(db, ticket):
    return db.query(Seat).filter(Seat.ticket == ticket).first()


def has_ticket(db, hall, ticket):
    return db.query(Seat).filter_by(ticket=ticket).count() > 0


def at_gate(db, hall, gate):
    return db.query(Seat).filter(Seat.hall == hall, Seat.gate == gate).first()


def through_gate(db, gate):
    return db.query(Seat).filter(Seat.gate == gate).count()

# %% clean: an index below its class serves in the same way
from sqlalchemy import Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Berth(Base):
    __tablename__ = "berths"
    id: Mapped[int] = mapped_column(primary_key=True)
    quay: Mapped[int]
    place: Mapped[int]


Index("ix_berths", Berth.quay, Berth.place)


def at(db, quay, place):
    return db.query(Berth).filter(Berth.place == place, Berth.quay == quay).first()


def along(db, quay):
    return db.query(Berth).filter_by(quay=quay).order_by(Berth.place).all()

# %% clean: what an aggregate picks out of rows that are there already
import sqlalchemy as sa
from sqlalchemy import func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Trip(Base):
    __tablename__ = "trips"
    id: Mapped[int] = mapped_column(primary_key=True)
    length: Mapped[int]


def short(db):
    return db.scalar(select(func.count().filter(Trip.length < 10)))


def long(db):
    return db.scalar(select(sa.func.sum(Trip.length).filter(Trip.length > 10)))

# %% clean in shop/returns.py: only asked for a few words of the code
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Return(Base):
    __tablename__ = "returns"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]


def lost(session):
    return session.scalars(select(Return).where(Return.state == "lost"))


def open_ones(session):
    return session.scalars(select(Return).where(Return.state.in_(["new", "sent"])))


def new(session):
    return session.query(Return).filter_by(state="new").all()

# %% flagged in shop/returns.py: also asked for what somebody gives
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Return(Base):
    __tablename__ = "returns"
    id: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str]
    #<~~~~~~~~~~~~~~~~~ `Return.reason`


def lost(session):
    return session.scalars(select(Return).where(Return.reason == "lost"))


def given(session, reason: str):
    return session.scalars(select(Return).where(Return.reason == reason))

# %% clean: the key of one way or the other
from typing import Annotated

from sqlalchemy import BigInteger, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

IS_PLAIN = True
key_type = Annotated[
    int,
    mapped_column(BigInteger, primary_key=True) if IS_PLAIN else mapped_column(primary_key=True, default=lambda: 7),
]


class Base(DeclarativeBase):
    pass


class Lamp(Base):
    __tablename__ = "lamps"
    id: Mapped[key_type] = mapped_column(init=False)
    name: Mapped[str]


def one(session, key):
    return session.scalars(select(Lamp).where(Lamp.id == key)).first()


def others(session, key):
    return session.scalars(select(Lamp).where(Lamp.id > key)).all()

# %% clean: indexes that a method of the class names, and values that no index holds
from sqlalchemy import Index, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Buoy(Base):
    __tablename__ = "buoys"

    @declared_attr
    def __table_args__(cls):
        return (Index("buoys_laid_idx", cls.laid.desc()), Index("buoys_code_idx", cls.code))

    id: Mapped[int] = mapped_column(primary_key=True)
    laid: Mapped[int]
    code: Mapped[str]
    marks: Mapped[dict] = mapped_column(JSONB)


def one(session, code, marks):
    return session.scalars(select(Buoy).where(Buoy.code == code, Buoy.marks == marks)).first()


def last(session, code, marks):
    query = select(Buoy).where(Buoy.code != code, Buoy.marks != marks).order_by(Buoy.laid.desc())
    return session.scalars(query).first()


def first(session, since):
    return session.scalars(select(Buoy).where(Buoy.laid > since).order_by(Buoy.laid)).first()

# %% clean in shop/keys.py: what chooses among one row, in whichever call, and members of an enumeration by way of a parameter
from enum import Enum

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Kind(Enum):
    OAR = "oar"
    SAIL = "sail"


class Rental(Base):
    __tablename__ = "rentals"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    owner: Mapped[int]
    kind: Mapped[str]


def one(session, owner, key):
    return session.scalars(select(Rental).where(Rental.owner == owner).where(Rental.id == key)).first()


def coded(session, owner, code):
    return session.query(Rental).filter(Rental.code == code).filter(Rental.owner == owner).first()


def of_kind(session, kind: Kind):
    return session.scalars(select(Rental).where(Rental.kind == kind.value)).all()


def latest(session, kind: Kind):
    return session.scalars(select(Rental).where(Rental.kind == kind.value).limit(1)).all()

# %% flagged in shop/berths.py: beside a key with an index, or among rows of known keys, it is only looked through
from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pier(Base):
    __tablename__ = "piers"
    id: Mapped[int] = mapped_column(primary_key=True)


class Berth(Base):
    __tablename__ = "berths"
    id: Mapped[int] = mapped_column(primary_key=True)
    pier_id: Mapped[int] = mapped_column(ForeignKey("piers.id"), index=True)
    number: Mapped[int]
    lock: Mapped[str]
    depth: Mapped[int]
    #<~~~~~~~~~~~~~~~~ Berth.depth
    length: Mapped[int]
    #<~~~~~~~~~~~~~~~~~ Berth.length


def at(db, pier, number):
    return db.scalars(select(Berth).where(Berth.pier_id == pier, Berth.number == number, Berth.depth > 3))


def numbered(db, pier, number):
    return db.query(Berth).filter_by(pier_id=pier).filter(Berth.number > number).order_by(Berth.length).all()


def unlock(db, keys, lock):
    db.execute(update(Berth).where(Berth.id.in_(keys), Berth.lock == lock).values(lock=None))


def unlock_one(db, key, lock):
    db.execute(update(Berth).where(Berth.id == key, Berth.lock == lock).values(lock=None))


def deep(db, depth):
    return db.scalars(select(Berth).where(Berth.depth > depth).order_by(Berth.length))
# %% fixed
from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Pier(Base):
    __tablename__ = "piers"
    id: Mapped[int] = mapped_column(primary_key=True)


class Berth(Base):
    __tablename__ = "berths"
    id: Mapped[int] = mapped_column(primary_key=True)
    pier_id: Mapped[int] = mapped_column(ForeignKey("piers.id"), index=True)
    number: Mapped[int]
    lock: Mapped[str]
    depth: Mapped[int] = mapped_column(index=True)
    length: Mapped[int] = mapped_column(index=True)


def at(db, pier, number):
    return db.scalars(select(Berth).where(Berth.pier_id == pier, Berth.number == number, Berth.depth > 3))


def numbered(db, pier, number):
    return db.query(Berth).filter_by(pier_id=pier).filter(Berth.number > number).order_by(Berth.length).all()


def unlock(db, keys, lock):
    db.execute(update(Berth).where(Berth.id.in_(keys), Berth.lock == lock).values(lock=None))


def unlock_one(db, key, lock):
    db.execute(update(Berth).where(Berth.id == key, Berth.lock == lock).values(lock=None))


def deep(db, depth):
    return db.scalars(select(Berth).where(Berth.depth > depth).order_by(Berth.length))

# %% clean in shop/events.py: only asked for the names of classes
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from shop.payloads import Laid, Lifted


class Base(DeclarativeBase):
    pass


class Event(Base):
    __tablename__ = "events"
    id: Mapped[int] = mapped_column(primary_key=True)
    payload: Mapped[str]


def laid(session):
    return session.scalars(select(Event).where(Event.payload == Laid.__name__)).all()


def lifted(session):
    return session.scalars(select(Event).where(Event.payload == Lifted.__name__)).all()

# %% clean in shop/locks.py: members of an enumeration that another project defines
from sqlmodel import Field, Session, SQLModel, select

from canals.shared import states


class Lock(SQLModel, table=True):
    id: int = Field(primary_key=True)
    state: states.LockState = Field(states.LockState.shut)


def open_locks(session: Session):
    return session.exec(select(Lock).where(Lock.state == states.LockState.open)).all()


def shut_locks(session: Session):
    return session.exec(select(Lock).where(Lock.state == states.LockState.shut)).all()

# %% flagged in flats/models.py: Flask-SQLAlchemy's queries that begin at the model
from flats.extensions import db


class Flat(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    floor = db.Column(db.Integer)
    street = db.Column(db.String(80))
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Flat.street
# %% file flats/__init__.py
# %% file flats/extensions.py
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
# %% file flats/views.py
from flats.models import Flat


def in_street(street):
    return Flat.query.filter_by(street=street, floor=1).all()


def count(street):
    return Flat.query.order_by(Flat.id).filter_by(street=street).count()

# %% flagged in shop/trips.py: foreign keys alone, however often they are queried {"foreignKeys": true}
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20))


class Trip(Base):
    __tablename__ = "trips"
    id: Mapped[int] = mapped_column(primary_key=True)
    boat_id: Mapped[int] = mapped_column(ForeignKey("boats.id"))
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Trip.boat_id` is a foreign key without an index
    home_id: Mapped[int] = mapped_column(ForeignKey("boats.id"), index=True)
    code: Mapped[str] = mapped_column(String(20))
# %% file shop/trip_queries.py
from sqlalchemy import select

from shop.trips import Trip


def by_code(db, code):
    return db.scalars(select(Trip).where(Trip.code == code)).all()


def is_known(db, code):
    return db.scalars(select(Trip).where(Trip.code == code)).first()
# %% fixed
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20))


class Trip(Base):
    __tablename__ = "trips"
    id: Mapped[int] = mapped_column(primary_key=True)
    boat_id: Mapped[int] = mapped_column(ForeignKey("boats.id"), index=True)
    home_id: Mapped[int] = mapped_column(ForeignKey("boats.id"), index=True)
    code: Mapped[str] = mapped_column(String(20))
