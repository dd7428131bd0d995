# %% flagged in tests/test_orders.py: tests without the mark {"decorator": "pytest.mark.unit", "kind": "test"}
def test_total():
#   ~~~~~~~~~~ `test_total` has no
    assert 1

# %% clean in tests/test_orders.py: marked, helpers, a mark for the whole module {"decorator": "pytest.mark.unit", "kind": "test"}
import pytest


@pytest.mark.unit
def test_total():
    assert 1


def make():
    return 1
