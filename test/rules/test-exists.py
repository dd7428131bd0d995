# %% flagged in app/services/billing.py: no test imports it
"""Sums up orders."""
#<~~~~~~~~~~~~~~~~~~~ No test imports this module


def total(prices: list[int]) -> int:
    return sum(prices)

# %% file tests/test_other.py
from app.services import shipping


def test_shipping() -> None:
    assert shipping

# %% file app/services/shipping.py
def ship() -> None:
    print("shipped")

# %% file app/services/__init__.py
# %% fixed tests/test_billing.py
from app.services.billing import total


def test_total() -> None:
    assert isinstance(total([]), int)

# %% clean in app/services/billing.py: a test imports it
def total(prices: list[int]) -> int:
    return sum(prices)

# %% file tests/unit/test_billing.py
from app.services import billing


def test_total() -> None:
    assert billing.total([1]) == 1

# %% file app/services/__init__.py

# %% clean in app/services/billing.py: by a re-export
class Billing:
    pass

# %% file app/services/__init__.py
from .billing import Billing

# %% file tests/test_billing.py
from app.services import Billing as Bills


def test_bills() -> None:
    assert Bills()

# %% clean in app/services/billing.py: by its name in a patch
def total() -> int:
    return 1

# %% file tests/test_api.py
from unittest.mock import patch


def test_api() -> None:
    with patch("app.services.billing.total"):
        assert True

# %% clean in app/services/constants.py: constants
LIMIT = 5


def limit() -> int:
    return LIMIT

# %% clean in app/services/names.py: nothing to test
NAMES = ("a", "b")

# %% clean in app/utils/text.py: no service
def upper(text: str) -> str:
    return text.upper()

# %% flagged in src/core/refund.py: the folder that the text names {"folders": ["src/core/"]}
def refund(amount):
#<~~~~~~~~~~~~~~~~~ No test imports
    return amount

# %% fixed tests/test_refund.py
import pytest

from core.refund import refund


@pytest.mark.skip(reason="to be written: what refund should do")
def test_refund() -> None:
    assert refund is not None

# %% flagged in app/services/crates.py: asynchronous, generating, decorated and private functions
import functools
#<~~~~~~~~~~~~~~


def _weigh(crate: int) -> int:
    return crate


@functools.cache
def known(crate: int) -> int:
    return crate


def crates(count: int):
    yield from range(count)


async def load(count: int) -> None:
    print(count)


async def heaviest(crates: list[int]) -> int:
    return max(crates)
# %% file app/services/__init__.py
# %% fixed tests/test_crates.py
import asyncio

from app.services.crates import heaviest, load


def test_load() -> None:
    asyncio.run(load(1))


def test_heaviest() -> None:
    assert isinstance(asyncio.run(heaviest([])), int)

# %% flagged in app/services/keeper.py: a class alone, and a test file that is there
class BoxKeeper:
#<~~~~~~~~~~~~~~
    def __init__(self, session):
        self.session = session

    def keep(self, box):
        self.session.add(box)
# %% file app/services/__init__.py
# %% file tests/test_keeper.py
def test_nothing():
    assert True
# %% fixed tests/test_keeper.py
import pytest

from app.services.keeper import BoxKeeper


def test_nothing():
    assert True


@pytest.mark.skip(reason="to be written: what BoxKeeper should do")
def test_box_keeper() -> None:
    assert BoxKeeper is not None

# %% clean in src/services/refund.py: another folder than the one that the text names {"folders": ["src/core/"]}
def refund(amount):
    return amount

# %% clean in app/services/views.py: routes among the services
from fastapi import APIRouter

router = APIRouter()


@router.get("/services")
def services():
    return []

# %% clean in packages/tolls/tolls/services/quay.py: a test beside the projects imports what one of them installs
def toll(length):
    return length * 3
# %% file packages/tolls/pyproject.toml
[project]
name = "tolls"
# %% file packages/tolls/tolls/services/__init__.py
# %% file packages/tolls/tolls/__init__.py
# %% file tests/test_quay.py
from tolls.services.quay import toll


def test_toll():
    assert toll(2) == 6
