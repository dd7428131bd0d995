# %% flagged in app/services/orders.py: across the boundary, also by a relative import {"from": ["services/"], "targets": ["routes/"]}
from app.routes.orders import router
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ routes/
from ..routes import items
#<~~~~~~~~~~~~~~~~~~~~~~~~ routes/

# %% flagged in app/services/orders.py: a library that only one folder may import {"owners": ["repositories/"], "targets": ["sqlalchemy"]}
import sqlalchemy.orm
#<~~~~~~~~~~~~~~~~~~~ sqlalchemy

# %% clean in app/repositories/orders.py: the owner {"owners": ["repositories/"], "targets": ["sqlalchemy"]}
import sqlalchemy.orm

# %% clean in app/routes/items.py: another folder {"from": ["services/"], "targets": ["routes/"]}
from app.routes.orders import router

# %% clean in app/services/orders.py: for type checking alone {"from": ["services/"], "targets": ["routes/"]}
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.routes.orders import router
