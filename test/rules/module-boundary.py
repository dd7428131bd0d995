# %% flagged in app/services/orders.py: a forbidden layer {"from": ["services/"], "targets": ["routes/"]}
from app.routes.orders import router
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The guide says that services/ must not

print(router)

# %% flagged in app/api/orders.py: only the owners may {"owners": ["repositories/"], "targets": ["sqlalchemy"]}
import sqlalchemy as sa
#<~~~~~~~~~~~~~~~~~~~~~ The guide says that only repositories/

print(sa)

# %% clean in app/services/orders.py: for types, and other layers {"from": ["services/"], "targets": ["routes/"]}
from typing import TYPE_CHECKING

from app.models.order import Order

if TYPE_CHECKING:
    from app.routes.orders import router

print(Order)

# %% clean in app/repositories/orders.py: the owner itself {"owners": ["repositories/"], "targets": ["sqlalchemy"]}
import sqlalchemy

print(sqlalchemy)
