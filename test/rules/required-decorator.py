# %% flagged in tests/test_orders.py: a test without it {"decorator": "pytest.mark.unit", "kind": "test"}
def test_total():
#   ~~~~~~~~~~ pytest.mark.unit
    assert 1
# %% fixed
import pytest


@pytest.mark.unit
def test_total():
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
# %% fixed
from shop.ioc import injectable


@injectable
class OrderService:
    def ship(self):
        return 1


@injectable
class LineService:
    pass


class BaseService:
    pass

# %% flagged: routes by the type of their router, and none of what only has such methods {"decorator": "audited", "kind": "endpoint"}
from fastapi import APIRouter

from shop.audit import audited as watched
from shop.cache import Cache

boats = APIRouter()
api_cache: Cache = Cache()


@boats.get("/boats")
def read():
#   ~~~~ @audited
    return []


@boats.post("/boats")
@watched
def add():
    return []


@api_cache.get("boats")
def cached():
    return []
# %% fixed
from fastapi import APIRouter

from shop.audit import audited as watched
from shop.cache import Cache

boats = APIRouter()
api_cache: Cache = Cache()


@boats.get("/boats")
@watched
def read():
    return []


@boats.post("/boats")
@watched
def add():
    return []


@api_cache.get("boats")
def cached():
    return []

# %% flagged in shop/web.py: a decorator of the workspace {"decorator": "audited", "kind": "endpoint"}
@router.get("/orders")
async def list_orders():
#         ~~~~~~~~~~~ audited
    return []
# %% file shop/audit.py
def audited(function):
    return function
# %% fixed
from shop.audit import audited


@router.get("/orders")
@audited
async def list_orders():
    return []

# %% flagged in app/routes.py: async endpoints alone {"decorator": "audited", "kind": "async endpoint"}
from fastapi import APIRouter

router = APIRouter()


@router.get("/tide")
async def tide():
#         ~~~~
    return 1


@router.get("/wind")
def wind():
    return 1


async def gust():
    return 2
