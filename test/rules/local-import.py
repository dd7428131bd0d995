# %% flagged: inside a function, and below code
def here():
    import os
    #<~~~~~~~ not at the top

    return os.getcwd()


import sys
#<~~~~~~~~ not at the top
# %% fixed
import os


def here():
    return os.getcwd()



# %% clean: at the top, optional, for types, with a reason
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models import User

try:
    import orjson
except ImportError:
    orjson = None


def here():
    from app.models import User  # Avoids a circular import.

    # The import is slow, so it waits.
    import pandas

    return os.getcwd(), User, pandas
