# %% flagged in app/orders.py: two modules
from app.customers import Customer
# %% file app/customers.py
from . import orders
#<~~~~~~~~~~~~~~~~~~ `app/customers.py` → `app/orders.py` → `app/customers.py`
# %% fixed app/customers.py

# %% flagged in app/a.py: three, over several lines
import app.d
from app.b import (
#<
    value,
)
# %% file app/b.py
from app.c import value
# %% file app/c.py
import app.a
# %% file app/d.py
VALUE = 1
# %% fixed
import app.d

# %% clean in app/orders.py: inside a function, for typing alone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.customers import Customer


def load():
    from app.customers import Customer

    return Customer
# %% file app/customers.py
from app.orders import load

# %% clean in app/__init__.py: a package that gathers its modules
from app.orders import load
# %% file app/orders.py
from app import settings
# %% file app/settings.py
VALUE = 1
