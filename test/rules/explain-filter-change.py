# %% flagged: changed, added, in 2.0 style and through a local name
from sqlalchemy import select


def one(db, Order):
    return db.query(Order).filter(Order.state == "open", Order.total > 5).all()
    #                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ nothing says why


class Orders:
    async def two(self, Order):
        query = select(Order)
        query = query.where(Order.a == 1)
        query = query.where(Order.b == 2)
        #             ~~~~~~~~~~~~~~~~~~~
        return query
# %% before
from sqlalchemy import select


def one(db, Order):
    return db.query(Order).filter(Order.state == "open").all()


class Orders:
    async def two(self, Order):
        query = select(Order)
        query = query.where(Order.a == 1)
        return query
# %% fixed
from sqlalchemy import select


def one(db, Order):
    # Filter changed: say why here.
    return db.query(Order).filter(Order.state == "open", Order.total > 5).all()


class Orders:
    async def two(self, Order):
        query = select(Order)
        query = query.where(Order.a == 1)
        # Filter changed: say why here.
        query = query.where(Order.b == 2)
        return query

# %% clean: explained, formatted, new, moved, ordered, and filters of other things
from sqlalchemy import select


def explained(db, Order):
    # Closed orders were listed as open.
    return db.query(Order).filter(Order.state != "closed").all()


def beside(db, Order):
    return db.query(Order).filter(Order.state != "closed").all()  # closed ones were listed


def formatted(db, Order):
    return db.query(Order).filter(
        Order.state == 'open',
    )


def new(db, Order):
    return db.query(Order).filter(Order.state == "new")


def ordered(db, Order):
    return db.query(Order).filter(Order.a == 1).order_by(Order.b).limit(5)


def plain(items, frame):
    return list(filter(lambda item: item.a, items)), frame.filter(items)
# %% before
from sqlalchemy import select


def explained(db, Order):
    return db.query(Order).filter(Order.state == "open").all()


def beside(db, Order):
    return db.query(Order).filter(Order.state == "open").all()


def formatted(db, Order):
    return db.query(Order).filter(Order.state == "open")


def ordered(db, Order):
    return db.query(Order).filter(Order.a == 1).order_by(Order.a)


def plain(items, frame):
    return list(filter(lambda item: item.b, items)), frame.filter(frame)

# %% clean: a whole query that came new beside the old one
from sqlalchemy import select


def totals(db, Order, Item):
    orders = db.scalars(select(Order).where(Order.state == "open")).all()
    items = db.scalars(select(Item).where(Item.lost).where(Item.old)).all()
    return orders, items
# %% before
from sqlalchemy import select


def totals(db, Order, Item):
    orders = db.scalars(select(Order).where(Order.state == "open")).all()
    return orders
