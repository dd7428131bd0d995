# %% file shop/__init__.py
# %% file shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    total = Column(Integer)

# %% flagged in shop/a.py: by key, by a key from a row, and through a helper
from sqlalchemy import select

from shop.models import Order


def one(db, key):
    return db.query(Order).filter(Order.id == key).first()


def by_key(db, keys):
    for key in keys:
        yield db.get(Order, key)
        #     ~~~~~~~~~~~~~~~~~~ for every round


def by_field(session, parcels):
    return [session.scalars(select(Order).where(Order.id == parcel.order_id)).first() for parcel in parcels]
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Order


def through_helper(db, keys):
    return [one(db, key) for key in keys]
    #       ~~~~~~~~~~~~ Order

# %% clean in shop/b.py: batches, pages, retries, literals and keys that do not change
from sqlalchemy import select

from shop.models import Order


def batches(db, chunks):
    for chunk in chunks:
        yield from db.query(Order).filter(Order.id.in_(chunk)).all()


def pages(db):
    for page in range(10):
        yield db.query(Order).offset(page * 50).limit(50).all()


def retry(db, key):
    while True:
        found = db.get(Order, key)
        if found:
            return found


def literals(db):
    return [db.query(Order).filter(Order.total > limit).count() for limit in (10, 100)]


def outside(db, names, key):
    for name in names:
        print(name, db.get(Order, key))


def unused(session, keys):
    return [select(Order).where(Order.id == key) for key in keys]
