"""What the tests share."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import StaticPool, create_engine
from sqlalchemy.orm import Session

from toolshed.database import Base, get_db
from toolshed.main import app
from toolshed.models import Member, Shelf, Tool


@pytest.fixture
def session() -> Iterator[Session]:
    """Hand out a session on a small library."""
    engine = create_engine(
        "sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool
    )
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        shelf = Shelf(label="A1", tools=[Tool(name="Drill"), Tool(name="Spirit level")])
        session.add_all([shelf, Member(name="Ines", email="ines@example.org")])
        session.commit()
        yield session
    engine.dispose()


@pytest.fixture
def client(session: Session) -> Iterator[TestClient]:
    """Talk to the application on that library."""
    app.dependency_overrides[get_db] = lambda: session
    yield TestClient(app)
    app.dependency_overrides.clear()
