# %% file pyproject.toml
[project]
name = "boats"
version = "1.0"

# %% flagged in app/main.py: a tool's own file
app = 1

# %% file pytest.ini
[pytest]
#<~~~~~~ those of pytest stand here
addopts = -ra
# %% gone pytest.ini
# %% fixed pyproject.toml
[project]
name = "boats"
version = "1.0"

[tool.pytest.ini_options]
addopts = "-ra"

# %% flagged in app/main.py: a section of setup.cfg {"tools": ["mypy"]}
app = 1

# %% file setup.cfg
[flake8]
max-line-length = 100

[mypy]
#<~~~~ `[tool.mypy]`
strict = true
# %% fixed pyproject.toml
[project]
name = "boats"
version = "1.0"

[tool.mypy]
strict = true

# %% fixed setup.cfg
[flake8]
max-line-length = 100

# %% clean in app/main.py: of a tool that the sentence does not speak of {"tools": ["ruff"]}
app = 1

# %% file mypy.ini
[mypy]
strict = true

# %% clean in app/main.py: Flake8 cannot read pyproject, and a setup script that builds {"metadata": true}
app = 1

# %% file .flake8
[flake8]
max-line-length = 100

# %% file setup.py
from setuptools import Extension, setup

setup(ext_modules=[Extension("boats.fast", ["fast.c"])])

# %% flagged in lib/app/main.py: metadata in a setup script {"tools": ["none"], "metadata": true}
app = 1

# %% file lib/setup.py
from setuptools import setup

setup(
    name="boats",
#   ~~~~~~~~~~~~~ its `[project]` table
    version="1.0",
)

# %% file pyproject.toml
[build-system]
requires = ["setuptools"]

# %% flagged in other/app/main.py: Poetry's own tables {"tools": ["none"], "poetryTable": false}
app = 1

# %% file other/pyproject.toml
[tool.poetry]
#<~~~~~~~~~~~ Move them to `[project]`
name = "ships"

# %% clean in other/app/main.py: Poetry's settings beside the standard's metadata {"tools": ["none"], "poetryTable": false}
app = 1

# %% file other/pyproject.toml
[project]
name = "ships"

[tool.poetry]
package-mode = false

# %% flagged in app/main.py: lists, switches, numbers and sections of single modules
app = 1

# %% file setup.cfg
[mypy]
#<~~~~ those of mypy stand here
# As strict as it gets.
strict = True
python_version = 3.11
plugins =
    pydantic.mypy,
    sqlalchemy.ext.mypy.plugin
exclude = ^build\.

[mypy-vendor.*,legacy.*]
ignore_errors = true
# %% gone setup.cfg
# %% fixed pyproject.toml
[project]
name = "boats"
version = "1.0"

[tool.mypy]
# As strict as it gets.
strict = true
python_version = "3.11"
plugins = [
    "pydantic.mypy",
    "sqlalchemy.ext.mypy.plugin",
]
exclude = '^build\.'

[[tool.mypy.overrides]]
module = ["vendor.*", "legacy.*"]
ignore_errors = true

# %% flagged in app/main.py: comments behind settings cannot follow {"tools": ["coverage"]}
app = 1

# %% file .coveragerc
[run]
#<~~~ those of coverage stand here
branch = True ; also the other way
