# %% flagged: text, a cursor, a manager
from sqlalchemy import text

rows = session.execute(text("SELECT name FROM orders"))
#                      ~~~~ SQL text
cursor.execute("DELETE FROM orders")
#<~~~~~~~~~~~~ SQL text
Order.objects.raw("SELECT * FROM orders")
#<~~~~~~~~~~~~~~~ SQL text

# %% clean: the ORM, and statements that are no queries of rows
from sqlalchemy import select, text

rows = session.execute(select(Order))
session.execute(text("SET lock_timeout = '5s'"))
print("select one from the list")
cursor.execute("SELECT schema_name FROM information_schema.schemata WHERE schema_name = :name", {"name": name})
session.execute(
    text("""
        SELECT nspname
        FROM pg_namespace
        WHERE nspname NOT LIKE 'pg_toast%'
    """)
)
session.scalar(text("SELECT version_num FROM alembic_version"))

# %% clean: values that are bound, where the guide shows how {"bound": false}
from sqlalchemy import text


def named(session, cursor, name):
    cursor.execute("SELECT * FROM boats WHERE name = ?", (name,))
    return session.execute(text("SELECT * FROM boats WHERE name = :name"), {"name": name})

# %% flagged in app/orders.py: of tables that the workspace knows
from sqlalchemy import text


def names(session, key, least):
    session.execute(text("SELECT name FROM orders"))
    #               ~~~~ write it with the ORM
    session.execute(
        text("SELECT id, name FROM orders WHERE id = :key AND total >= :least ORDER BY name DESC LIMIT 3"),
        #<~~ write it with the ORM
        {"key": key, "least": least.total},
    )
    return session.scalar(text("SELECT total FROM orders WHERE name <> 'Ada'"))
    #                     ~~~~ write it with the ORM

# %% file app/__init__.py

# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    total: Mapped[int]

# %% fixed
from sqlalchemy import select, text

from app.models import Order


def names(session, key, least):
    session.execute(select(Order.name))
    session.execute(
        select(Order.id, Order.name).where(Order.id == key, Order.total >= least.total).order_by(Order.name.desc()).limit(3),
    )
    return session.scalar(select(Order.total).where(Order.name != "Ada"))

# %% flagged in app/orders.py: all columns, a column that is not known, a join, a value that is not used
from sqlalchemy import text


def names(session, values):
    session.execute(text("SELECT * FROM orders"))
    #               ~~~~ write it with the ORM
    session.execute(text("SELECT weight FROM orders WHERE id = :key"), values)
    #               ~~~~ write it with the ORM
    session.execute(text("SELECT name FROM orders o JOIN lines l ON l.order_id = o.id"))
    #               ~~~~ write it with the ORM
    return session.execute(text("SELECT name FROM orders"), {"key": 3})
    #                      ~~~~ write it with the ORM

# %% file app/__init__.py

# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

# %% fixed
from sqlalchemy import select, text

from app.models import Order


def names(session, values):
    session.execute(select(Order.__table__))
    session.execute(text("SELECT weight FROM orders WHERE id = :key"), values)
    session.execute(text("SELECT name FROM orders o JOIN lines l ON l.order_id = o.id"))
    return session.execute(text("SELECT name FROM orders"), {"key": 3})
