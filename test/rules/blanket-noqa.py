# %% flagged: no code
import os  # noqa
#          ~~~~~~ name the code

# %% clean: a code
import os  # noqa: F401
