# %% flagged: no code
import os  # noqa
#          ~~~~~~ name the code

# %% fixed
import os  # noqa: F401

# %% clean: a code
import os  # noqa: F401

# %% flagged: late, long, starred, and with words behind it
VALUE = 1

from os import *  # noqa
#                 ~~~~~~
import sys, json  # NOQA as the others do
#                 ~~~~~~
print(VALUE, json)
value = "x"  # noqa
#            ~~~~~~

# %% fixed
VALUE = 1

from os import *  # noqa: E402, F403
import sys, json  # NOQA: E402, F401 as the others do
print(VALUE, json)
value = "x"  # noqa

# %% flagged: any of them {"all": true}
import os  # noqa: F401
#          ~~~~~~~~~~~~ the guide rules out
