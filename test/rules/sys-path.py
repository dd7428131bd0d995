# %% flagged: calls and assignments, under other names too
import site
import sys
import sys as system
from sys import path

sys.path.insert(0, "src")
#<~~~~~~~~~~~~~~~~~~~~~~~ imports depend on what ran before
system.path.append("src")
#<~~~~~~~~~~~~~~~~~~~~~~~
path.extend(["src"])
#<~~~~~~~~~~~~~~~~~~
site.addsitedir("src")
#<~~~~~~~~~~~~~~~~~~~~
sys.path = ["src"]
#<~~~~~~
sys.path += ["src"]
#<~~~~~~
sys.path[0] = "src"
#<~~~~~~~~~
# %% fixed
import site
import sys
import sys as system
from sys import path

# %% clean: reading it, and paths of other things
import os
import sys


class Box:
    path = []


print(sys.path)
first = sys.path[0]
Box.path.append("src")
os.environ["PATH"] = "src"
