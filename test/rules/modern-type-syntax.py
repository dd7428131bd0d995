# %% flagged: unions and generics
from typing import Dict, List, Optional, Union


def find(name: Optional[str], ids: List[int]) -> Dict[str, Union[int, str]]:
#              ~~~~~~~~~~~~~ `Optional[str]` is the old spelling;
#                                  ~~~~ `List` is the old spelling; write
#                                                ~~~~ `Dict` is the old spelling; write
#                                                          ~~~~~~~~~~~~~~~ `Union[int, str]` is the old spelling;
    return {}


cache: "Optional[int]" = None
#       ~~~~~~~~~~~~~ Optional
# %% fixed
from typing import Dict, List, Optional, Union


def find(name: str | None, ids: list[int]) -> dict[str, int | str]:
    return {}


cache: "int | None" = None

# %% flagged: only unions {"generics": false}
from typing import List, Optional

names: List[Optional[str]] = []
#           ~~~~~~~~~~~~~ X | None

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
