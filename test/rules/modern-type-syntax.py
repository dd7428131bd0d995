# %% flagged: unions and generics, and their imports
from typing import Dict, List, Optional, Union
#                  ~~~~ `Dict` from typing is the old spelling; write `dict`
#                        ~~~~ `List` from typing is the old spelling; write `list`


def find(name: Optional[str], ids: List[int]) -> Dict[str, Union[int, str]]:
#              ~~~~~~~~~~~~~ `Optional[str]` is the old spelling; write `str | None`, which
#                                  ~~~~ `List` is the old spelling; write `list`
#                                                ~~~~ `Dict` is the old spelling; write
#                                                          ~~~~~~~~~~~~~~~ `Union[int, str]` is the old spelling;
    return {}


cache: "Optional[int]" = None
#       ~~~~~~~~~~~~~ Optional
# %% fixed
def find(name: str | None, ids: list[int]) -> dict[str, int | str]:
    return {}


cache: "int | None" = None

# %% flagged: an import goes when its last use does, the others and their comments stay
"""Lists of things."""

import os
from typing import (
    Any,  # anything at all
    List,
    #<~~ write `list`
    Optional,
)

from typing import Dict as D
#                  ~~~~~~~~~ write `dict`

from app.base import Base


def find(name: Optional[str], ids: List[int]) -> Any:
#              ~~~~~~~~~~~~~ Optional
#                                  ~~~~ List
    """Make a List of them."""
    return os.fspath(name), ids, D
    #                            ~ write `dict`
# %% fixed
"""Lists of things."""

import os
from typing import (
    Any,  # anything at all
)

from app.base import Base


def find(name: str | None, ids: list[int]) -> Any:
    """Make a List of them."""
    return os.fspath(name), ids, dict

# %% flagged: left over, and used in ways that have no other spelling
import typing
from typing import Optional, Set, Union
#                  ~~~~~~~~ nothing uses it any more
#                            ~~~ write `set`


def kinds() -> object:
    return {"kinds": [Union, "Set[int]", typing.Any]}
# %% fixed
import typing
from typing import Set, Union


def kinds() -> object:
    return {"kinds": [Union, "Set[int]", typing.Any]}

# %% flagged: only unions {"generics": false}
from typing import List, Optional

names: List[Optional[str]] = []
#           ~~~~~~~~~~~~~ str | None

# %% flagged: only generics {"unions": false}
import typing as t

names: t.List[t.Optional[str]] = []
#      ~~~~~~ list

# %% clean: the new forms, and classes of the project with the old names
from app.types import List, Optional


def find(name: str | None, ids: list[int], other: List[int], more: Optional) -> dict[str, int]:
    return {}

# %% clean: a project that still supports Python 3.8
from typing import List, Optional

names: List[Optional[str]] = []
# %% file pyproject.toml
[project]
requires-python = ">=3.8"

# %% flagged: Optional stays, as the team writes it {"optional": false}
from typing import List, Optional, Union
#                  ~~~~ `List` from typing


def tow(boat: Optional[str], ropes: List[int], at: Union[int, str]) -> None:
#                                   ~~~~ `List` is
#                                                  ~~~~~~~~~~~~~~~
    print(boat, ropes, at)
