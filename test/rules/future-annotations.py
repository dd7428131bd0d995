# %% flagged: the import
from __future__ import annotations
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ rules out
# %% fixed


# %% clean: another one
from __future__ import division
