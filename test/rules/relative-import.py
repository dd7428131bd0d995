# %% flagged in src/app/api/users.py: the same package and its parents
from . import schemas
#    ~ app.api
from .schemas import User
#    ~~~~~~~~ app.api.schemas
from ..models import Row as R
#    ~~~~~~~~ app.models
# %% fixed
from app.api import schemas
from app.api.schemas import User
from app.models import Row as R

# %% flagged in app/api/users.py: only parents {"parentsOnly": true}
from .schemas import User
from ..models import Row
#    ~~~~~~~~ app.models

# %% clean in app/api/users.py: full names
import os

from app.models import Row

# %% flagged in tools/orchard/store.py: the outermost package lies in a folder that is none
from .weather import forecast
#    ~~~~~~~~ orchard.weather
# %% file tools/orchard/__init__.py
# %% file tools/orchard/weather.py
def forecast():
    return "rain"
# %% fixed
from orchard.weather import forecast

# %% flagged in tools/orchard/store.py: no package is marked, others import it
from .weather import forecast
#    ~~~~~~~~ orchard.weather
# %% file tools/orchard/weather.py
def forecast():
    return "rain"
# %% file tools/nightly.py
from orchard.weather import forecast
# %% fixed
from orchard.weather import forecast

# %% flagged in tools/orchard/store.py: a project of its own
from .weather import forecast
#    ~~~~~~~~ orchard.weather
# %% file tools/pyproject.toml
[project]
name = "orchard"
# %% fixed
from orchard.weather import forecast

# %% flagged in tools/orchard/store.py: nothing says where imports begin
from .weather import forecast
#    ~~~~~~~~ write the module's full name
# %% fixed
from .weather import forecast

# %% flagged in fleet-core/fleet/core/boats/store.py: a package without a marker above the marked ones
from .berth import Berth
#    ~~~~~~ fleet.core.boats.berth
# %% file fleet-core/pyproject.toml
[project]
name = "fleet"
# %% file fleet-core/fleet/core/__init__.py
# %% file fleet-core/fleet/core/boats/__init__.py
# %% file fleet-core/fleet/core/boats/berth.py
class Berth: ...
# %% file fleet-core/fleet/core/harbour.py
from fleet.core.boats.berth import Berth
# %% fixed
from fleet.core.boats.berth import Berth
