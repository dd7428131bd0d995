# %% file app/__init__.py
# %% file app/models.py
class Order:
    pass

# %% flagged in app/a.py: queries on sessions, rewritten where they translate one to one
from sqlalchemy.orm import Session, sessionmaker

from app.models import Order

Local = sessionmaker()


def all_orders(db: Session, name):
    first = (
        db.query(Order)
        #<~~~~~~~~~~~~~ select
        .filter(Order.name == name)
        .order_by(Order.id)
        .first()
    )
    return first, db.query(Order.id).count()
    #             ~~~~~~~~~~~~~~~~~~


def made():
    with Local() as session:
        return session.query(Order).all()
        #      ~~~~~~~~~~~~~~~~~~~~
# %% fixed
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.models import Order

Local = sessionmaker()


def all_orders(db: Session, name):
    first = (
        db.scalars(select(Order)
        .where(Order.name == name)
        .order_by(Order.id))
        .first()
    )
    return first, db.query(Order.id).count()


def made():
    with Local() as session:
        return session.scalars(select(Order)).all()

# %% clean: select, and others that have a query
from sqlalchemy import select
from sqlalchemy.orm import Session


def rows(db: Session, model, search, frame):
    search.query("x")
    frame.query("a > 1")
    return db.scalars(select(model)).all()

# %% flagged: a count
from sqlalchemy.orm import Session

from app.models import Order


def large(db: Session) -> int:
    return db.query(Order).filter(Order.total > 5).count()
    #      ~~~~~~~~~~~~~~~ select


def orders(db: Session) -> list[Order]:
    return db.query(Order).all()
    #      ~~~~~~~~~~~~~~~ select


def newest(db: Session) -> int:
    return db.query(Order).limit(3).count()
    #      ~~~~~~~~~~~~~~~ select
# %% fixed
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Order


def large(db: Session) -> int:
    return db.scalar(select(func.count()).select_from(Order).where(Order.total > 5))


def orders(db: Session) -> list[Order]:
    return db.scalars(select(Order)).all()


def newest(db: Session) -> int:
    return db.query(Order).limit(3).count()
