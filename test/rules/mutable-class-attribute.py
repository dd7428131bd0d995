# %% flagged: a list of the class
class Cart:
    items = []
#           ~~ ClassVar

# %% clean: marked, or of an instance
from typing import ClassVar


class Cart:
    kinds: ClassVar[list[str]] = []
    limit = 3

    def __init__(self):
        self.items = []
