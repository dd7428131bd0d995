# %% file shop/__init__.py
# %% file shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    orders = relationship("Order", back_populates="customer")
    region = relationship("Region", lazy="joined")
    region_id = Column(Integer, ForeignKey("regions.id"))


class Region(Base):
    __tablename__ = "regions"
    id = Column(Integer, primary_key=True)
    name = Column(String)


class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    customer_id = Column(Integer, ForeignKey("customers.id"))
    customer = relationship("Customer", back_populates="orders")
    lines = relationship("Line", backref="order")
    audits = relationship("Audit", lazy="dynamic")
    products = association_proxy("lines", "product")

    @property
    def customer_name(self):
        return self.customer.name


class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(Integer, ForeignKey("orders.id"))
    product_id = Column(Integer, ForeignKey("products.id"))
    product = relationship("Product")


class Product(Base):
    __tablename__ = "products"
    id = Column(Integer, primary_key=True)
    name = Column(String)


class Audit(Base):
    __tablename__ = "audits"
    id = Column(Integer, primary_key=True)
    order_id = Column(Integer, ForeignKey("orders.id"))

# %% file flask_shop/__init__.py
# %% file flask_shop/extensions.py
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
# %% file flask_shop/models.py
from flask_shop.extensions import db


class Person(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    notes = db.relationship("Note", backref="person", lazy=True)

    @property
    def latest(self):
        return Note.query.filter_by(person_id=self.id).order_by(Note.id.desc()).first()


class Note(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    person_id = db.Column(db.ForeignKey("person.id"))
# %% file pages/__init__.py
# %% file pages/schemas.py
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")


class LineOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int


class OrderOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int
    lines: list[LineOut]


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int


class OrderPage(BaseModel):
    orders: list[OrderOut]
# %% file keys/__init__.py
# %% file keys/models.py
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
owners = Table("owners", Base.metadata, Column("id", Integer, primary_key=True))


class Team(Base):
    __tablename__ = "teams"
    id = Column(Integer, primary_key=True)
    name = Column(Integer)


class Player(Base):
    __tablename__ = "players"
    id = Column(Integer, primary_key=True)
    team_id = Column(Integer, ForeignKey(Team.id))
    team = relationship(Team)


class Coach(Base):
    __tablename__ = "coaches"
    id = Column(Integer, primary_key=True)
    player_id = Column(Integer, ForeignKey(Player.id))
    player = relationship(Player)

# %% file yard/models/__init__.py
from .boats import Boat, Pier

# %% file yard/models/boats.py
from django.db import models


class Pier(models.Model):
    name = models.CharField(max_length=20)


class Boat(models.Model):
    name = models.CharField(max_length=20)
    pier = models.ForeignKey(Pier, on_delete=models.CASCADE)
    owner = models.OneToOneField("Owner", on_delete=models.CASCADE)
    flags = models.ManyToManyField("Flag")


class Ferry(models.Model):
    pier = models.ForeignKey(Pier, on_delete=models.CASCADE)
    objects = FerryManager()

# %% flagged in shop/a.py: a for loop over all rows
from sqlalchemy.orm import Session

from shop.models import Order


def names(db: Session):
    orders = db.query(Order).all()
    for order in orders:
        print(order.customer.name)
        #     ~~~~~~~~~~~~~~ Order.customer
# %% fixed
from sqlalchemy.orm import Session, joinedload

from shop.models import Order


def names(db: Session):
    orders = db.query(Order).options(joinedload(Order.customer)).all()
    for order in orders:
        print(order.customer.name)

# %% flagged in shop/b.py: two hops of one expression are one finding with one chain
from sqlalchemy import select

from shop.models import Line


def names(session):
    return [line.order.customer.name for line in session.scalars(select(Line))]
    #       ~~~~~~~~~~ Line.order
# %% fixed
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from shop.models import Line, Order


def names(session):
    return [line.order.customer.name for line in session.scalars(select(Line).options(joinedload(Line.order).joinedload(Order.customer)))]

# %% flagged in shop/c.py: the second hop goes on from the option that is there
from sqlalchemy.orm import selectinload

from shop import models


def products(db):
    rows = (
        db.query(models.Order)
        .options(
            selectinload(models.Order.lines),
        )
        .all()
    )
    for order in rows:
        for line in order.lines:
            yield line.product.name
            #     ~~~~~~~~~~~~ Line.product
# %% fixed
from sqlalchemy.orm import selectinload

from shop import models


def products(db):
    rows = (
        db.query(models.Order)
        .options(
            selectinload(models.Order.lines).joinedload(models.Line.product),
        )
        .all()
    )
    for order in rows:
        for line in order.lines:
            yield line.product.name

# %% flagged in shop/d.py: a sort key, and the team's loader for a collection of the older style {"loader": "joinedload"}
from shop.models import Order


def by_size(db):
    return sorted(db.query(Order), key=lambda order: len(order.lines))
    #                                                    ~~~~~~~~~~~ Order.lines
# %% fixed
from sqlalchemy.orm import joinedload

from shop.models import Order


def by_size(db):
    return sorted(db.query(Order).options(joinedload(Order.lines)), key=lambda order: len(order.lines))

# %% flagged in shop/e.py: a property and a helper read it, and the call shows where
from shop.models import Order


def label(order):
    return f"{order.customer.name}: {order.id}"


def labels(db):
    query = db.query(Order)
    return [label(order) for order in query]
    #       ~~~~~~~~~~~~ Order.customer


def short(db):
    return [order.customer_name for order in db.query(Order).limit(5)]
    #       ~~~~~~~~~~~~~~~~~~~ Order.customer
# %% fixed
from sqlalchemy.orm import joinedload

from shop.models import Order


def label(order):
    return f"{order.customer.name}: {order.id}"


def labels(db):
    query = db.query(Order).options(joinedload(Order.customer))
    return [label(order) for order in query]


def short(db):
    return [order.customer_name for order in db.query(Order).options(joinedload(Order.customer)).limit(5)]

# %% flagged in shop/f.py: a dynamic relationship has no loader
from shop.models import Order


def counts(db):
    for order in db.query(Order).all():
        yield order.audits.count()
        #     ~~~~~~~~~~~~ it cannot be loaded with them

# %% flagged in shop/g.py: rows that every caller hands in
from shop.models import Order


def show(orders):
    for order in orders:
        print(order.customer.name)
        #     ~~~~~~~~~~~~~~ Order.customer


def main(db):
    show(db.query(Order).filter(Order.id > 5).all())
# %% fixed
from sqlalchemy.orm import joinedload

from shop.models import Order


def show(orders):
    for order in orders:
        print(order.customer.name)


def main(db):
    show(db.query(Order).options(joinedload(Order.customer)).filter(Order.id > 5).all())

# %% clean in shop/h.py: one of the callers hands in rows that are loaded
from sqlalchemy.orm import joinedload

from shop.models import Order


def show(orders):
    for order in orders:
        print(order.customer.name)


def main(db):
    show(db.query(Order).all())


def other(db):
    show(db.query(Order).options(joinedload(Order.customer)).all())

# %% clean in shop/i.py: loaded, single, unknown, written, in hand, or left at once
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from shop.models import Customer, Order

LOADED = (joinedload(Order.customer), selectinload(Order.lines))


def with_lines(query, wanted):
    if wanted:
        return query.options(selectinload(Order.lines))
    return query


def loaded(db):
    for order in db.query(Order).options(*LOADED):
        print(order.customer.name, order.lines, order.customer.region.name)


def by_flag(db):
    return [len(order.lines) for order in with_lines(db.query(Order), True).all()]


def joined(db):
    rows = db.query(Order).join(Order.customer).options(contains_eager(Order.customer))
    return {order.customer.name for order in rows}


def single(db, key):
    order = db.query(Order).filter(Order.id == key).one()
    return order.customer.name, [line.id for line in order.lines]


def unknown(orders, source):
    return [order.customer.name for order in orders] + [row.customer.name for row in source.rows()]


def written(db, customer):
    for order in db.query(Order).all():
        order.customer = customer


def back(db, key):
    customer = db.get(Customer, key)
    return [order.customer.name for order in customer.orders]


def pinned(db, key):
    return [order.customer.name for order in db.query(Order).filter(Order.customer_id == key)]


def first(db):
    for order in db.query(Order):
        return order.customer.name


def last(db):
    found = None
    for order in db.query(Order):
        found = order
    return found.customer.name


def columns(db):
    return [row.customer for row in db.query(Order.id, Customer.name.label("customer")).join(Customer)]

# %% flagged in shop/j.py: in async clothes
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.models import Order


async def awaited(session: AsyncSession):
    for order in await session.scalars(select(Order)):
        await order.awaitable_attrs.customer
        #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Awaits `Order.customer`


async def refreshed(session: AsyncSession):
    result = await session.execute(select(Order))
    for order in list(result.scalars()):
        await session.refresh(order, ["lines"])
        #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from shop.models import Order


async def awaited(session: AsyncSession):
    for order in await session.scalars(select(Order).options(joinedload(Order.customer))):
        await order.awaitable_attrs.customer


async def refreshed(session: AsyncSession):
    result = await session.execute(select(Order))
    for order in list(result.scalars()):
        await session.refresh(order, ["lines"])

# %% flagged in shop/k.py: rows from one of two queries need the loader in each
from shop.models import Order


def names(db, key):
    if key:
        rows = db.query(Order).filter(Order.id > key).all()
    else:
        rows = db.query(Order).order_by(Order.id).limit(20).all()
    return [row.customer.name for row in rows]
    #       ~~~~~~~~~~~~ Order.customer


def both(db):
    rows = db.query(Order).filter(Order.id < 3).all() + db.query(Order).filter(Order.id > 70).all()
    return [len(row.lines) for row in rows]
    #           ~~~~~~~~~ Order.lines


def united(db):
    first = db.query(Order).filter(Order.id < 3)
    for row in first.union(db.query(Order).filter(Order.id > 70)):
        print(row.customer.name)
        #     ~~~~~~~~~~~~ Order.customer
# %% fixed
from sqlalchemy.orm import joinedload, selectinload

from shop.models import Order


def names(db, key):
    if key:
        rows = db.query(Order).options(joinedload(Order.customer)).filter(Order.id > key).all()
    else:
        rows = db.query(Order).options(joinedload(Order.customer)).order_by(Order.id).limit(20).all()
    return [row.customer.name for row in rows]


def both(db):
    rows = db.query(Order).options(selectinload(Order.lines)).filter(Order.id < 3).all() + db.query(Order).options(selectinload(Order.lines)).filter(Order.id > 70).all()
    return [len(row.lines) for row in rows]


def united(db):
    first = db.query(Order).filter(Order.id < 3)
    for row in first.union(db.query(Order).filter(Order.id > 70)).options(joinedload(Order.customer)):
        print(row.customer.name)

# %% flagged in shop/l.py: other ways to walk over rows
from collections import defaultdict

from sqlalchemy import select

from shop.models import Order


def popped(db):
    rows = db.query(Order).filter(Order.id > 1).all()
    while rows:
        row = rows.pop()
        print(row.customer.name)
        #     ~~~~~~~~~~~~ Order.customer


def counted(db):
    rows = db.query(Order).filter(Order.id > 2).all()
    for at in range(len(rows)):
        print(rows[at].customer.name)
        #     ~~~~~~~~~~~~~~~~~ Order.customer


def named(db):
    return [getattr(row, "customer") for row in db.query(Order).filter(Order.id > 3)]
    #       ~~~~~~~~~~~~~~~~~~~~~~~~ Order.customer


def grouped(db):
    groups = {}
    for row in db.query(Order).filter(Order.id > 4):
        groups.setdefault(row.customer_id, []).append(row)
    for rows in groups.values():
        for row in rows:
            print(row.customer.name)
            #     ~~~~~~~~~~~~ Order.customer


def sorted_into(db):
    groups = defaultdict(list)
    for row in db.query(Order).filter(Order.id > 5):
        groups[row.customer_id].append(row)
    return [len(row.lines) for rows in groups.values() for row in rows]
    #           ~~~~~~~~~ Order.lines


def rest(db):
    first, *others = db.query(Order).filter(Order.id > 6).all()
    return first.customer, [other.customer for other in others]
    #                       ~~~~~~~~~~~~~~ Order.customer


def looked_up(db, keys):
    by_key = {row.id: row for row in db.query(Order).filter(Order.id.in_(keys))}
    return [by_key[key].customer.name for key in keys]
    #       ~~~~~~~~~~~~~~~~~~~~ Order.customer


def handed_on(db):
    yield from db.query(Order).filter(Order.id > 7)


def taken_over(db):
    return [row.customer.name for row in handed_on(db)]
    #       ~~~~~~~~~~~~ Order.customer


def blocks(session):
    for block in session.scalars(select(Order).where(Order.id > 8)).partitions(50):
        for row in block:
            print(row.customer.name)
            #     ~~~~~~~~~~~~ Order.customer

# %% flagged in shop/m.py: options that are there perhaps, for another relationship, or switched off
from sqlalchemy.orm import joinedload, selectinload

from shop.models import Customer, Order


def branch(db, with_lines):
    query = db.query(Order)
    if with_lines:
        query = query.options(selectinload(Order.lines))
    return [(row.customer.name, row.lines) for row in query]
    #        ~~~~~~~~~~~~ Order.customer


def listed(db, with_lines):
    options = []
    if with_lines:
        options.append(selectinload(Order.lines))
    return [(row.customer.name, row.lines) for row in db.query(Order).options(*options)]
    #        ~~~~~~~~~~~~ Order.customer


def rows(db, *options):
    return db.query(Order).options(*options).all()


def bare(db):
    return [row.customer.name for row in rows(db)]
    #       ~~~~~~~~~~~~ Order.customer


def switched_off(db):
    return [customer.region.name for customer in db.query(Customer).enable_eagerloads(False)]
    #       ~~~~~~~~~~~~~~~ Customer.region

# %% clean in shop/n.py: one row at most, options in lists, refreshed before, picked outside of a loop
from sqlalchemy.orm import joinedload, selectinload

from shop.models import Order

BRIEF = [joinedload(Order.customer)]
FULL = BRIEF + [selectinload(Order.lines)]


def one_at_most(db):
    for row in db.query(Order).limit(1):
        print(row.customer.name)


def listed(db):
    return [(row.customer.name, row.lines) for row in db.query(Order).options(*FULL)]


def spread(db):
    options = [*BRIEF, selectinload(Order.lines)]
    return [(row.customer.name, row.lines) for row in db.query(Order).options(*options)]


def rows(db, *options):
    return db.query(Order).options(*options).all()


def loaded(db):
    return [row.customer.name for row in rows(db, joinedload(Order.customer))]


def picked(db, key):
    by_key = {row.id: row for row in db.query(Order)}
    return by_key[key].customer.name


def popped_inside(db, keys):
    while keys:
        found = db.query(Order).filter(Order.id == keys.pop()).all()
        print(found.pop().customer.name)


def either(db, wanted):
    query = db.query(Order)
    if wanted:
        query = query.options(joinedload(Order.customer))
    return [row.customer.name for row in query]

# %% flagged in flask_shop/a.py: Flask's queries, pages and sessions, and a property that asks
from flask_shop.extensions import db
from flask_shop.models import Note, Person


def notes():
    return [note.person for note in Note.query]
    #       ~~~~~~~~~~~ Note.person


def page(number):
    found = Note.query.paginate(page=number)
    return [note.person for note in found.items]
    #       ~~~~~~~~~~~ Note.person


def selected():
    return [len(person.notes) for person in db.session.execute(db.select(Person)).scalars()]
    #           ~~~~~~~~~~~~ Person.notes


def latest():
    return [person.latest for person in Person.query.filter(Person.id > 5)]
    #       ~~~~~~~~~~~~~ `Person.latest` runs a query of its own
# %% fixed
from sqlalchemy.orm import joinedload, selectinload

from flask_shop.extensions import db
from flask_shop.models import Note, Person


def notes():
    return [note.person for note in Note.query.options(joinedload(Note.person))]


def page(number):
    found = Note.query.options(joinedload(Note.person)).paginate(page=number)
    return [note.person for note in found.items]


def selected():
    return [len(person.notes) for person in db.session.execute(db.select(Person).options(selectinload(Person.notes))).scalars()]


def latest():
    return [person.latest for person in Person.query.filter(Person.id > 5)]

# %% clean in flask_shop/b.py: Flask's loaders, and one row
from flask_shop.extensions import db
from flask_shop.models import Note, Person


def notes():
    return [note.person for note in Note.query.options(db.joinedload(Note.person))]


def one(key):
    return [note.id for note in Person.query.get_or_404(key).notes], Person.query.get(key).latest

# %% flagged in shop/o.py: a commit in between makes the session forget
from sqlalchemy.orm import Session, joinedload

from shop.models import Order


def each_round(db: Session):
    rows = db.query(Order).options(joinedload(Order.customer)).all()
    for row in rows:
        row.id = len(row.customer.name)
        #            ~~~~~~~~~~~~ after a commit
        db.commit()


def between(db: Session):
    rows = db.query(Order).options(joinedload(Order.customer)).all()
    db.commit()
    return [row.customer.name for row in rows]
    #       ~~~~~~~~~~~~ after a commit

# %% clean in shop/p.py: a commit behind the loop, or of something else
from sqlalchemy.orm import Session, joinedload

from shop.models import Order


def behind(db: Session, repository):
    rows = db.query(Order).options(joinedload(Order.customer)).all()
    for row in rows:
        row.id = len(row.customer.name)
        repository.commit()
    db.commit()

# %% flagged in shop/q.py: an alias, through which the loader must go
from sqlalchemy.orm import aliased

from shop.models import Order


def names(db):
    other = aliased(Order)
    return [row.customer.name for row in db.query(other).filter(other.id > 5)]
    #       ~~~~~~~~~~~~ Order.customer
# %% fixed
from sqlalchemy.orm import aliased, joinedload

from shop.models import Order


def names(db):
    other = aliased(Order)
    return [row.customer.name for row in db.query(other).options(joinedload(other.customer)).filter(other.id > 5)]

# %% flagged in pages/routes.py: rows inside of what a response model reads
from fastapi import APIRouter
from sqlalchemy import select

from pages.schemas import OrderOut, OrderPage, Page
from shop.models import Order

router = APIRouter()


@router.get("/generic", response_model=Page[OrderOut])
def generic(session):
    rows = session.scalars(select(Order).where(Order.id > 1)).all()
    return {"items": rows, "total": len(rows)}
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The response model reads `Order.lines`


@router.get("/made")
def made(session) -> OrderPage:
    rows = session.scalars(select(Order).where(Order.id > 2)).all()
    return OrderPage(orders=rows)
    #      ~~~~~~~~~~~~~~~~~~~~~~ The response model reads `Order.lines`

# %% clean in keys/a.py: a key that names its class makes a single object of it
from keys.models import Coach


def single(db, key):
    coach = db.query(Coach).filter(Coach.id == key).one()
    return coach.player.team.name

# %% flagged in shop/r.py: a proxy reads two relationships, of which each needs its loader
from sqlalchemy.orm import joinedload, selectinload

from shop.models import Line, Order


def bought(db):
    return [[product.name for product in order.products] for order in db.query(Order)]
    #                                    ~~~~~~~~~~~~~~ Order.lines


def half(db):
    for order in db.query(Order).options(selectinload(Order.lines)):
        print(order.products)
        #     ~~~~~~~~~~~~~~ Line.product


def loaded(db):
    for order in db.query(Order).options(selectinload(Order.lines).joinedload(Line.product)):
        print([product.name for product in order.products])
# %% fixed
from sqlalchemy.orm import joinedload, selectinload

from shop.models import Line, Order


def bought(db):
    return [[product.name for product in order.products] for order in db.query(Order).options(selectinload(Order.lines).joinedload(Line.product))]


def half(db):
    for order in db.query(Order).options(selectinload(Order.lines).joinedload(Line.product)):
        print(order.products)


def loaded(db):
    for order in db.query(Order).options(selectinload(Order.lines).joinedload(Line.product)):
        print([product.name for product in order.products])

# %% flagged in shop/s.py: two lists in a chain need the loader in each
from itertools import chain

from sqlalchemy.orm import joinedload

from shop.models import Order


def names(db):
    small = db.query(Order).filter(Order.id < 5).all()
    large = db.query(Order).filter(Order.id > 50).all()
    return [order.customer.name for order in chain(small, large)]
    #       ~~~~~~~~~~~~~~ Order.customer
# %% fixed
from itertools import chain

from sqlalchemy.orm import joinedload

from shop.models import Order


def names(db):
    small = db.query(Order).options(joinedload(Order.customer)).filter(Order.id < 5).all()
    large = db.query(Order).options(joinedload(Order.customer)).filter(Order.id > 50).all()
    return [order.customer.name for order in chain(small, large)]

# %% clean in shop/t.py: `defaultload` leads on and leaves what was loaded as it is
from sqlalchemy.orm import defaultload, selectinload

from shop.models import Order


def lines(db):
    query = db.query(Order).options(selectinload(Order.lines), defaultload(Order.lines).noload("*"))
    return [line.id for order in query for line in order.lines]

# %% flagged in shop/u.py: what `get` is to load, it takes as an argument
from sqlalchemy.orm import Session

from shop.models import Order


def products(session: Session, key: int):
    order = session.get(Order, key)
    return [line.product.name for line in order.lines]
    #       ~~~~~~~~~~~~ Line.product


def again(session: Session, key: int):
    order = session.get_one(Order, key, options=[])
    return [line.product.name for line in order.lines]
    #       ~~~~~~~~~~~~ Line.product
# %% fixed
from sqlalchemy.orm import Session, selectinload

from shop.models import Line, Order


def products(session: Session, key: int):
    order = session.get(Order, key, options=[selectinload(Order.lines).joinedload(Line.product)])
    return [line.product.name for line in order.lines]


def again(session: Session, key: int):
    order = session.get_one(Order, key, options=[selectinload(Order.lines).joinedload(Line.product)])
    return [line.product.name for line in order.lines]

# %% flagged in pages/made.py: a generic page, made with its type in brackets or in the signature
from fastapi import APIRouter
from sqlalchemy import select

from pages.schemas import LineOut, OrderOut, Page
from shop.models import Line, Order

router = APIRouter()


@router.get("/typed")
def typed(session):
    rows = session.scalars(select(Order).where(Order.id > 1)).all()
    return Page[OrderOut](items=rows, total=len(rows))
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The response model reads `Order.lines`


@router.get("/declared")
def declared(session) -> Page[OrderOut]:
    rows = session.scalars(select(Order).where(Order.id > 2)).all()
    return Page(items=rows, total=len(rows))
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The response model reads `Order.lines`


@router.get("/plain")
def plain(session) -> Page[LineOut]:
    rows = session.scalars(select(Line).where(Line.id > 3)).all()
    return Page(items=rows, total=len(rows))

# %% flagged in shop/v.py: sessions out of a context manager, and loaders that the file takes from their module
from contextlib import contextmanager

from sqlalchemy import create_engine, orm

from shop.models import Order

Factory = orm.sessionmaker(create_engine("sqlite://"))


@contextmanager
def opened():
    session = Factory()
    try:
        yield session
    finally:
        session.close()


def names():
    with opened() as session:
        return [order.customer.name for order in session.query(Order).all()]
        #       ~~~~~~~~~~~~~~ Order.customer


def lines(session: orm.Session):
    return session.query(Order).options(orm.selectinload(Order.lines)).all()
# %% fixed
from contextlib import contextmanager

from sqlalchemy import create_engine, orm

from shop.models import Order

Factory = orm.sessionmaker(create_engine("sqlite://"))


@contextmanager
def opened():
    session = Factory()
    try:
        yield session
    finally:
        session.close()


def names():
    with opened() as session:
        return [order.customer.name for order in session.query(Order).options(orm.joinedload(Order.customer)).all()]


def lines(session: orm.Session):
    return session.query(Order).options(orm.selectinload(Order.lines)).all()

# %% clean in shop/w.py: names as texts, also where a class goes on from them
from sqlalchemy.orm import joinedload

from shop.models import Line, Order


def mixed(db):
    rows = db.query(Order).options(joinedload("lines").joinedload(Line.product)).all()
    return [line.product.name for order in rows for line in order.lines]


def dotted(db):
    rows = db.query(Order).options(joinedload("lines.product")).all()
    return [line.product.name for order in rows for line in order.lines]

# %% flagged in shop/x.py: repositories that are told their table when they are made
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from shop.models import Customer, Order

T = TypeVar("T")


class Store(Generic[T]):
    def __init__(self, table: type[T]) -> None:
        self.table = table

    def some(self, db: Session, limit: int = 20) -> list[T]:
        return db.query(self.table).limit(limit).all()


class OwnStore(Store[Order]):
    def __init__(self) -> None:
        super().__init__(Order)

    def some(self, db: Session, limit: int = 5) -> list[Order]:
        return super().some(db, limit)


orders = Store(Order)
customers = Store[Customer](Customer)
own = OwnStore()


def names(db: Session):
    return [order.customer.name for order in orders.some(db)]
    #       ~~~~~~~~~~~~~~ Order.customer


def counts(db: Session):
    return [len(customer.orders) for customer in customers.some(db)]
    #           ~~~~~~~~~~~~~~~ Customer.orders


def own_names(db: Session):
    return [order.customer.name for order in own.some(db)]
    #       ~~~~~~~~~~~~~~ Order.customer


def regions(db: Session):
    return [customer.region.name for customer in customers.some(db)]
# %% fixed
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from shop.models import Customer, Order

T = TypeVar("T")


class Store(Generic[T]):
    def __init__(self, table: type[T]) -> None:
        self.table = table

    def some(self, db: Session, limit: int = 20) -> list[T]:
        return db.query(self.table).limit(limit).all()


class OwnStore(Store[Order]):
    def __init__(self) -> None:
        super().__init__(Order)

    def some(self, db: Session, limit: int = 5) -> list[Order]:
        return super().some(db, limit)


orders = Store(Order)
customers = Store[Customer](Customer)
own = OwnStore()


def names(db: Session):
    return [order.customer.name for order in orders.some(db)]


def counts(db: Session):
    return [len(customer.orders) for customer in customers.some(db)]


def own_names(db: Session):
    return [order.customer.name for order in own.some(db)]


def regions(db: Session):
    return [customer.region.name for customer in customers.some(db)]

# %% flagged in stock/lists.py: a property with a setter, and a hybrid with its expression
from stock.models import Shelf


def counts(db):
    return [shelf.count for shelf in db.query(Shelf)]
    #       ~~~~~~~~~~~ Shelf.boxes


def firsts(db):
    return [shelf.first for shelf in db.query(Shelf)]
    #       ~~~~~~~~~~~ Shelf.boxes
# %% file stock/__init__.py
# %% file stock/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Shelf(Base):
    __tablename__ = "shelves"
    id = Column(Integer, primary_key=True)
    boxes = relationship("Box")

    @hybrid_property
    def count(self):
        return len(self.boxes)

    @count.expression
    def count(cls):
        return cls.id

    @property
    def first(self):
        return self.boxes[0]

    @first.setter
    def first(self, box):
        self.extra = box


class Box(Base):
    __tablename__ = "boxes"
    id = Column(Integer, primary_key=True)
    shelf_id = Column(Integer, ForeignKey("shelves.id"))

# %% flagged in pier/b.py: what each of the rows has to itself, not what its owner has as well
from pydantic import BaseModel, TypeAdapter

from pier.models import Boat, Pier


def ports(db, key):
    pier = db.query(Pier).filter(Pier.id == key).one()
    return [boat.port.name for boat in pier.boats]


def ports_of_rows(db, key):
    return [boat.port.name for boat in db.query(Boat).filter(Boat.pier_id == key)]


def flags(db, key):
    pier = db.query(Pier).filter(Pier.id == key).one()
    return [boat.flag.name for boat in pier.boats]
    #       ~~~~~~~~~ Boat.flag


class FlagOut(BaseModel):
    name: str


class BoatOut(BaseModel):
    flag: FlagOut


def shown(db):
    return TypeAdapter(list[BoatOut]).validate_python(db.query(Boat).all(), from_attributes=True)
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Boat.flag

# %% file pier/__init__.py
# %% file pier/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Port(Base):
    __tablename__ = "ports"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Flag(Base):
    __tablename__ = "flags"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Pier(Base):
    __tablename__ = "piers"
    id: Mapped[int] = mapped_column(primary_key=True)
    port_id: Mapped[int] = mapped_column(ForeignKey("ports.id"))
    port: Mapped[Port] = relationship()
    boats: Mapped[list["Boat"]] = relationship(back_populates="pier")


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
    pier_id: Mapped[int] = mapped_column(ForeignKey("piers.id"))
    port_id: Mapped[int] = mapped_column(ForeignKey("ports.id"))
    flag_id: Mapped[int] = mapped_column(ForeignKey("flags.id"))
    pier: Mapped[Pier] = relationship(back_populates="boats")
    port: Mapped[Port] = relationship()
    flag: Mapped[Flag] = relationship()

# %% flagged in pages/module.py: types that are named by their module
from fastapi import APIRouter

from pages import schemas
from shop import models

router = APIRouter()


@router.get("/orders", response_model=list[schemas.OrderOut])
def orders(session):
    return session.query(models.Order).all()
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The response model reads `Order.lines`

# %% flagged in pages/shelf.py: a repository whose type is named by its module
from sqlalchemy.orm import Session

from pages import store as kept


def sizes(store: kept.Store) -> list[int]:
    return [len(order.lines) for order in store.every()]
#               ~~~~~~~~~~~ lines
# %% file pages/store.py
from sqlalchemy.orm import Session

from shop.models import Order


class Store:
    def __init__(self, session: Session) -> None:
        self.session = session

    def every(self) -> list[Order]:
        return self.session.query(Order).all()

# %% flagged in shop/rounds.py: commits that cannot go behind the loop, and one with a comment
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, joinedload

from shop.models import Customer, Order


def first_only(db: Session):
    rows = db.query(Order).options(joinedload(Order.customer)).all()
    for row in rows:
        row.id = len(row.customer.name)
        #            ~~~~~~~~~~~~ after a commit
        if row.id > 3:
            return row
        db.commit()


def each(db: Session):
    if db:
        rows = db.query(Order).options(joinedload(Order.customer)).all()
        for row in rows:
            row.id = len(row.customer.name)
            #            ~~~~~~~~~~~~ after a commit
            # All of it.
            db.commit()  # at once
        print("done")


def off(db: Session):
    query = (
        db.query(Customer)
        .enable_eagerloads(False)
        .filter(Customer.id > 3)
    )
    return [customer.region.name for customer in query]
    #       ~~~~~~~~~~~~~~~ turns eager loading off

# %% fixed
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, joinedload

from shop.models import Customer, Order


def first_only(db: Session):
    rows = db.query(Order).options(joinedload(Order.customer)).all()
    for row in rows:
        row.id = len(row.customer.name)
        if row.id > 3:
            return row
        db.commit()


def each(db: Session):
    if db:
        rows = db.query(Order).options(joinedload(Order.customer)).all()
        for row in rows:
            row.id = len(row.customer.name)
            # All of it.
        db.commit()  # at once
        print("done")


def off(db: Session):
    query = (
        db.query(Customer)
        .filter(Customer.id > 3)
    )
    return [customer.region.name for customer in query]

# %% flagged in shop/groups.py: rows that are sorted into groups, whatever makes an empty group
from collections import defaultdict

from sqlalchemy.orm import Session

from shop.models import Order


def grouped(orders):
    groups = defaultdict(lambda: [])
    for order in orders:
        groups[order.customer_id].append(order)
    return groups


def show(orders):
    for order in orders:
        print(order.customer.name)
        #     ~~~~~~~~~~~~~~ Order.customer


def by_customer(db: Session):
    for orders in grouped(db.query(Order).all()).values():
        show(orders)


def by_customer_and_id(db: Session):
    groups = defaultdict(lambda: defaultdict(list))
    for order in db.query(Order).all():
        groups[order.customer_id][order.id].append(order)
    for parts in groups.values():
        for orders in parts.values():
            for order in orders:
                print(order.customer.name)
                #     ~~~~~~~~~~~~~~ Order.customer
# %% flagged: repositories that a unit of work has once it was entered
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Mill(Base):
    __tablename__ = "mills"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Sack(Base):
    __tablename__ = "sacks"
    id: Mapped[int] = mapped_column(primary_key=True)
    mill_id: Mapped[int] = mapped_column(ForeignKey("mills.id"))
    mill: Mapped[Mill] = relationship()


def labels() -> list[str]:
    with Work() as work:
        return [sack.mill.name for sack in work.sacks.all()]
        #       ~~~~~~~~~


def stamps(work: "Work") -> list[str]:
    with work:
        return [sack.mill.name for sack in work.sacks.all()]
        #       ~~~~~~~~~


class Sacks:
    def __init__(self, session: Session) -> None:
        self.session = session

    def all(self) -> list[Sack]:
        return list(self.session.scalars(select(Sack)))


class Work:
    session: Session

    def __enter__(self) -> "Work":
        self.sacks = Sacks(self.session)
        return self

    def __exit__(self, *args: object) -> None:
        self.session.close()

# %% flagged in shop/pairs.py: rows of two entities bring what the first points at
from sqlalchemy import select

from shop.models import Customer, Order


def pairs(db):
    rows = db.execute(select(Order, Customer).join(Order.customer)).all()
    return [f"{order.customer.name} {customer.name}" for order, customer in rows]


def beside(db):
    rows = db.execute(select(Order, Order.id).join(Order.customer)).all()
    return [order.customer.name for order, key in rows]
    #       ~~~~~~~~~~~~~~

# %% clean in pages/tables.py: a table that answers by itself shows its columns alone
from typing import List, Optional

from fastapi import APIRouter, Depends
from sqlmodel import Field, Relationship, Session, SQLModel, select

router = APIRouter()


class Wharf(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    cranes: List["Crane"] = Relationship(back_populates="wharf")


class Crane(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    wharf_id: int = Field(foreign_key="wharf.id")
    wharf: Wharf = Relationship(back_populates="cranes")


@router.get("/wharfs")
def wharfs(session: Session = Depends()) -> List[Wharf]:
    return session.exec(select(Wharf)).all()

# %% clean in shop/keys.py: the key that is there saves the read, and what was handed in is in hand
from sqlalchemy import select

from shop.models import Customer, Order


class Mark:
    @staticmethod
    def of(order):
        return order.customer_id or order.customer.id


def marks(db):
    return [Mark.of(order) for order in db.query(Order)]


def names_of(db, customers: list[Customer]):
    return [order.customer.name for order in db.query(Order).filter(Order.customer_id.in_(c.id for c in customers))]


async def names_with(db, customers: list[Customer], since):
    filters = []
    filters.append(Order.customer_id.in_([customer.id for customer in customers]))
    if since is not None:
        filters.append(Order.id > since)
    orders = (await db.scalars(select(Order).where(*filters))).all()
    return [order.customer.name for order in orders]

# %% flagged in shop/keyless.py: no key saves the read, and what is in hand is in hand on one branch only
from sqlalchemy import select

from shop.models import Customer, Order


def labels(db):
    return [order.id or order.customer.name for order in db.query(Order)]
    #                   ~~~~~~~~~~~~~~


async def names_with(db, customers: list[Customer], is_own):
    filters = [Order.id > 3]
    if is_own:
        filters.append(Order.customer_id.in_([customer.id for customer in customers]))
    orders = (await db.scalars(select(Order).where(*filters))).all()
    return [order.customer.name for order in orders]
    #       ~~~~~~~~~~~~~~
# %% fixed
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from shop.models import Customer, Order


def labels(db):
    return [order.id or order.customer.name for order in db.query(Order).options(joinedload(Order.customer))]


async def names_with(db, customers: list[Customer], is_own):
    filters = [Order.id > 3]
    if is_own:
        filters.append(Order.customer_id.in_([customer.id for customer in customers]))
    orders = (await db.scalars(select(Order).options(joinedload(Order.customer)).where(*filters))).all()
    return [order.customer.name for order in orders]

# %% clean in shop/gone.py: rows that were deleted keep what was loaded with them
from sqlalchemy.orm import Session, joinedload

from shop.models import Order


def remove(db: Session, orders):
    for order in orders:
        db.delete(order)
    db.commit()


def remove_all(db: Session):
    orders = db.query(Order).options(joinedload(Order.customer)).all()
    remove(db, orders)
    return [order.customer for order in orders]

# %% clean in shop/only.py: one of the rows, behind the loop that has gathered them
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.models import Order


async def newest(session: AsyncSession):
    return (await session.scalars(select(Order))).all()


async def fill(session: AsyncSession, order: Order):
    await session.refresh(order, ["lines"])
    return len(order.lines)


async def only(session: AsyncSession):
    orders = [order for order in await newest(session) if order.customer_id]
    if len(orders) > 1:
        raise ValueError("too many")
    order = orders[0]
    return await fill(session, order)

# %% flagged in shop/second_hops.py: a loader that says how it joins still loads no more than it names
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from shop.models import Customer, Line, Order


def customers(db: Session):
    rows = db.scalars(select(Line).options(joinedload(Line.order, innerjoin=True).joinedload(Order.customer)))
    return [row.order.customer.name for row in rows]


def names(db: Session):
    rows = db.scalars(select(Order).options(joinedload(Order.customer, innerjoin=True)))
    return [line.product_id for row in rows for line in row.lines]
    #                                                   ~~~~~~~~~ Order.lines
# %% fixed
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from shop.models import Customer, Line, Order


def customers(db: Session):
    rows = db.scalars(select(Line).options(joinedload(Line.order, innerjoin=True).joinedload(Order.customer)))
    return [row.order.customer.name for row in rows]


def names(db: Session):
    rows = db.scalars(select(Order).options(joinedload(Order.customer, innerjoin=True), selectinload(Order.lines)))
    return [line.product_id for row in rows for line in row.lines]

# %% flagged in shop/held.py: a session that Flask's `g` holds for the request
from flask import g
from sqlalchemy.orm import Session, sessionmaker

from shop.models import Customer

Local = sessionmaker()


def session() -> Session:
    if "session" not in g:
        g.session = Local()
    return g.session


def sizes():
    return [len(customer.orders) for customer in session().query(Customer)]
    #           ~~~~~~~~~~~~~~~ Customer.orders

# %% flagged: relations of Django's rows
from yard.models import Boat


def labels():
    for boat in Boat.objects.filter(name="Ada").order_by("name"):
        print(boat.pier.name, boat.pier.id)
        #     ~~~~~~~~~ Reads `Boat.pier` on each row of a query that does not load it
    boats = Boat.objects.select_related("pier").all()
    for boat in boats[:20]:
        print(boat.pier.name, boat.owner.name)
        #                     ~~~~~~~~~~ `.select_related("owner")`
    return [flag for boat in list(Boat.objects.all()) for flag in boat.flags.all()]
    #                                                             ~~~~~~~~~~ `.prefetch_related("flags")`
# %% fixed
from yard.models import Boat


def labels():
    for boat in Boat.objects.select_related("pier").filter(name="Ada").order_by("name"):
        print(boat.pier.name, boat.pier.id)
    boats = Boat.objects.select_related("pier", "owner").all()
    for boat in boats[:20]:
        print(boat.pier.name, boat.owner.name)
    return [flag for boat in list(Boat.objects.prefetch_related("flags").all()) for flag in boat.flags.all()]

# %% clean: loaded, set in the loop, keys, other methods and managers that may load
from django.db.models import Prefetch

from yard.models import Boat, Ferry


def labels(pier, names, given):
    for boat in Boat.objects.select_related("pier__port").prefetch_related(Prefetch("flags")):
        print(boat.pier.port, boat.flags.all(), boat.pier_id, boat.owner_id)
    for boat in Boat.objects.select_related():
        print(boat.pier.name)
    for boat in Boat.objects.select_related(*names):
        print(boat.pier.name)
    for boat in Boat.objects.all():
        boat.pier = pier
        print(boat.pier.name, boat.name, boat.flags.filter(name="red"))
    for boat in Boat.objects.with_piers():
        print(boat.pier.name)
    for ferry in Ferry.objects.all():
        print(ferry.pier.name)
    for boat in given:
        print(boat.pier.name)
    for row in Boat.objects.values("pier"):
        print(row.pier)

# %% flagged in shop/late.py: a plain session in asynchronous code asks again, and does not fail
from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

from shop.models import Order

app = FastAPI()


@app.get("/names")
async def names(db: Session = Depends()) -> list[str]:
    orders = db.query(Order).all()
    return [order.customer.name for order in orders]
    #       ~~~~~~~~~~~~~~ that is one more query for every row
