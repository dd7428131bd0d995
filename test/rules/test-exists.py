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

# %% clean in src/services/refund.py: another folder than the one that the text names {"folders": ["src/core/"]}
def refund(amount):
    return amount

# %% clean in app/services/views.py: routes among the services
from fastapi import APIRouter

router = APIRouter()


@router.get("/services")
def services():
    return []
