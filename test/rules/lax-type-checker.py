# %% flagged in app/main.py: nothing checks types
app = 1

# %% file pyproject.toml
[project]
#<~~~~~~~ nothing configures or runs it
name = "boats"
# %% fixed pyproject.toml
[project]
name = "boats"

[tool.mypy]
check_untyped_defs = true

# %% flagged in app/main.py: not strict {"tool": "mypy", "strict": true}
app = 1

# %% file pyproject.toml
[project]
name = "boats"

[tool.mypy]
#<~~~~~~~~~ Set `strict = true`
warn_unused_ignores = true
# %% fixed pyproject.toml
[project]
name = "boats"

[tool.mypy]
warn_unused_ignores = true
strict = true

# %% flagged in app/main.py: Pyright's usual mode {"tool": "pyright", "strict": true}
app = 1

# %% file pyproject.toml
[tool.pyright]
#<~~~~~~~~~~~~ typeCheckingMode
include = ["app"]
# %% fixed pyproject.toml
[tool.pyright]
include = ["app"]
typeCheckingMode = "strict"

# %% clean in app/main.py: strict in a file of its own {"tool": "mypy", "strict": true}
app = 1

# %% file pyproject.toml
[project]
name = "boats"

# %% file mypy.ini
[mypy]
strict = True

# %% clean in app/main.py: strict on the command line {"tool": "mypy", "strict": true}
app = 1

# %% file pyproject.toml
[tool.mypy]
files = ["app"]

# %% file Makefile
types:
	mypy --strict app

# %% clean in app/main.py: another checker will do
app = 1

# %% file pyproject.toml
[tool.basedpyright]
include = ["app"]

# %% clean in app/main.py: no project file
app = 1
