# %% file pyproject.toml
[project]
name = "boats"

# %% flagged in boats/__init__.py: at the root
VALUE = 1
#<~~~~~~~ Move it to `src/boats`
# %% gone
# %% fixed src/boats/__init__.py
VALUE = 1

# %% clean in src/boats/__init__.py: below src, with what lies beside it
VALUE = 1

# %% file tests/__init__.py
VALUE = 1

# %% file scripts/__init__.py
VALUE = 1

# %% file tools/run.py
VALUE = 1

# %% clean in boats/main.py: a folder that is no package
VALUE = 1
