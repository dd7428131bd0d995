# %% flagged: white space, blank lines, and the length of lines
import os
def f( a ):
#<~ Expected 2 blank lines, found 0 (PEP 8,
#     ~ Whitespace after '(' (PEP 8,
#       ~ Whitespace before ')' (PEP 8,
    b=1
#    ~ E225
    return {'a' : a, 'b':b}
    #          ~ Whitespace before ':' (PEP 8,
    #                   ~ Missing whitespace after `:` (PEP 8,
x = 1 
#< Expected 2 blank lines after class or
#    ~ Trailing whitespace (PEP 8,
y = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaa"
#                                                                                       ~~~~~~~~~~~ the limit is 88
# %% fixed
import os


def f(a):
    b = 1
    return {'a': a, 'b': b}


x = 1
y = (
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "
    "aaaaaaaaaaaaaaa"
)

# %% flagged: safe fixes
total=1
#    ~ E225
if total == None:
#           ~~~~ E711
    total = 2
# %% fixed
total = 1
if total is None:
    total = 2

# %% flagged: the limit of the workspace
text = "aaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaa"
#                                       ~~~~~~~ the limit is 40
# %% file setup.cfg
[flake8]
max-line-length = 40
# %% fixed
text = (
    "aaaaaaaaaaaaaaaa "
    "aaaaaaaaaaaaaaaaaaaaa"
)

# %% clean: the limit of another directive, and what formatters write {"lineLength": -1}
text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
part = text[len(text) // 2 :]
half = text * 2+1

# %% clean: an import that needs what stands above it
import os
import sys

here = os.path.dirname(__file__)
sys.path.insert(0, here)

import settings

# %% flagged: methods without a blank line between them
class Door:
    def open(self):
        return 1
    def close(self):
    #<~ E301
        return 2
# %% fixed
class Door:
    def open(self):
        return 1

    def close(self):
        return 2

# %% clean in backend/app/wide.py: the line length of the nearest project file
text = "a line that is longer than eighty-eight characters, but not longer than a hundred and ten of them"
# %% file backend/pyproject.toml
[tool.ruff]
line-length = 110

# %% clean: the environment is made ready first
from pytest import MonkeyPatch

patch = MonkeyPatch()
patch.setenv("STAGE", "test")

import os

print(os)

# %% clean: what a directive about indentation reports {"indents": false}
def step(x):
  return x

# %% clean: spaces that are set by hand, and conditions of a query
from sqlalchemy import select

# fmt: off
near = [1,  2]
wide   = [10, 20]
# fmt: on


def moored(Boat):
    return select(Boat).where(Boat.is_moored == True, Boat.pier != None)

# %% clean: the imports below need what is set up above them
import winches

winches.set_hub(winches.Hub())

from crew import tasks

__all__ = ["tasks"]

# %% clean: white space at the end of a line that belongs to a text
code = """
boats = 1  
  
berths = 2
"""
run(f"""
boats = {code}  
""")

# %% flagged: white space in a docstring
def moor():
    """Moor  
    #      ~~ railing whitespace

    a boat.
    """
