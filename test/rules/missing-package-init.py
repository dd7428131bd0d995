# %% flagged in boats/lines/rope.py: inside a package
VALUE = 1
#<~~~~~~~ `boats/lines` is no package

# %% file boats/__init__.py

# %% fixed boats/lines/__init__.py


# %% flagged in tests/unit/test_rope.py: in a folder that is named {"folders": ["tests/"]}
VALUE = 1
#<~~~~~~~ no `__init__.py`

# %% fixed tests/unit/__init__.py


# %% clean in boats/rope.py: there, and a script beside packages
VALUE = 1

# %% file boats/__init__.py

# %% clean in tools/run.py: no package above
VALUE = 1

# %% clean in boats/migrate/env.py: of alembic, which loads it by its path
from alembic import context

context.run_migrations()

# %% file boats/__init__.py

# %% flagged in boats/lines/rope.py: two folders, one within the other
VALUE = 1
#<~~~~~~~ `boats/lines` is no package

# %% file boats/__init__.py

# %% file boats/sails/jib.py
VALUE = 2
#<~~~~~~~ `boats/sails` is no package

# %% fixed boats/lines/__init__.py

# %% fixed boats/sails/__init__.py
