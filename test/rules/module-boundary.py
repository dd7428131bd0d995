# %% flagged in app/services/orders.py: across the boundary, also by a relative import {"from": ["services/"], "targets": ["routes/"]}
from app.routes.orders import router
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ routes/
from ..routes import items
#<~~~~~~~~~~~~~~~~~~~~~~~~ routes/
# %% fixed

# %% flagged in app/services/orders.py: a library that only one folder may import {"owners": ["repositories/"], "targets": ["sqlalchemy"]}
import sqlalchemy.orm
#<~~~~~~~~~~~~~~~~~~~ sqlalchemy
# %% fixed

# %% clean in app/repositories/orders.py: the owner {"owners": ["repositories/"], "targets": ["sqlalchemy"]}
import sqlalchemy.orm

# %% clean in app/routes/items.py: another folder {"from": ["services/"], "targets": ["routes/"]}
from app.routes.orders import router

# %% clean in app/services/orders.py: for type checking alone {"from": ["services/"], "targets": ["routes/"]}
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.routes.orders import router

# %% flagged in app/api/orders.py: a folder that the list does not name {"from": ["api/"], "allowed": ["services/", "schemas/"]}
import json

from app.models.order import Order
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `app.models.order.Order` lies in `models/`
from app.schemas.order import OrderOut

from ..repositories import orders
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ in `repositories/`
from . import deps
# %% file app/models/order.py
VALUE = 1
# %% file app/repositories/orders.py
VALUE = 1
# %% fixed
import json

from app.schemas.order import OrderOut

from . import deps

# %% clean in app/services/orders.py: another folder, a module beside the folders {"from": ["api/"], "allowed": ["services/"]}
from app.models.order import Order
# %% file app/models/order.py
VALUE = 1

# %% clean in app/api/orders.py: a module beside the folders {"from": ["api/"], "allowed": ["services/"]}
from app import settings
from app.constants import LIMIT
from app.services.orders import load
# %% file app/constants.py
LIMIT = 1

# %% flagged in shop/domain/rules.py: not the first of the names, once a line {"from": ["shop/domain/"], "targets": ["shop/web/"]}
from shop import enums, web
#<~~~~~~~~~~~~~~~~~~~~~~~~~ `shop/domain/` must not import from `shop/web/`; `shop.web`
import shop.web.orders, shop.web.lines
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ shop.web.orders
# %% fixed
import shop.web.orders, shop.web.lines

# %% clean in alembic/versions/77aa_add_cranes.py: migrations {"owners": ["app/db/"], "targets": ["sqlalchemy"]}
import sqlalchemy as sa

revision = "77aa"
down_revision = None
kind = sa.String

# %% clean in tests/services/test_cranes.py: tests {"from": ["services/"], "targets": ["routes/"]}
from app.routes.cranes import router

print(router)

# %% flagged in tests/unit/test_cranes.py: tests that are meant {"from": ["tests/"], "targets": ["app/internal/"]}
from app.internal.cranes import Crane
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ must not import

print(Crane)

# %% flagged in shop/domain/prices.py: against the order of the layers {"order": ["web/", "usecases/|services/", "domain/"]}
from shop.services.orders import total
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ draws dependencies from `services/` to `domain/`
from ..web import pages
#<~~~~~~~~~~~~~~~~~~~~~ `shop.web.pages`
from shop.domain.taxes import rate

print(total, pages, rate)

# %% clean in shop/services/orders.py: along the order of the layers, and what is no layer {"order": ["web/", "usecases/|services/", "domain/"]}
import json

from shop.domain.prices import price
from shop.settings import LIMIT

print(json, price, LIMIT)

# %% clean in shop/main.py: a module beside the layers {"order": ["web/", "domain/"]}
from shop.web import pages

print(pages)

# %% clean in tests/domain/test_prices.py: tests {"order": ["web/", "domain/"]}
from shop.web import pages

print(pages)

# %% clean in server/polls/kit/texts.py: a folder inside the one that it must not import from keeps to itself {"from": ["server/polls/kit/"], "targets": ["server/polls/"]}
from polls.kit.words import cut

from . import words
from .words import join
from ..kit.words import split

# %% file server/polls/kit/words.py
def cut(): ...

# %% file server/polls/kit/__init__.py

# %% file server/polls/__init__.py

# %% flagged in server/polls/kit/texts.py: by the name that the code knows it by {"from": ["server/polls/kit/"], "targets": ["server/polls/"]}
from polls.votes import count
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~ `polls.votes.count`
from ..votes import tally
#<~~~~~~~~~~~~~~~~~~~~~~~ crosses that boundary

# %% file server/polls/votes.py
def count(): ...
def tally(): ...

# %% file server/polls/kit/__init__.py

# %% file server/polls/__init__.py

# %% clean in harbour/service/tides.py: a library's folder that is called like a layer {"order": ["routes/|api/", "services/|service/", "models/"]}
from cloudtides.api.errors import TideError
