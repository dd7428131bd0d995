# %% flagged in boats/__init__.py: a package without it
VALUE = 1
#<~~~~~~~ add `boats/py.typed`

# %% file pyproject.toml
[project]
name = "boats"

# %% fixed boats/py.typed


# %% clean in src/boats/__init__.py: marked
VALUE = 1

# %% file pyproject.toml
[project]
name = "boats"

# %% file src/boats/py.typed

# %% clean in main.py: no package
VALUE = 1

# %% file pyproject.toml
[project]
name = "boats"

# %% flagged in src/boats/__init__.py: below src
"""Boats."""
#<~~~~~~~~~~ add `src/boats/py.typed`

# %% file pyproject.toml
[project]
name = "boats"

# %% fixed src/boats/py.typed
