# %% flagged in app/test_orders.py: beside the code
def test_total():
#<~~~~~~~~~~~~~~~ keeps its tests in `tests/`
    assert True
# %% gone
# %% fixed tests/test_orders.py
def test_total():
    assert True

# %% flagged in app/orders_test.py: outside the named folder {"folders": ["tests/unit/", "tests/integration/"]}
import pytest
#<~~~~~~~~~~~ `tests/unit/` and `tests/integration/`


async def test_total():
    assert pytest
# %% gone
# %% fixed tests/unit/orders_test.py
import pytest


async def test_total():
    assert pytest

# %% clean in tests/test_orders.py: in the folder
def test_total():
    assert True

# %% clean in packages/boats/tests/unit/test_orders.py: in a folder of that name further down
def test_total():
    assert True

# %% clean in tests/e2e/test_orders.py: another kind of test {"folders": ["tests/unit/"]}
def test_total():
    assert True

# %% clean in app/test_mode.py: named like a test, but holding none
def is_testing():
    return True
