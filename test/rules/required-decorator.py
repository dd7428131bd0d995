# %% flagged in tests/test_orders.py: a test without it {"decorator": "pytest.mark.unit", "kind": "test"}
def test_total():
#   ~~~~~~~~~~ pytest.mark.unit
    assert 1

# %% flagged: an endpoint without it {"decorator": "audited", "kind": "endpoint"}
@router.get("/orders")
def list_orders():
#   ~~~~~~~~~~~ audited
    return []

# %% clean in tests/test_orders.py: on the function, on its class, and helpers {"decorator": "pytest.mark.unit", "kind": "test"}
import pytest


@pytest.mark.unit
def test_total():
    assert 1


@pytest.mark.unit
class TestOrders:
    def test_sum(self):
        assert 1


def make_order():
    return {}

# %% clean in tests/test_marked.py: the whole module is marked {"decorator": "pytest.mark.unit", "kind": "test"}
import pytest

pytestmark = pytest.mark.unit


def test_total():
    assert 1

# %% clean: not an endpoint {"decorator": "audited", "kind": "endpoint"}
def list_orders():
    return []

# %% flagged in shop/services/orders.py: classes of a kind {"decorator": "injectable", "kind": "service class"}
from shop.ioc import injectable


class OrderService:
#     ~~~~~~~~~~~~ @injectable
    def ship(self):
        return 1


@injectable
class LineService:
    pass


class BaseService:
    pass
