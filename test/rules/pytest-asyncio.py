# %% flagged in tests/test_a.py: no mark
import os


async def test_answer():
#         ~~~~~~~~~~~ `test_answer`
    assert await answer() == os.name


class TestMore:
    async def test_other(self):
    #         ~~~~~~~~~~ `test_other`
        assert await answer()
# %% fixed
import os

import pytest


@pytest.mark.asyncio
async def test_answer():
    assert await answer() == os.name


class TestMore:
    @pytest.mark.asyncio
    async def test_other(self):
        assert await answer()

# %% flagged in tests/test_u.py: unittest where pytest is asked for {"unittest": true}
import unittest


class AddTest(unittest.TestCase):
#             ~~~~~~~~~~~~~~~~~ unittest class
    def test_add(self):
        self.assertEqual(1, 1)

# %% fixed
import unittest


class TestAdd:
    def test_add(self):
        assert 1 == 1

# %% clean in tests/test_b.py: marks, fixtures, helpers, classes of unittest
import unittest

import pytest


@pytest.mark.asyncio
async def test_answer():
    assert await answer()


@pytest.mark.anyio
async def test_other():
    assert await answer()


@pytest.mark.asyncio
class TestMore:
    async def test_third(self):
        assert await answer()


class Old(unittest.IsolatedAsyncioTestCase):
    async def test_fourth(self):
        assert await answer()


@pytest.fixture
async def client():
    yield 1


def test_sync():
    async def test_inner():
        pass

# %% clean in tests/test_c.py: the mode is auto
async def test_answer():
    assert await answer()
# %% file pyproject.toml
[tool.pytest.ini_options]
asyncio_mode = "auto"

# %% clean in backend/tests/test_d.py: the mode is set in the project file of a folder above
async def test_answer():
    assert await answer()
# %% file backend/pyproject.toml
[tool.pytest.ini_options]
asyncio_mode = "auto"

# %% clean in tests/unit/test_e.py: a conftest marks all tests
async def test_answer():
    assert await answer()
# %% file tests/conftest.py
import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.asyncio)

# %% flagged in tests/test_cranes.py: set-up, exceptions, messages and negations {"unittest": true}
from unittest import TestCase


class CraneTests(TestCase):
#                ~~~~~~~~ unittest class
    """Lifts."""

    def setUp(self):
        self.load = 3

    def test_lift(self):
        self.assertEqual(self.load, 1 if self.load else 2, "too heavy")
        self.assertFalse(self.load == 4)  # not yet
        self.assertIsNone(None, msg="none")
        self.assertIn(self.load, [3])
        self.assertTrue(not self.load or self.load)
        with self.assertRaises(ValueError):
            int("x")


class TestMast(TestCase):
#              ~~~~~~~~ unittest class
    def test_mast(self):
        self.assertAlmostEqual(0.1, 0.1)

# %% fixed
from unittest import TestCase

import pytest


class TestCrane:
    """Lifts."""

    def setup_method(self):
        self.load = 3

    def test_lift(self):
        assert self.load == (1 if self.load else 2), "too heavy"
        assert self.load != 4  # not yet
        assert None is None, "none"
        assert self.load in [3]
        assert not self.load or self.load
        with pytest.raises(ValueError):
            int("x")


class TestMast(TestCase):
    def test_mast(self):
        self.assertAlmostEqual(0.1, 0.1)

# %% clean in tests/test_f.py: fixtures that are named like tests
import pytest_asyncio


@pytest_asyncio.fixture
async def test_harbour():
    yield await open_harbour()


@pytest_asyncio.fixture(scope="session")
async def test_boats():
    return await boats()

# %% clean in tests/conftest.py: pytest looks for no tests here
async def test_client():
    return await client()

# %% clean in tests/test_g.py: the module's marks stand in a list over several lines
import pytest

pytestmark = [
    pytest.mark.usefixtures("store"),
    pytest.mark.asyncio,
    pytest.mark.parametrize("store", ["memory", "disk"], indirect=True),
]


class TestStore:
    async def test_keeps(self):
        assert await answer()

# %% clean in tests/test_h.py: marks of the classes above and around
import pytest

from tests.support import SlowTests


@pytest.mark.asyncio
class BaseTests:
    async def test_base(self):
        assert await answer()


class TestBoats(BaseTests):
    async def test_boat(self):
        assert await answer()

    class TestSails:
        async def test_sail(self):
            assert await answer()


class TestTides(SlowTests):
    async def test_tide(self):
        assert await answer()
# %% file tests/__init__.py
# %% file tests/support.py
import pytest


class SlowTests:
    pytestmark = (pytest.mark.slow, pytest.mark.anyio)

# %% clean in tests/test_i.py: marks that come from elsewhere
from tests.marks import ALL_MARKS

pytestmark = ALL_MARKS


async def test_answer():
    assert await answer()

# %% flagged in tests/test_j.py: other marks
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("store"),
]


class Plain:
    pytestmark = pytest.mark.slow


class TestStore(Plain):
    async def test_keeps(self):
    #         ~~~~~~~~~~
        assert await answer()
# %% fixed
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("store"),
]


class Plain:
    pytestmark = pytest.mark.slow


class TestStore(Plain):
    @pytest.mark.asyncio
    async def test_keeps(self):
        assert await answer()

# %% flagged in tests/test_probe.py: classes that pytest collects
class TestProbe:
    async def test_depth(self):
        #     ~~~~~~~~~~ does not run
        assert await depth() == 4

# %% clean in tests/test_probe.py: classes that call their methods themselves
import asyncio


class ProbeRun:
    async def test_depth(self):
        return await depth()


class TestBench:
    def __init__(self, depth):
        self.depth = depth

    async def test_depth(self):
        return await depth()


asyncio.run(ProbeRun().test_depth())
