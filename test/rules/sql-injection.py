# %% flagged: values in the text
from sqlalchemy import text


def find(session, cursor, name, limit):
    session.execute(text(f"SELECT * FROM users WHERE name = '{name}'"))
    #               ~~~~ `name`
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)
    #<~~~~~~~~~~~~ `name`
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")
    #<~~~~~~~~~~~~ `name`
    cursor.execute("SELECT * FROM users LIMIT {}".format(limit))
    #<~~~~~~~~~~~~ `limit`
    query = f"DELETE FROM users WHERE id = {limit}"
    cursor.execute(query)
    #<~~~~~~~~~~~~ `limit`
# %% fixed
from sqlalchemy import text


def find(session, cursor, name, limit):
    session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    cursor.execute("SELECT * FROM users LIMIT %s", (limit,))
    query = "DELETE FROM users WHERE id = %s"
    cursor.execute(query, (limit,))
# %% flagged: an example of a guide
query = f"SELECT * FROM users WHERE name = '{user_input}'"
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `user_input`

# %% clean: bound, constant, identifiers, placeholders, logs
import logging

from sqlalchemy import text

from app.tables import TABLE

logger = logging.getLogger(__name__)
LIMIT = 10


def find(session, cursor, name, ids, table):
    session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    cursor.execute(f"SELECT * FROM {TABLE} LIMIT {LIMIT}")
    cursor.execute(f"SELECT * FROM {table}")
    marks = ", ".join("?" for _ in ids)
    cursor.execute(f"SELECT * FROM users WHERE id IN ({marks})", ids)
    for column in ("a", "b"):
        cursor.execute(f"ALTER TABLE users DROP COLUMN {column}")
    logger.info(f"SELECT took = {name}")
    pool.execute(f"run --name={name}")
    query = "SELECT 1"
    cursor.execute(query)

# %% flagged: a statement in a variable where it is executed, and parts of a statement
import sqlalchemy as sa
from sqlalchemy import text


async def report(session, owner: str, column: str):
    statement = text(f"SELECT 1 FROM jobs WHERE owner = '{owner}'")
    rows = await session.execute(statement)
    #            ~~~~~~~~~~~~~~~ `owner` is written into the SQL
    await session.execute(sa.select(sa.text("1")).where(sa.text(f"owner = '{owner}'")))
    #                                                   ~~~~~~~ `owner`
    await session.execute(sa.select(sa.literal_column(f"{column} = '{owner}'")))
    #                               ~~~~~~~~~~~~~~~~~ `owner`
    return rows
# %% fixed
import sqlalchemy as sa
from sqlalchemy import text


async def report(session, owner: str, column: str):
    statement = text("SELECT 1 FROM jobs WHERE owner = :owner")
    rows = await session.execute(statement, {"owner": owner})
    await session.execute(sa.select(sa.text("1")).where(sa.text("owner = :owner").bindparams(owner=owner)))
    await session.execute(sa.select(sa.literal_column(f"{column} = '{owner}'")))
    return rows

# %% clean: names in parts of a statement
import sqlalchemy as sa


def ordered(column: str):
    return sa.select(sa.text("1")).order_by(sa.text(f"{column} DESC"), sa.text(f"jobs.{column}"))

# %% clean: statements that take names alone
from sqlalchemy import text


def enter(connection, tenant):
    path = text('set search_path to "%s"' % tenant)
    connection.execute(path)
    connection.execute(text(f"CREATE DATABASE \"{tenant}\""))

# %% clean: numbers carry no SQL
import sqlite3


def page(connection: sqlite3.Connection, size: str):
    limit = int(size)
    return connection.execute(f"SELECT * FROM boats LIMIT {limit}")

# %% flagged: through locals, over lines, and to a driver with marks of its own
import sqlite3

from sqlalchemy import text

TABLE = "users"


def named(session, name, age):
    query = "SELECT * FROM users WHERE name = '%s' AND age > %s" % (name, age)
    return session.execute(text(query))
    #                      ~~~~ `name`


def later(session, name):
    statement = text("SELECT * FROM users WHERE name = '" + name + "'")
    return session.execute(statement)
    #      ~~~~~~~~~~~~~~~ `name`


def lines(session, name):
    return session.execute(
        text(
        #<~~ `name`
            f"""
            SELECT * FROM users
            WHERE name = '{name}'
            """
        )
    )


def lite(path: str, name: str):
    connection = sqlite3.connect(path)
    connection.execute(f"DELETE FROM users WHERE name = '{name}'")
    #<~~~~~~~~~~~~~~~~ `name`


def table(session, name, where):
    session.execute(text(f"SELECT * FROM {where} WHERE name = '{name}'"))
    #               ~~~~ `name`
# %% fixed
import sqlite3

from sqlalchemy import text

TABLE = "users"


def named(session, name, age):
    query = "SELECT * FROM users WHERE name = :name AND age > :age"
    return session.execute(text(query), {"name": name, "age": age})


def later(session, name):
    statement = text("SELECT * FROM users WHERE name = :name")
    return session.execute(statement, {"name": name})


def lines(session, name):
    return session.execute(
        text(
            """
            SELECT * FROM users
            WHERE name = :name
            """
        ), {"name": name}
    )


def lite(path: str, name: str):
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM users WHERE name = ?", (name,))


def table(session, name, where):
    session.execute(text(f"SELECT * FROM {where} WHERE name = '{name}'"))

# %% clean: values of types that hold no quotes
import enum
import uuid
from datetime import date

from sqlalchemy import text


class Flag(enum.StrEnum):
    RED = "red"


def ships(session, owner: uuid.UUID, flag: Flag, since: date, length: int):
    session.execute(text(f"SELECT * FROM ships WHERE owner = '{owner}' AND flag = '{flag}'"))
    session.execute(text(f"SELECT * FROM ships WHERE built > '{since}' AND length > {length}"))

# %% flagged: a condition that is put together before the statement
def find(connection, name, size):
    condition = f"name = '{name}'"
    query = "SELECT id FROM crates WHERE " + condition
    connection.execute(query)
    #<~~~~~~~~~~~~~~~~ `name` is written into the SQL

# %% clean: a condition of constants
def find(connection, name):
    condition = "name = ?" if name else "1 = 1"
    order = "ORDER BY name"
    connection.execute(f"SELECT id FROM crates WHERE {condition} {order}", (name,))

# %% clean: members of lists of constants, and names in double quotes
from sqlalchemy import text

LABELS = [("crate", "size"), ("pallet", "weight")]


def tidy(connection, table):
    kinds = ["crate", "pallet"]
    for kind in kinds:
        connection.execute(text(f"DELETE FROM labels WHERE kind = '{kind}'"))
    for kind, key in LABELS:
        connection.execute(text(f"UPDATE labels SET kind = '{kind}' WHERE key = '{key}'"))
    connection.execute(text(f"""
        UPDATE "{table}"
        SET owner = NULL
    """))
    connection.execute(text(f'SELECT 1 FROM public."{table}"'))

# %% flagged: members of lists that are added to
from sqlalchemy import text


def tidy(connection, more):
    kinds = ["crate", *more]
    for kind in kinds:
        connection.execute(text(f"DELETE FROM labels WHERE kind = '{kind}'"))
        #                  ~~~~ `kind`

# %% clean: the values of an enumeration
import enum

from sqlalchemy import text


class Unit(enum.Enum):
    DAY = "day"
    WEEK = "week"


def tides(session, unit: Unit):
    return session.execute(text(f"SELECT date_trunc('{unit.value}', at) FROM tides"))

# %% clean: one of two constants
def fill(connection, is_postgres):
    yes = "TRUE" if is_postgres else "1"
    connection.execute(f"UPDATE berths SET is_free = {yes} WHERE is_free IS NULL")


def note(db, connection, key):
    mark = db.time_placeholder("noted")
    connection.execute(f"UPDATE berths SET noted = {mark} WHERE key = :key", {"key": key})
    connection.execute(f"UPDATE berths SET seen = {db.time_placeholder('seen')} WHERE key = :key", {"key": key})

# %% clean: a name in double quotes at the start of a fragment
from sqlalchemy import literal_column


def marked(field):
    return literal_column(f'"{field.name.replace("_", "")}_marks".value')

# %% clean: names in double quotes behind others, and what the module makes of its constants
from sqlalchemy import text

OLD_KEYS = ("tow", "crane")


def without(column, keys):
    return f"{column} - ARRAY[{', '.join(repr(key) for key in keys)}]"


def upgrade(connection, schema, table):
    connection.execute(text(f'SELECT id FROM "{schema}"."{table}" ORDER BY id'))
    connection.execute(text(f'UPDATE "{schema}"."{table}" SET checked = :now'), {"now": 1})
    cleaned = without("extras", OLD_KEYS)
    connection.execute(text(f"UPDATE berths SET extras = {cleaned}"))

# %% flagged: what Flask's request holds, which every view imports
from flask import request
from sqlalchemy import text

from shop.extensions import db

SHELVES = {"a": "left", "b": "right"}


def find():
    db.session.execute(text("SELECT * FROM crates WHERE name = '%s'" % request.args["name"]))
    #                  ~~~~ request.args["name"]
    shelf = SHELVES["a"]
    db.session.execute(text(f"SELECT * FROM crates WHERE shelf = '{SHELVES['b']}'"))
    return shelf
