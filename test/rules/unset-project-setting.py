# %% flagged in app/main.py: another value {"settings": ["line-length = 100"]}
app = 1

# %% file pyproject.toml
[tool.ruff]
line-length = 88
#<~~~~~~~~~~~~~~ The guide wants `line-length = 100`

# %% flagged in app/main.py: not there {"settings": ["asyncio_mode = \"auto\""]}
app = 1

# %% file pyproject.toml
[tool.pytest.ini_options]
#<~~~~~~~~~~~~~~~~~~~~~~~ it is not there

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
