# %% flagged in tests/test_basket.py: a branch and a loop with an assertion
def test_totals(baskets):
    for basket in baskets:
#   ~~~ in a loop
        assert basket.total > 0


def test_kind(basket):
    if basket.items:
#   ~~ branches, so what it checks depends
        assert basket.total > 0
    else:
        assert basket.total == 0

# %% clean in tests/test_basket.py: helpers, loops that prepare, and what skips
import sys

import pytest


def filled(basket):
    for name in ("apple", "pear"):
        if name:
            basket.add(name)
    return basket


def test_total(basket):
    if sys.platform == "win32":
        pytest.skip("no prices there")
    for name in ("apple", "pear"):
        basket.add(name)
    assert basket.total == 2

# %% clean in shop/basket.py: no test
def test_of_strength(rows):
    for row in rows:
        assert row

# %% clean in tests/test_basket.py: only branches are meant {"loops": false}
def test_totals(baskets):
    for basket in baskets:
        assert basket.total > 0

# %% flagged in tests/test_crane.py: over fixed cases, with pairs, in a class, over a list of the module
CASES = [1, 2, 3]


def test_lift(crane):
    """Lifts."""
    for weight, height in [(1, 2), (3, 4)]:
    #<~ parametrize the test
        crane.lift(weight, height)
        assert crane.height == height


class TestCrane:
    def test_turn(self):
        for angle in CASES:
        #<~ parametrize the test
            assert angle

# %% fixed
import pytest

CASES = [1, 2, 3]


@pytest.mark.parametrize("weight, height", [(1, 2), (3, 4)])
def test_lift(crane, weight, height):
    """Lifts."""
    crane.lift(weight, height)
    assert crane.height == height


class TestCrane:
    @pytest.mark.parametrize("angle", CASES)
    def test_turn(self, angle):
        assert angle

# %% flagged in tests/test_crane.py: cases of a call, more beside the loop, a way out of it
import unittest


def test_lift(crane):
    for weight in range(3):
    #<~ parametrize the test
        assert crane.lift(weight)


def test_turn(crane):
    crane.start()
    for angle in [1, 2]:
    #<~ parametrize the test
        assert crane.turn(angle)


def test_stop(crane):
    for angle in [1, 2]:
    #<~ parametrize the test
        if angle == 2:
            break
        assert crane.stop()


class CraneTest(unittest.TestCase):
    def test_turn(self):
        for angle in [1, 2]:
        #<~ parametrize the test
            assert angle

# %% fixed
import unittest

import pytest


@pytest.mark.parametrize("weight", range(3))
def test_lift(crane, weight):
    assert crane.lift(weight)


def test_turn(crane):
    crane.start()
    for angle in [1, 2]:
        assert crane.turn(angle)


def test_stop(crane):
    for angle in [1, 2]:
        if angle == 2:
            break
        assert crane.stop()


class CraneTest(unittest.TestCase):
    def test_turn(self):
        for angle in [1, 2]:
            assert angle

# %% flagged in tests/test_names.py: a failure with details, and checks that depend on what is found
import pytest


def test_names(names):
    strange = [name for name in names if not name.isalpha()]
    if strange:
        listed = ", ".join(strange)
        pytest.fail(f"strange names: {listed}")


def test_berths(berths):
    if berths:
    #<
        assert berths[0].depth > 3


def test_rows(rows):
    if rows:
    #<
        assert rows[0].depth
        pytest.fail("rows")
