# %% file shop/__init__.py
# %% file shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)


class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    customer_id = Column(Integer, ForeignKey("customers.id"))
    customer = relationship("Customer")

# %% flagged in shop/a.py: rows that leave the function
from sqlalchemy import select

from shop.models import Order


def orders(db):
    return db.query(Order).filter(Order.id > 1).all()
    #      ~~~~~~~~~~~~~~~ Order


async def newest(session):
    found = await session.scalars(select(Order).order_by(Order.id.desc()))
    #                             ~~~~~~~~~~~~~ customer
    return found.all()
# %% fixed
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from shop.models import Order


def orders(db):
    return db.query(Order).options(joinedload(Order.customer)).filter(Order.id > 1).all()


async def newest(session):
    found = await session.scalars(select(Order).options(joinedload(Order.customer)).order_by(Order.id.desc()))
    return found.all()

# %% clean in shop/b.py: loaded, single, counted, columns, without relationships, or used up here
from sqlalchemy.orm import joinedload

from shop.models import Customer, Order


def loaded(db):
    return db.query(Order).options(joinedload(Order.customer)).all()


def single(db, key):
    return db.query(Order).filter(Order.id == key).first()


def counted(db):
    return db.query(Order).count()


def columns(db):
    return db.query(Order.id).all()


def plain(db):
    return db.query(Customer).all()


def used_up(db):
    return [order.id for order in db.query(Order)]

# %% clean in shop/c.py: another file reads them in a loop, which n-plus-one tells of
from sqlalchemy.orm import Session

from shop.models import Order


def late(db: Session) -> list[Order]:
    return db.query(Order).filter(Order.id < 9).all()
# %% file shop/letters.py
from sqlalchemy.orm import Session

from shop.c import late


def letters(db: Session) -> list[str]:
    return [str(order.customer.id) for order in late(db)]

# %% clean in shop/short.py: a response model that reads none of the relationships
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from shop.models import Order

router = APIRouter()


class OrderOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int


@router.get("/orders", response_model=list[OrderOut])
def orders(db):
    return db.query(Order).all()

# %% flagged in shop/pages.py: rows beside other things that leave the function
from sqlalchemy import func, select

from shop.models import Order


def page(db, size):
    total = db.scalar(select(func.count(Order.id)))
    return {"total": total, "items": list(db.scalars(select(Order).limit(size)))}
    #                                                ~~~~~~~~~~~~~ Order


def both(db):
    first = db.query(Order).order_by(Order.id).first()
    rows = db.query(Order).all()
    #      ~~~~~~~~~~~~~~~ Order
    return first, rows

# %% clean in shop/keys.py: all callers count the rows, or read their columns
from shop.models import Order


def all_orders(db):
    return db.query(Order).all()


def late_orders(db):
    return db.query(Order).filter(Order.id > 3).all()
# %% file shop/counts.py
from shop import keys


def count(db):
    orders = keys.all_orders(db)
    if not orders:
        return 0
    return len(orders)


def numbers(db):
    found = set()
    for order in keys.all_orders(db) or []:
        if order.customer_id is None:
            continue
        found.add(number(order))
    return found


def number(order):
    return order.id


def first(db):
    late = keys.late_orders(db)
    return [one.id for one in sorted(late)] + [late[0].customer_id]

# %% flagged in shop/keys.py: somebody hands the rows on, or reads more of them
from shop.models import Order


def all_orders(db):
    return db.query(Order).all()
    #      ~~~~~~~~~~~~~~~


def late_orders(db):
    return db.query(Order).filter(Order.id > 3).all()
    #      ~~~~~~~~~~~~~~~
# %% file shop/counts.py
from shop import keys


def count(db):
    return len(keys.all_orders(db))


def told(db, tell):
    for order in keys.all_orders(db):
        tell(order)


def late(db):
    orders = keys.late_orders(db)
    return {"orders": orders}
# %% fixed
from sqlalchemy.orm import joinedload

from shop.models import Order


def all_orders(db):
    return db.query(Order).options(joinedload(Order.customer)).all()


def late_orders(db):
    return db.query(Order).options(joinedload(Order.customer)).filter(Order.id > 3).all()

# %% clean in shop/store.py: callers of a method turn the rows into a schema, or read their columns
from shop.models import Order


class Store:
    def __init__(self, db):
        self.db = db

    @classmethod
    def opened(cls, db):
        yield cls(db)

    def orders(self):
        return self.db.query(Order).all()

    def late_orders(self):
        return self.db.query(Order).filter(Order.id > 3).all()
# %% file shop/api.py
from fastapi import APIRouter
from pydantic import BaseModel

from shop.store import Store

router = APIRouter()


class OrderOut(BaseModel):
    id: int


class Desk:
    def __init__(self, db):
        self.store = Store(db)

    def numbers(self):
        return [self.number(order) for order in self.store.late_orders()]

    def number(self, order):
        return order.id


@router.get("/orders", response_model=list[OrderOut])
def orders(db):
    store = Store(db)
    return store.orders()


def shown(db):
    with Store.opened(db) as store:
        found = store.orders()
        found = [order for order in found if order.id > 1]
        return [OrderOut.model_validate(order) for order in found]

# %% flagged in shop/store.py: rows that are handed on, and an object that nobody knows
from shop.models import Order


class Store:
    def __init__(self, db):
        self.db = db

    def orders(self):
        return self.db.query(Order).all()
        #      ~~~~~~~~~~~~~~~~~~~~

    def late_orders(self):
        return self.db.query(Order).filter(Order.id > 3).all()
        #      ~~~~~~~~~~~~~~~~~~~~
# %% file shop/api.py
from shop.store import Store


def shown(db, tell):
    tell(Store(db).orders())


def late(store):
    return len(store.late_orders())
# %% fixed
from sqlalchemy.orm import joinedload

from shop.models import Order


class Store:
    def __init__(self, db):
        self.db = db

    def orders(self):
        return self.db.query(Order).options(joinedload(Order.customer)).all()

    def late_orders(self):
        return self.db.query(Order).options(joinedload(Order.customer)).filter(Order.id > 3).all()
