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
