"""The engine, the session factory and the dependency that hands out sessions."""

from collections.abc import Iterator

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from toolshed.config import settings

engine = create_engine(settings.database_url, pool_pre_ping=True)
SessionLocal = sessionmaker(engine)


class Base(DeclarativeBase):
    """The base of all models."""


def get_db() -> Iterator[Session]:
    """Yield a session and close it after the request.

    Yields:
        A session for one request.
    """
    with SessionLocal() as session:
        yield session
