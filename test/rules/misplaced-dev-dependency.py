# %% flagged in app/main.py: a linter among what the program needs
app = 1

# %% file pyproject.toml
[project]
name = "boats"
dependencies = [
    "httpx",
    "ruff>=0.5",
#   ~~~~~~~~~~~~ Move it to the development dependencies
]
# %% fixed pyproject.toml
[project]
name = "boats"
dependencies = [
    "httpx",
]

[dependency-groups]
dev = ["ruff>=0.5"]

# %% flagged in app/main.py: in the list of the program {"place": "requirements-dev.txt"}
app = 1

# %% file requirements.txt
pytest==8.0
#<~~~~~~~~~ Move it to `requirements-dev.txt`
# %% fixed requirements.txt

# %% fixed requirements-dev.txt
-r requirements.txt
pytest==8.0

# %% clean in app/main.py: in groups and lists of their own
app = 1

# %% file pyproject.toml
[project]
name = "boats"
dependencies = ["httpx"]

[project.optional-dependencies]
test = ["pytest"]

[dependency-groups]
dev = ["ruff", "mypy"]

# %% file requirements-dev.txt
pytest

# %% clean in app/main.py: a plugin needs what it plugs into
app = 1

# %% file pyproject.toml
[project]
name = "pytest-boats"
dependencies = ["pytest>=8"]

# %% flagged in app/main.py: from one list into the other {"place": "requirements-dev.txt"}
app = 1
# %% file requirements.txt
httpx==0.27
pytest==8.0
#<~~~~~~~~~ Move it to `requirements-dev.txt`
# %% file requirements-dev.txt
ruff==0.5
# %% fixed requirements.txt
httpx==0.27
# %% fixed requirements-dev.txt
ruff==0.5
pytest==8.0

# %% clean in app/main.py: a project of tests runs what tests run on
app = 1

# %% file extras/integration_tests/pyproject.toml
[project]
name = "boats-integration-tests"
dependencies = ["pytest>=7.0"]
