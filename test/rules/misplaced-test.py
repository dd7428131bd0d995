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

# %% clean in apps/crane/tests/test_crane.py: the tests of another project {"folders": ["api/src/tests/"]}
def test_crane():
    assert True
# %% file apps/crane/pyproject.toml
[project]
name = "crane"
# %% file api/src/tests/test_api.py
def test_api():
    assert True

# %% flagged in apps/crane/tests/test_crane.py: of the same project {"folders": ["api/src/tests/"]}
def test_crane():
#<~~~~~~~~~~~~~~~ keeps its tests in `api/src/tests/`
    assert True
# %% gone
# %% fixed api/src/tests/test_crane.py
def test_crane():
    assert True
# %% file api/src/tests/test_api.py
def test_api():
    assert True
