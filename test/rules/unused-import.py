# %% flagged: nothing uses them
import os
#      ~~ `os`
import sys
from json import dumps, loads
#                       ~~~~~ `json.loads`

print(sys.path, dumps)
# %% fixed
import sys
from json import dumps

print(sys.path, dumps)

# %% clean: used, in __all__, optional, for types
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models import User

__all__ = ["os"]


def f(user: "User"):
    return user

# %% clean in app/__init__.py: re-exports
from app.models import User
