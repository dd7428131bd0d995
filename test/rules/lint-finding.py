# %% flagged: the usual codes
import os
#      ~~


def area(box):
    width = box.width
#   ~~~~~
    if box == None:
#             ~~~~
        return 0
    return undefined
#          ~~~~~~~~~
# %% fixed


def area(box):
    if box is None:
        return 0
    return undefined

# %% flagged: codes of the guide {"select": ["UP006"]}
from typing import List


def areas(boxes: List[int]) -> int:
#                ~~~~
    return len(boxes)
# %% fixed
from typing import List


def areas(boxes: list[int]) -> int:
    return len(boxes)

# %% flagged: what sentences of the guide ask for {"select": ["SIM105", "W291", "A001"]}
list = [1] 
#<~~ Variable `list` is shadowing a Python builtin (A001).
#         ~ whitespace (W291).
try:
#<
    list.sort()
except ValueError:
    pass
# %% fixed
import contextlib
list_ = [1]
with contextlib.suppress(ValueError):
    list_.sort()

# %% flagged: codes that ruff has in its preview only {"select": ["E302", "E305"]}
import math
def area(box):
#<
    return math.pi * box
print(area(1))
#<
# %% fixed
import math


def area(box):
    return math.pi * box


print(area(1))

# %% flagged: only what the sentence speaks of {"select": ["UP035"], "saying": "collections.abc"}
from typing import Iterator, List
#<
# %% fixed
from typing import List
from collections.abc import Iterator

# %% clean: nothing to report
def area(box):
    return box.width

# %% flagged: a parameter that nothing uses, unless somebody else says that it is there {"select": ["ARG001", "ARG002"]}
from shelves import Shelf, route


def area(box, unit):
    #         ~~~~ argument: `unit` (ARG001)
    return box.area


@route("/areas")
def areas(request):
    return []


class Box(Shelf):
    def put(self, item):
        return None


class Crate:
    def put(self, item):
        #         ~~~~ argument: `item` (ARG002)
        return self.items
# %% fixed
from shelves import Shelf, route


def area(box, _unit):
    return box.area


@route("/areas")
def areas(request):
    return []


class Box(Shelf):
    def put(self, item):
        return None


class Crate:
    def put(self, _item):
        return self.items

# %% clean in app/__init__.py: what the team has told ruff to leave alone
from app.boats import Boat

# %% file app/boats.py
class Boat:
    pass

# %% file pyproject.toml
[tool.ruff.lint.per-file-ignores]
"__init__.py" = ["F401"]
"legacy/**/*.py" = ["F", "E7"]

# %% clean in legacy/old/boats.py: a folder of them
import os

# %% file pyproject.toml
[tool.ruff.lint]
ignore = ["E501"]

[tool.ruff.lint.per-file-ignores]
"legacy/**/*.py" = ["F", "E7"]

# %% flagged in app/boats.py: what the team's settings leave in
import os
#      ~~ F401

# %% file pyproject.toml
[tool.ruff.lint]
ignore = ["E501"]
# %% fixed

# %% flagged: above a function of that name its name means the builtin {"select": ["A001"]}
Names = list[str]


def list(names: Names) -> Names:
#   ~~~~ shadowing
    return names


def all_names():
    return list(["Anna"])
# %% fixed
Names = list[str]


def list_(names: Names) -> Names:
    return names


def all_names():
    return list_(["Anna"])

# %% flagged: a bound in quotes is a type, which goes with its name {"select": ["A001"]}
from typing import TypeVar

Self = TypeVar("Self", bound="set")


class set:
#     ~~~ shadowing
    def added(self: Self) -> Self:
        return self
# %% fixed
from typing import TypeVar

Self = TypeVar("Self", bound="set_")


class set_:
    def added(self: Self) -> Self:
        return self

# %% flagged: bound again to the builtin itself {"select": ["A001"]}
BlockingIOError = BlockingIOError
#<~~~~~~~~~~~~~ shadowing

print(BlockingIOError)
# %% fixed
BlockingIOError_ = BlockingIOError

print(BlockingIOError_)

# %% clean in app/boats.py: families are asked for as the team has set them up {"select": ["E", "F"]}
import os

harbours = {"north": "the harbour in the north, which has the longest pier of all that are here", "south": 1}
# %% file pyproject.toml
[tool.ruff]
line-length = 120

[tool.ruff.lint]
ignore = ["F401"]

# %% flagged in app/boats.py: a code by its name is asked for by itself {"select": ["F401"]}
import os
#      ~~
# %% file pyproject.toml
[tool.ruff.lint]
ignore = ["F401"]
# %% fixed

# %% clean in app/__init__.py: flake8's settings where there are none of ruff
from app.boats import Boat

from app.harbours import *
# %% file app/boats.py
class Boat:
    pass
# %% file app/harbours.py
class Harbour:
    pass
# %% file .flake8
[flake8]
# Some of the imports are for others.
extend-ignore = E203,F403
per-file-ignores =
    # handed on
    __init__.py: F401,E402
    tests/*:E501

# %% clean in app/boats.py: sorted as the project is laid out {"select": ["E", "I"]}
import os

import rigging

from app import harbours

print(os, rigging, harbours)
# %% file app/__init__.py
# %% file app/harbours.py
NORTH = 1
