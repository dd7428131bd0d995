# %% flagged: everything of a module
from os.path import *
#<~~~~~~~~~~~~~~~~~~~ `from os.path import *`
from app.models import *
#<~~~~~~~~~~~~~~~~~~~~~~ app.models
# %% fixed


# %% clean: names
from os.path import join

x = [*join]
