# %% flagged: only in annotations
from __future__ import annotations

from decimal import Decimal
#                   ~~~~~~~
from pathlib import Path
#                   ~~~~


def size(path: Path, price: Decimal) -> int:
    return path.stat().st_size
# %% fixed
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path


def size(path: Path, price: Decimal) -> int:
    return path.stat().st_size

# %% clean: used at run time, by a model, and set apart already
from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from uuid import UUID


class Boat(BaseModel):
    price: Decimal


def size(path: Path, id: UUID) -> Path:
    return Path(path)

# %% clean: annotations of routes, dependencies and columns are read when the code runs
from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends

from app.boats import BoatStore
from app.db import Base, Mapped

router = APIRouter()


def get_store(session: Annotated[BoatStore, Depends(Base.open)]):
    return session


@router.get("/boats")
async def boats(since: datetime, store: Annotated[BoatStore, Depends(get_store)]):
    return store.all()


class Boat(Base):
    id: Mapped[uuid.UUID]

# %% clean in app/dependencies.py: another module hands it to what reads its parameters
from __future__ import annotations

from decimal import Decimal


def get_limit(limit: Decimal):
    return limit
# %% file app/boats.py
from fastapi import Depends

from app.dependencies import get_limit

limit = Depends(get_limit)

# %% clean in app/berths.py: a container makes the class
from __future__ import annotations

from decimal import Decimal


class Berths:
    def __init__(self, price: Decimal) -> None:
        self.price = price
# %% file app/container.py
from dishka import Provider

# %% flagged: fixtures, context managers, plain classes and local variables
from __future__ import annotations

from contextlib import contextmanager
from decimal import Decimal
#                   ~~~~~~~
from pathlib import Path
#                   ~~~~
from collections.abc import Iterator
#                           ~~~~~~~~

import pytest


@pytest.fixture
def price() -> Decimal:
    return make()


@contextmanager
def opened(path: Path) -> Iterator[int]:
    found: Decimal = make()
    yield found

# %% clean: a framework reads them when the code runs
from __future__ import annotations

from typing import Annotated

import typer
from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

app = typer.Typer()


def session() -> AsyncSession:
    return AsyncSession()


def store(session: Annotated[AsyncSession, Depends(session)]) -> None:
    pass


def harbour(request: Request) -> str:
    return request.url.path


@app.command()
def weigh(harbour: Annotated[str, Depends(harbour)], boat: Boat) -> None:
    pass

# %% flagged: between imports out of order
from __future__ import annotations

import os
from datetime import datetime
#                    ~~~~~~~~

from app.boats import Boat

BOAT = Boat(os.sep)


def at(when: datetime) -> None:
    BOAT.at(when)
# %% fixed
from __future__ import annotations

import os
from typing import TYPE_CHECKING

from app.boats import Boat

if TYPE_CHECKING:
    from datetime import datetime

BOAT = Boat(os.sep)


def at(when: datetime) -> None:
    BOAT.at(when)
