# %% file core/__init__.py
# %% file core/storage.py
from sqlalchemy import create_engine


class Database:
    engine = create_engine("sqlite://")

# %% flagged in app/a.py: raw drivers, engines and sessions {"api": "core.storage.Database", "raw": ["sqlite3", "asyncpg", "sqlalchemy.create_engine", "sqlalchemy.ext.asyncio.*"]}
import asyncpg as pg
#<~~~~~~~~~~~~~~~~~~ core.storage.Database
from sqlalchemy import create_engine, select
#<
from sqlalchemy.ext.asyncio import AsyncSession
#<


def load():
    import sqlite3
    #<~~~~~~~~~~~~ Take a `Database`

    return sqlite3, pg, create_engine, select, AsyncSession

# %% clean in app/b.py: queries, types, typing, and modules of the same name {"api": "core.storage.Database", "raw": ["sqlite3", "asyncpg", "sqlalchemy.create_engine", "sqlalchemy.ext.asyncio.*"]}
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from core.storage import Database

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

TEXT = "import sqlite3"

# %% clean in migrations/env.py: migrations {"api": "core.storage.Database", "raw": ["sqlalchemy.create_engine"]}
from sqlalchemy import create_engine

# %% clean in core/storage.py: where it is defined {"api": "core.storage.Database", "raw": ["sqlalchemy.create_engine"]}
from sqlalchemy import create_engine

# %% flagged in app/c.py: a library beside a module of its name {"api": "core.web.Web", "raw": ["requests"]}
import requests
#<~~~~~~~~~~~~~ core.web.Web
from app.requests import Request
from app import requests as ours

print(requests, Request, ours)
# %% file app/__init__.py
# %% file app/requests.py
class Request: ...

# %% clean: results and addresses open nothing {"api": "core.storage.Database", "raw": ["sqlalchemy.engine.*", "sqlalchemy.ext.asyncio.*"]}
from sqlalchemy.engine import URL, CursorResult, Row
from sqlalchemy.ext.asyncio import AsyncResult

# %% flagged in app/e.py: what only annotations need {"api": "core.storage.Database", "raw": ["sqlalchemy.ext.asyncio.*"]}
from sqlalchemy.ext.asyncio import AsyncSession
#<


def count(session: AsyncSession) -> int:
    return 0
# %% fixed
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession


def count(session: "AsyncSession") -> int:
    return 0

# %% clean: an exception opens nothing {"api": "shared.database.UnifiedDatabase", "raw": ["sqlite3", "asyncpg"]}
from asyncpg.exceptions import UniqueViolationError
from sqlite3 import IntegrityError

print(IntegrityError, UniqueViolationError)
