# %% flagged in app/main.py: nothing measures it
app = 1

# %% file pyproject.toml
[project]
#<~~~~~~~ but nothing in the project does
name = "boats"
# %% fixed pyproject.toml
[project]
name = "boats"

[dependency-groups]
dev = ["pytest-cov"]

# %% clean in app/main.py: measured, without a threshold
app = 1

# %% file pyproject.toml
[project]
name = "boats"

[dependency-groups]
dev = ["pytest-cov"]
