# %% flagged in tests/test_boats.py: a marker that is not listed
import pytest


class TestBoat:
    @pytest.mark.slow
#    ~~~~~~~~~~~~~~~~ `slow` is a marker
    def test_boat(self):
        assert True


@pytest.mark.quick
def test_port():
    assert True


@pytest.mark.parametrize("name", ["a"])
def test_name(name):
    assert name

# %% file pyproject.toml
[tool.pytest.ini_options]
markers = [
    "quick: those that take no time",
]
# %% fixed pyproject.toml
[tool.pytest.ini_options]
markers = [
    "quick: those that take no time",
    "slow: tests that are slow",
]

# %% clean in tests/test_boats.py: listed in an ini file
import pytest


@pytest.mark.slow
def test_boat():
    assert True

# %% file pytest.ini
[pytest]
markers =
    slow: those that take a while
    quick: the others

# %% clean in tests/test_boats.py: registered by code
import pytest


@pytest.mark.slow
def test_boat():
    assert True

# %% file pyproject.toml
[tool.pytest.ini_options]
addopts = "-q"

# %% file conftest.py
def pytest_configure(config):
    config.addinivalue_line("markers", "slow: those that take a while")
