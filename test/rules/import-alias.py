# %% flagged: no alias, and another
import numpy
#      ~~~~~
import pandas as panda
#                ~~~~~

print(numpy, panda)
# %% fixed
import numpy as np
import pandas as pd

print(np, pd)

# %% clean: the usual ones, and names from inside
import numpy as np
import pandas as pd
from numpy import zeros

print(np, pd, zeros)

# %% flagged: an alias of the team's own {"aliases": {"polars.selectors": "cs"}}
import polars.selectors as picks
#                          ~~~~~ cs

# %% clean: a library that teams import either way
import datetime
import datetime as _dt

print(datetime, _dt)

# %% flagged: something else has the alias, so that there is no fix
import numpy
#      ~~~~~

np = 3
print(numpy.zeros(np))
# %% fixed
import numpy

np = 3
print(numpy.zeros(np))
