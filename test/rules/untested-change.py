# %% flagged in app/prices.py: new functions, no test
def price(order):
    return order.total


def discount(order):
#   ~~~~~~~~ `discount` is new since the last commit, and so are 1 more here
    return order.total / 10


class Cart:
    def total(self):
        return 1
# %% before
def price(order):
    return order.total


class Cart:
    pass
# %% fixed tests/test_prices.py
from app.prices import Cart


def test_cart_total() -> None:
    assert Cart().total() is not None

# %% flagged in app/prices.py: changed, where that counts too {"changed": true}
def price(order):
#   ~~~~~ `price` is changed
    return order.total + 1
# %% before
def price(order):
    return order.total
# %% fixed tests/test_prices.py
import pytest

from app.prices import price


@pytest.mark.skip(reason="to be written: what price should do")
def test_price() -> None:
    assert price is not None

# %% clean in app/prices.py: changed, where only new code counts
def price(order):
    return order.total + 1
# %% before
def price(order):
    return order.total

# %% clean in app/prices.py: a test changed with it
def price(order):
    return order.total


def discount(order):
    return order.total / 10
# %% before
def price(order):
    return order.total
# %% file tests/test_prices.py
def test_all():
    assert True
# %% before tests/test_prices.py
def test_one():
    assert True

# %% clean in app/prices.py: a test knows it
def discount(order):
    return order.total / 10
# %% before
VALUE = 1
# %% file tests/test_prices.py
def test_discount():
    assert discount(1)
# %% before tests/test_prices.py
def test_discount():
    assert discount(1)

# %% clean in app/prices.py: private, a stub, an override, a nested function
from abc import abstractmethod


def _discount(order):
    def inner():
        return 1

    return inner


class Cart:
    @abstractmethod
    def total(self):
        return 1

    def rows(self): ...
# %% before
VALUE = 1

# %% clean in scripts/prices.py: a script
def discount(order):
    return order.total / 10
# %% before
VALUE = 1

# %% flagged in app/sums.py: functions that can be called with values of their types
def half(n: int) -> int:
    return n // 2


def third(n: int) -> int:
#   ~~~~~ `third` is new
    return n // 3


def store(path: str, rows: list[int]) -> None:
    print(path, rows)
# %% before
def half(n: int) -> int:
    return n // 2
# %% file tests/test_sums.py
from app.sums import half


def test_half():
    assert half(2) == 1
# %% before tests/test_sums.py
from app.sums import half


def test_half():
    assert half(2) == 1
# %% fixed tests/test_sums.py
from app.sums import half, store, third


def test_half():
    assert half(2) == 1


def test_third() -> None:
    assert third(1) is not None


def test_store() -> None:
    store("a", [])
