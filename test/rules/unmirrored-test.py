# %% file app/services/orders.py
def total():
    return 1

# %% file app/api/deps.py
def session():
    return 1

# %% file app/core/deps.py
def load():
    return 1

# %% flagged in tests/models/test_orders.py: in another folder
from app.services.orders import total
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ move it to `tests/services`


def test_total():
    assert total()
# %% gone
# %% fixed tests/services/test_orders.py
from app.services.orders import total


def test_total():
    assert total()

# %% clean in tests/models/test_orders.py: of the same name, but about something else
def test_total():
    assert True

# %% flagged in tests/unit/test_orders.py: at the top, with the kind of test kept
from app.services import orders
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `tests/unit/services`


def test_total():
    assert orders.total()
# %% gone
# %% fixed tests/unit/services/test_orders.py
from app.services import orders


def test_total():
    assert orders.total()

# %% clean in tests/services/test_orders.py: where the module lies, without the package
def test_total():
    assert True

# %% clean in tests/unit/app/services/test_orders.py: with the package
def test_total():
    assert True

# %% clean in tests/test_deps.py: two modules of that name
def test_load():
    assert True

# %% clean in tests/test_checkout.py: named after no module
def test_checkout():
    assert True

# %% clean in app/services/tests/test_orders.py: a tests folder inside the package
def test_total():
    assert True

# %% flagged in src/tests/test_stock.py: as the tests lie that mirror the package already
from harbour.sheds import stock
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `src/tests/sheds`


def test_count():
    assert stock.count()
# %% file src/harbour/sheds/stock.py
def count():
    return 1
# %% file src/harbour/sheds/cranes.py
def lift():
    return 1
# %% file src/tests/sheds/test_cranes.py
from harbour.sheds import cranes


def test_lift():
    assert cranes.lift()
# %% gone
# %% fixed src/tests/sheds/test_stock.py
from harbour.sheds import stock


def test_count():
    assert stock.count()
