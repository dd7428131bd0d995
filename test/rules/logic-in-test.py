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
