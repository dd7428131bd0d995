# %% flagged in app/main.py: another value {"settings": ["line-length = 100"]}
app = 1

# %% file pyproject.toml
[tool.ruff]
line-length = 88
#<~~~~~~~~~~~~~~ The guide wants `line-length = 100`

# %% fixed pyproject.toml
[tool.ruff]
line-length = 100

# %% flagged in app/main.py: not there {"settings": ["asyncio_mode = \"auto\""]}
app = 1

# %% file pyproject.toml
[tool.pytest.ini_options]
#<~~~~~~~~~~~~~~~~~~~~~~~ it is not there

# %% fixed pyproject.toml
[tool.pytest.ini_options]
asyncio_mode = "auto"

# %% clean in app/main.py: there, in other quotes {"settings": ["asyncio_mode = \"auto\""]}
app = 1

# %% file pyproject.toml
[tool.pytest.ini_options]
asyncio_mode='auto'  # as all tests need it

# %% clean in app/main.py: a list over several lines, with more in it {"settings": ["select = [\"E\", \"F\"]"]}
app = 1

# %% file pyproject.toml
[tool.ruff.lint]
select = [
    "E",
    "I",  # imports
    "F",
]

# %% clean in app/main.py: nothing is packaged {"settings": ["build-backend = \"hatchling.build\""]}
app = 1

# %% file pyproject.toml
[project]
name = "app"

# %% flagged in app/main.py: in a table that is not there yet {"settings": ["asyncio_mode = \"auto\""]}
app = 1

# %% file pyproject.toml
[project]
#<~~~~~~~ it is not there
name = "app"

# %% fixed pyproject.toml
[project]
name = "app"

[tool.pytest.ini_options]
asyncio_mode = "auto"

# %% flagged in app/main.py: one of two tables, and one more in a list {"settings": ["line-length = 100"]}
app = 1

# %% file pyproject.toml
[tool.black]
#<~~~~~~~~~~ it is not there
target-version = ["py311"]

[tool.mypy]
strict = true

# %% fixed pyproject.toml
[tool.black]
target-version = ["py311"]
line-length = 100

[tool.mypy]
strict = true

# %% flagged in app/main.py: a list that lacks one {"settings": ["select = [\"E\", \"F\", \"I\"]"]}
app = 1

# %% file pyproject.toml
[tool.ruff.lint]
select = [
#<~~~~~~~~ it is not there
    "E",
    "F",
]

# %% fixed pyproject.toml
[tool.ruff.lint]
select = [
    "E",
    "F",
    "I",
]

# %% flagged in app/main.py: two tables that have it {"settings": ["line-length = 100"]}
app = 1

# %% file pyproject.toml
[tool.black]
line-length = 88
#<~~~~~~~~~~~~~~ it is not there

[tool.ruff]
line-length = 88

# %% fixed pyproject.toml
[tool.black]
line-length = 100

[tool.ruff]
line-length = 100

# %% flagged in app/main.py: how it is built {"settings": ["build-backend = \"hatchling.build\""]}
app = 1

# %% file pyproject.toml
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ it is not there
