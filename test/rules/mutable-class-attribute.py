# %% flagged: a list of the class
class Cart:
    items = []
#           ~~ ClassVar
# %% fixed
from typing import ClassVar


class Cart:
    items: ClassVar[list] = []

# %% clean: marked, or of an instance
from typing import ClassVar


class Cart:
    kinds: ClassVar[list[str]] = []
    limit = 3

    def __init__(self):
        self.items = []
