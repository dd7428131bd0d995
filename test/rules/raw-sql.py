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
