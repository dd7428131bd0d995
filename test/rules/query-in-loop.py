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
    #       ~~~~~~~~~~~~ `one` runs a query of `Order` (line 7) once for every round of the loop on line 20.
# %% fixed
from sqlalchemy import select

from shop.models import Order


def one(db, key):
    return db.query(Order).filter(Order.id == key).first()


def by_key(db, keys):
    order_by_id = {
        row.id: row for row in db.scalars(select(Order).where(Order.id.in_(keys)))
    }
    for key in keys:
        yield order_by_id.get(key)


def by_field(session, parcels):
    order_by_id = {
        row.id: row
        for row in session.scalars(select(Order).where(Order.id.in_([parcel.order_id for parcel in parcels])))
    }
    return [order_by_id.get(parcel.order_id) for parcel in parcels]


def through_helper(db, keys):
    order_by_id = {row.id: row for row in db.query(Order).filter(Order.id.in_(keys))}
    return [order_by_id.get(key) for key in keys]

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

# %% flagged in shop/c.py: SQL as text, and one query for each number
from sqlalchemy import text

from shop.models import Order


def as_text(db, keys):
    for key in keys:
        print(db.execute(text("SELECT total FROM orders WHERE id = :key"), {"key": key}).scalar())
        #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ for every round


def numbers(db, last):
    return [db.query(Order).filter(Order.total == total).count() for total in range(last)]
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Order
# %% fixed
from sqlalchemy import func, text

from shop.models import Order


def as_text(db, keys):
    for key in keys:
        print(db.execute(text("SELECT total FROM orders WHERE id = :key"), {"key": key}).scalar())


def numbers(db, last):
    count_by_total = {
        value: total
        for value, total in db.query(Order.total, func.count()).filter(Order.total.in_([total for total in range(last)])).group_by(Order.total).all()
    }
    return [count_by_total.get(total, 0) for total in range(last)]

# %% clean in shop/d.py: text that writes, and slices of keys
from sqlalchemy import text

from shop.models import Order


def written(db, keys):
    for key in keys:
        db.execute(text("UPDATE orders SET total = 0 WHERE id = :key"), {"key": key})


def sliced(db, keys):
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        yield from db.query(Order).filter(Order.id.in_(part))


def paged(db, pages):
    for page in range(pages):
        yield db.query(Order).order_by(Order.id).limit(50).offset(50 * page).all()

# %% flagged in shop/close.py: a service that asks a repository, and no piece of work in which a query is one step of many
from shop.models import Order


class Orders:
    def __init__(self, session):
        self.session = session

    def find(self, key):
        return self.session.query(Order).filter(Order.id == key).first()


def total(session, key):
    return Orders(session).find(key).total


def close(session, key):
    return total(session, key)


def settle(session, key):
    return close(session, key)


def totals(session, keys):
    return [total(session, key) for key in keys]
    #       ~~~~~~~~~~~~~~~~~~~ `total` runs a query of `Order` (line 9)


def close_all(session, keys):
    for key in keys:
        settle(session, key)

# %% flagged in shop/sums.py: what the database computes for one key at a time
from sqlalchemy import func, select

from shop.models import Order


def total(db, key):
    return db.query(func.sum(Order.total).label("total")).filter(Order.id == key).scalar() or 0


def totals(db, keys):
    return {key: total(db, key) for key in keys}
    #            ~~~~~~~~~~~~~~ `total` runs a query


def counts(db, keys):
    for key in keys:
        yield db.scalar(select(func.count()).select_from(Order).where(Order.id == key))
        #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ for every round


def grouped(db, keys):
    return dict(db.query(Order.id, func.sum(Order.total)).filter(Order.id.in_(keys)).group_by(Order.id).all())
# %% fixed
from sqlalchemy import func, select

from shop.models import Order


def total(db, key):
    return db.query(func.sum(Order.total).label("total")).filter(Order.id == key).scalar() or 0


def totals(db, keys):
    sum_by_id = {
        value: total
        for value, total in db.query(Order.id, func.sum(Order.total)).filter(Order.id.in_(keys)).group_by(Order.id).all()
    }
    return {key: (sum_by_id.get(key) or 0) for key in keys}


def counts(db, keys):
    count_by_id = {
        value: total
        for value, total in db.execute(select(Order.id, func.count()).where(Order.id.in_(keys)).group_by(Order.id)).all()
    }
    for key in keys:
        yield count_by_id.get(key, 0)


def grouped(db, keys):
    return dict(db.query(Order.id, func.sum(Order.total)).filter(Order.id.in_(keys)).group_by(Order.id).all())

# %% flagged in shop/dear.py: sums that wait, with what else they ask for, one below the other, and one in a branch
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from shop.models import Order


async def dearest(session: AsyncSession, parcels: list, least: int) -> None:
    for parcel in parcels:
        # The dearest of each.
        parcel.top = await session.scalar(sa.select(sa.func.max(Order.total)).where(Order.id == parcel.order_id, Order.total > least))
        #                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        parcel.count = await session.scalar(
            #                ~~~~~~~~~~~~~~~
            sa.select(sa.func.count(Order.id)).where(Order.id == parcel.order_id)
        )


async def some(session: AsyncSession, parcels: list) -> None:
    for parcel in parcels:
        if parcel.is_open:
            parcel.count = await session.scalar(sa.select(sa.func.count(Order.id)).where(Order.id == parcel.order_id))
            #                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from shop.models import Order


async def dearest(session: AsyncSession, parcels: list, least: int) -> None:
    max_by_id = {
        value: total
        for value, total in (await session.execute(sa.select(Order.id, sa.func.max(Order.total)).where(Order.total > least, Order.id.in_([parcel.order_id for parcel in parcels])).group_by(Order.id))).all()
    }
    count_by_id = {
        value: total
        for value, total in (await session.execute(sa.select(Order.id, sa.func.count(Order.id)).where(Order.id.in_([parcel.order_id for parcel in parcels])).group_by(Order.id))).all()
    }
    for parcel in parcels:
        # The dearest of each.
        parcel.top = max_by_id.get(parcel.order_id)
        parcel.count = count_by_id.get(parcel.order_id, 0)


async def some(session: AsyncSession, parcels: list) -> None:
    for parcel in parcels:
        if parcel.is_open:
            parcel.count = await session.scalar(sa.select(sa.func.count(Order.id)).where(Order.id == parcel.order_id))

# %% flagged in shop/helped.py: helpers that wait, read on, are given by name, do more than ask, or are decorated
from functools import cache

from sqlalchemy.ext.asyncio import AsyncSession

from shop.models import Order


async def find(db: AsyncSession, key: int) -> Order | None:
    """Find it."""
    return await db.get(Order, key)


async def totals(session: AsyncSession, parcels: list) -> list:
    found = []
    for parcel in parcels:
        found.append((await find(session, key=parcel.order_id)).total)
        #                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return found


def worth(db, key):
    return db.query(Order).filter_by(id=key).one().total


def worths(db, keys):
    return {key: worth(db, key) for key in keys}
    #            ~~~~~~~~~~~~~~


@cache
def kept(db, key):
    return db.get(Order, key)


def all_kept(db, keys):
    return [kept(db, key) for key in keys]
    #       ~~~~~~~~~~~~~
# %% fixed
from functools import cache

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.models import Order


async def find(db: AsyncSession, key: int) -> Order | None:
    """Find it."""
    return await db.get(Order, key)


async def totals(session: AsyncSession, parcels: list) -> list:
    found = []
    order_by_id = {
        row.id: row
        for row in await session.scalars(select(Order).where(Order.id.in_([parcel.order_id for parcel in parcels])))
    }
    for parcel in parcels:
        found.append((order_by_id.get(parcel.order_id)).total)
    return found


def worth(db, key):
    return db.query(Order).filter_by(id=key).one().total


def worths(db, keys):
    order_by_id = {row.id: row for row in db.query(Order).filter(Order.id.in_(keys))}
    return {key: order_by_id[key].total for key in keys}


@cache
def kept(db, key):
    return db.get(Order, key)


def all_kept(db, keys):
    return [kept(db, key) for key in keys]

# %% flagged in shop/nested.py: a function within the function
from shop.models import Order


def totals(db, keys):
    def order(key):
        return db.get(Order, key)

    return [order(key).total for key in keys]
    #       ~~~~~~~~~~ `order` runs a query of `Order` (line 6)
# %% fixed
from sqlalchemy import select

from shop.models import Order


def totals(db, keys):
    def order(key):
        return db.get(Order, key)

    order_by_id = {
        row.id: row for row in db.scalars(select(Order).where(Order.id.in_(keys)))
    }
    return [order_by_id.get(key).total for key in keys]

# %% clean in shop/e.py: steps of work that ask and write, orders, and patterns
from shop.models import Order


def get_or_create(db, key):
    found = db.query(Order).filter(Order.id == key).one_or_none()
    return found or create(db, key)


def create(db, key):
    order = Order(id=key)
    db.add(order)
    db.commit()
    return order


def settle(db, key):
    order = db.query(Order).filter(Order.id == key).one()
    print(order.total)


def all_of(db, keys):
    return [get_or_create(db, key) for key in keys]


def settle_all(db, keys):
    for key in keys:
        settle(db, key)


def search(db, words):
    return [db.query(Order).filter(Order.name.ilike(f"%{word}%")).all() for word in words]

# %% flagged in shop/f.py: a helper that only asks
from shop.models import Order


def total_of(db, key):
    seen = set()
    seen.add(key)
    return db.query(Order).filter(Order.id == key).one().total


def totals(db, keys):
    return sum(total_of(db, key) for key in keys)
    #          ~~~~~~~~~~~~~~~~~ once for every round

# %% flagged in shop/late.py: one query before the loop, in async clothes, with other conditions, and where none can stand
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from shop.models import Order


async def load(db: AsyncSession, parcels: list) -> list[Order]:
    found = []
    for number, parcel in enumerate(parcels):
        order = await db.get(Order, parcel.order_id)
        #             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`
        found.append((number, order))
    for parcel in parcels:
        found.append((await db.execute(select(Order).where(Order.id == parcel.order_id, Order.total > 0))).scalar_one())
        #                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`
    return found


def old(session: Session, ids: list[int]) -> list[int]:
    totals = [session.query(Order).filter_by(id=key).one().total for key in ids]
    #         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`
    for key in ids:
        order = session.query(Order).filter(Order.total == key).first()
        #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`
        totals.append(order)
    for key in ids:
        order = session.get(Order, key)
        #       ~~~~~~~~~~~~~~~~~~~~~~~ `Order`
        order.total += 1
        session.commit()
    return totals
# %% fixed
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from shop.models import Order


async def load(db: AsyncSession, parcels: list) -> list[Order]:
    found = []
    order_by_id = {
        row.id: row
        for row in await db.scalars(select(Order).where(Order.id.in_([parcel.order_id for number, parcel in enumerate(parcels)])))
    }
    for number, parcel in enumerate(parcels):
        order = order_by_id.get(parcel.order_id)
        found.append((number, order))
    order_by_id = {
        row.id: row
        for row in await db.scalars(select(Order).where(Order.total > 0, Order.id.in_([parcel.order_id for parcel in parcels])))
    }
    for parcel in parcels:
        found.append(order_by_id[parcel.order_id])
    return found


def old(session: Session, ids: list[int]) -> list[int]:
    order_by_id = {
        row.id: row for row in session.query(Order).filter(Order.id.in_(ids))
    }
    totals = [order_by_id[key].total for key in ids]
    for key in ids:
        order = session.query(Order).filter(Order.total == key).first()
        totals.append(order)
    for key in ids:
        order = session.get(Order, key)
        order.total += 1
        session.commit()
    return totals

# %% clean in shop/g.py: a step that waits for something else, and one that a class does
from shop.models import Order


class Desk:
    @staticmethod
    def remove(db, order):
        db.delete(order)
        db.commit()

    @staticmethod
    def close(db, key):
        order = db.query(Order).filter(Order.id == key).one()
        Desk.remove(db, order)
        return order.total


async def fetch(db, client, key):
    order = db.query(Order).filter(Order.id == key).one()
    return await client.download(order.total)


def close_all(db, keys):
    return [Desk.close(db, key) for key in keys]


async def fetch_all(db, client, keys):
    return [await fetch(db, client, key) for key in keys]

# %% clean in shop/h.py: each round is a transaction of its own
from shop.models import Order


def settle(make_session, keys):
    for key in keys:
        with make_session() as db:
            order = db.query(Order).filter(Order.id == key).one()
            order.total = 0
            db.commit()

# %% flagged in shop/h.py: no query before the loop that names what a round makes, misses what it adds, or asks rows for what they lack
from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.models import Order


def dearest(session: Session, parcels: list) -> list:
    found = []
    for parcel in parcels:
        least = parcel.worth // 2
        found.append(session.scalars(select(Order).where(Order.id == parcel.order_id, Order.total > least)).first())
        #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`
    return found


def given(session: Session, parcels: list) -> list:
    found = []
    for parcel in parcels:
        if parcel is None:
            continue
        found.append(session.get(Order, parcel.order_id))
        #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`
    return found


def filled(session: Session, keys: list[int]) -> list:
    found = []
    for key in keys:
        order = session.get(Order, key)
        #       ~~~~~~~~~~~~~~~~~~~~~~~ `Order`
        found.append(order)
        session.expire_all()
        session.delete(order)
    return found
# %% fixed
from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.models import Order


def dearest(session: Session, parcels: list) -> list:
    found = []
    for parcel in parcels:
        least = parcel.worth // 2
        found.append(session.scalars(select(Order).where(Order.id == parcel.order_id, Order.total > least)).first())
    return found


def given(session: Session, parcels: list) -> list:
    found = []
    for parcel in parcels:
        if parcel is None:
            continue
        found.append(session.get(Order, parcel.order_id))
    return found


def filled(session: Session, keys: list[int]) -> list:
    found = []
    for key in keys:
        order = session.get(Order, key)
        found.append(order)
        session.expire_all()
        session.delete(order)
    return found

# %% clean in shop/rounds.py: transactions of their own by a repository, what is remembered by key, and one key
from shop.models import Order


class Orders:
    def __init__(self, session):
        self.session = session
        self._known = {}

    def find(self, key):
        return self.session.query(Order).filter(Order.id == key).one()

    def known(self, key):
        if key in self._known:
            return self._known[key]
        order = self.session.get(Order, key)
        self._known[key] = order
        return order


class Shelf:
    def __init__(self, session, orders):
        self.session = session
        self.orders = orders

    def order(self, key):
        order = self.orders.get(key)
        if order:
            return order
        return self.session.get(Order, key)


def from_shelf(session, orders, keys):
    shelf = Shelf(session, orders)
    return [shelf.order(key) for key in keys]


async def settle(make_session, keys):
    for key in keys:
        async with make_session() as session:
            order = Orders(session).find(key)
            order.total = 0
            await session.commit()


def begun(maker, keys):
    for key in keys:
        with maker.begin() as session:
            order = session.query(Order).filter(Order.id == key).one()
            order.total = 0


def begun_by_name(session_context, keys):
    for key in keys:
        with session_context(begin_transaction=True) as session:
            print(Orders(session).find(key))


def remembered(db, parcels):
    orders = {}
    for parcel in parcels:
        if parcel.order_id not in orders:
            order = db.get(Order, parcel.order_id)
            if order is not None:
                orders[parcel.order_id] = order
        print(orders.get(parcel.order_id))


def looked_up(db, parcels):
    orders = {}
    for parcel in parcels:
        order = orders.get(parcel.order_id)
        if order is None:
            order = orders[parcel.order_id] = db.get(Order, parcel.order_id)
        print(order)


def walrus(db, parcels):
    orders = {}
    for parcel in parcels:
        if not (order := orders.get(parcel.order_id)):
            order = db.get(Order, parcel.order_id)
            orders[parcel.order_id] = order
        print(order)


def tried(db, parcels):
    orders = {}
    for parcel in parcels:
        try:
            order = orders[parcel.order_id]
        except KeyError:
            order = db.get(Order, parcel.order_id)
            orders[parcel.order_id] = order
        print(order)


def helped(session, parcels):
    orders = Orders(session)
    return [orders.known(parcel.order_id) for parcel in parcels]


def wanted(db, parcels, key):
    for parcel in parcels:
        if parcel.order_id == key and parcel.weight:
            print(parcel, db.get(Order, parcel.order_id))

# %% flagged in shop/rounds.py: what a round forgets, what another dictionary remembers, and keys that are compared with what changes
from shop.models import Order


def forgotten(db, boxes):
    for box in boxes:
        orders = {}
        if box.order_id not in orders:
            orders[box.order_id] = db.get(Order, box.order_id)
            #                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`


def other(db, boxes, skipped):
    orders = {}
    for box in boxes:
        if box.id not in skipped:
            orders[box.id] = db.get(Order, box.order_id)
            #                ~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`


class Skipping:
    def __init__(self, session, skipped):
        self.session = session
        self.skipped = skipped

    def order(self, key):
        if key in self.skipped:
            return None
        return self.session.get(Order, key)


def without_some(session, skipped, keys):
    orders = Skipping(session, skipped)
    return [orders.order(key) for key in keys]
    #       ~~~~~~~~~~~~~~~~~ `orders.order` runs a query of `Order`


def compared(db, boxes, press):
    for box in boxes:
        before = db.query(Order).filter(Order.id == box.order_id).count()
        #        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`
        press(box)
        after = db.query(Order).filter(Order.id == box.order_id).count()
        print(before - after)


def changing(db, boxes):
    for box in boxes:
        last = box.parcel
        if box.order_id == last.order_id:
            print(db.get(Order, box.order_id))
            #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`

# %% clean in shop/desk.py: a step that asks, and writes through what an object holds
from shop.models import Order


class Repository:
    def __init__(self, session):
        self.session = session

    def find(self, key):
        return self.session.query(Order).filter(Order.id == key).first()

    def create(self, key):
        order = Order(id=key)
        self.session.add(order)
        self.session.commit()
        return order


class Database:
    def __init__(self, session):
        self.orders = Repository(session)


def ensure(database: Database, key):
    order = database.orders.find(key)
    if order is None:
        order = database.orders.create(key)
    return order is not None


def ensure_all(session, keys):
    database = Database(session)
    return [ensure(database, key) for key in keys]

# %% clean in shop/failures.py: what is asked when a round fails
from shop.models import Order


def fail(session, key):
    order = session.get(Order, key)
    return order


def send_all(session, keys, send):
    for key in keys:
        try:
            send(key)
        except ConnectionError as error:
            print(error, fail(session, key))


def press_all(session, keys, press):
    for key in keys:
        try:
            press(key)
        except RuntimeError:
            print(session.query(Order).filter(Order.id == key).first())

# %% flagged in shop/failures.py: what is asked because something is not there
from shop.models import Order


def read_all(session, keys, known):
    for key in keys:
        try:
            order = known[key]
        except KeyError:
            order = session.get(Order, key)
            #       ~~~~~~~~~~~~~~~~~~~~~~~ `Order`
        print(order)
# %% fixed
from sqlalchemy import select

from shop.models import Order


def read_all(session, keys, known):
    order_by_id = {
        row.id: row for row in session.scalars(select(Order).where(Order.id.in_(keys)))
    }
    for key in keys:
        try:
            order = known[key]
        except KeyError:
            order = order_by_id.get(key)
        print(order)

# %% clean in shop/ways.py: many keys in each round, and keys that are made of the round before
from sqlalchemy import select

from shop.models import Order


def by_kind(session, ids_by_kind):
    found = {}
    for kind, ids in ids_by_kind.items():
        statement = select(Order).where(Order.customer_id == kind, Order.id.in_(ids))
        for order in session.scalars(statement):
            found[order.id] = order
    return found


def last_of(session, steps):
    number = 0
    order = None
    for step in steps:
        number = number * 10 + step
        order = session.scalars(select(Order).where(Order.id == number)).first()
    return order


def walk(session, steps):
    place = 0
    for step in steps:
        following = place + step
        if session.scalar(select(Order).where(Order.id == following)) is None:
            session.add(Order(id=following))
        place = following

# %% flagged in shop/rounds.py: a statement that each round makes anew
from sqlalchemy import select

from shop.models import Order


def each(session, ids, late):
    for key in ids:
        statement = select(Order).where(Order.id == key)
        if late:
            statement = statement.where(Order.customer_id > 3)
        print(session.scalars(statement).first())
        #     ~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`


def owner_of(session, customer_id=None):
    return session.scalars(select(Order).where(Order.customer_id == customer_id)).first()


def owners(session, rows):
    for row in rows:
        customer_id = owner_of(session, customer_id=row.customer_id)
        #             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `owner_of`
        print(customer_id)


def known(session, ids, store=None):
    for key in ids:
        store = store or session
        print(store.scalars(select(Order).where(Order.id == key)).first())
        #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order`
