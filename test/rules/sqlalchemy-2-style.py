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
from sqlalchemy import func, select
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
    return first, db.scalar(select(func.count()).select_from(select(Order.id).subquery()))


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
    return db.scalar(select(func.count()).select_from(select(Order).limit(3).subquery()))

# %% flagged: columns, single values, and rows that are gone through
from sqlalchemy import func
from sqlalchemy.orm import Session

from app.models import Order


def names(db: Session) -> list[str]:
    total = db.query(func.sum(Order.total)).scalar()
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ select
    pairs = db.query(Order.id, Order.name).filter(Order.total > total).all()
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ select
    many = db.query(Order.name).distinct().count()
    #      ~~~~~~~~~~~~~~~~~~~~ select
    kept = list(db.query(Order).order_by(Order.name))
    #           ~~~~~~~~~~~~~~~ select
    for order in db.query(Order).filter(Order.total > many):
    #            ~~~~~~~~~~~~~~~ select
        kept.append(order)
    return [name for (name,) in db.query(Order.name)] + [name for _, name in pairs]
    #                           ~~~~~~~~~~~~~~~~~~~~ select
# %% fixed
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Order


def names(db: Session) -> list[str]:
    total = db.execute(select(func.sum(Order.total))).scalar_one_or_none()
    pairs = db.execute(select(Order.id, Order.name).where(Order.total > total)).all()
    many = db.scalar(select(func.count()).select_from(select(Order.name).distinct().subquery()))
    kept = list(db.scalars(select(Order).order_by(Order.name)))
    for order in db.scalars(select(Order).where(Order.total > many)):
        kept.append(order)
    return [name for (name,) in db.execute(select(Order.name))] + [name for _, name in pairs]
