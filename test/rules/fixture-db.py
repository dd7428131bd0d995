# %% flagged in tests/test_orders.py: made in the test
import pytest
import sqlalchemy as sa
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

from app.db import SessionLocal


def test_count() -> None:
    engine = create_engine("sqlite://")
    #        ~~~~~~~~~~~~~~~~~~~~~~~~~~ its own database engine
    make = sessionmaker(bind=engine)
    session = make()
    #         ~~~~~~ its own database session
    assert session


def test_with(engine) -> None:
    with Session(engine) as session:
    #    ~~~~~~~~~~~~~~~
        assert session
    with SessionLocal() as other:
    #    ~~~~~~~~~~~~~~
        assert other


class TestOrders:
    async def test_async(self) -> None:
        engine = create_async_engine("sqlite+aiosqlite://")
        #        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        async with AsyncSession(engine) as session:
        #          ~~~~~~~~~~~~~~~~~~~~
            assert session

    def test_alias(self) -> None:
        assert sa.create_engine("sqlite://")
        #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def test_nested() -> None:
    def make() -> Session:
        return SessionLocal()
        #      ~~~~~~~~~~~~~~

    assert make()

# %% file app/db.py
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

SessionLocal = sessionmaker(create_engine("sqlite://"))
# %% fixed
import pytest
import sqlalchemy as sa
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

from app.db import SessionLocal


@pytest.fixture
def engine():
    engine = create_engine("sqlite://")
    yield engine
    engine.dispose()


def test_count(engine) -> None:
    make = sessionmaker(bind=engine)
    session = make()
    assert session


@pytest.fixture
def with_session(engine):
    with Session(engine) as session:
        yield session


@pytest.fixture
def other():
    with SessionLocal() as other:
        yield other


def test_with(engine, with_session, other) -> None:
    assert with_session
    assert other


@pytest.fixture
def async_engine():
    engine = create_async_engine("sqlite+aiosqlite://")
    yield engine


class TestOrders:
    async def test_async(self, async_engine) -> None:
        async with AsyncSession(async_engine) as session:
            assert session

    def test_alias(self) -> None:
        assert sa.create_engine("sqlite://")


def test_nested() -> None:
    def make() -> Session:
        return SessionLocal()

    assert make()

# %% clean in tests/test_orders.py: fixtures, helpers, other sessions
import aiohttp
import pytest
import requests
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

ENGINE = create_engine("sqlite://")


@pytest.fixture
def session():
    with Session(ENGINE) as session:
        yield session


def make_session() -> Session:
    return sessionmaker(ENGINE)()


class TestOrders:
    def setup_method(self) -> None:
        self.engine = create_engine("sqlite://")

    def test_count(self, session: Session) -> None:
        assert session.get(object, 1) is None


def test_requests() -> None:
    assert requests.Session()

# %% clean in tests/conftest.py: conftest
from sqlalchemy import create_engine


def test_engine():
    return create_engine("sqlite://")

# %% clean in app/db.py: no test
from sqlalchemy import create_engine


def test_connection():
    return create_engine("sqlite://")

# %% clean in tests/test_stored.py: a session that only looks at what was stored
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import engine
from app.models import Order


def test_stored(client) -> None:
    client.post("/orders")
    with Session(engine) as session:
        order = session.scalars(select(Order)).one()
        assert order.total == 3

# %% flagged in tests/test_stored.py: one that also changes it
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import engine
from app.models import Order


def test_changed() -> None:
    with Session(engine) as session:
    #    ~~~~~~~~~~~~~~~
        session.add(Order(total=3))
        session.commit()
        assert session.scalars(select(Order)).one().total == 3
