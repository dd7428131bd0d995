# %% flagged in app/main.py: on one machine
app = 1

# %% file pyproject.toml
[project]
name = "boats"
dependencies = [
    "ships @ file:///home/ada/ships",
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ lies on one machine
]
# %% fixed pyproject.toml
[project]
name = "boats"
dependencies = [
    "ships",
]

# %% flagged in app/main.py: a revision {"kinds": ["git"]}
app = 1

# %% file requirements.txt
ships @ git+https://example.org/ships@main
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ not a released version
# %% fixed requirements.txt
ships

# %% clean in app/main.py: a place inside the repository, addresses of the package itself {"kinds": ["file", "url", "git"]}
app = 1

# %% file pyproject.toml
[project]
name = "boats"
dependencies = ["ships==1.0"]

[project.urls]
Repository = "git+https://example.org/boats"

[tool.uv.sources]
ships = { path = "../ships" }

# %% clean in app/main.py: a revision where only paths are unwanted
app = 1

# %% file requirements.txt
ships @ git+https://example.org/ships@main

# %% flagged in app/main.py: a tag that is a version {"kinds": ["git"]}
app = 1

# %% file requirements.txt
ships[sail] @ git+https://example.org/ships@v1.4.2#egg=ships
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ not a released version
# %% fixed requirements.txt
ships[sail]==1.4.2
