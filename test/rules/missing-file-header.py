# %% flagged: a file with another comment
# What this is for.
#<~~~~~~~~~~~~~~~~~ header
VALUE = 1

# %% flagged: another notice than the one asked for {"notice": "SPDX-License-Identifier: MIT"}
# Copyright 2024 Somebody
#<~~~~~~~~~~~~~~~~~~~~~~~ SPDX
VALUE = 1
# %% fixed
# SPDX-License-Identifier: MIT
# Copyright 2024 Somebody
VALUE = 1

# %% clean: in a comment
# Copyright 2024 Somebody. All rights reserved.
VALUE = 1

# %% clean: in the docstring
"""Orders.

License: MIT
"""
