# %% flagged in app/main.py: an open version in a list
app = 1

# %% file requirements.txt
httpx==0.27.2
fastapi>=0.110
#<~~~~~~~~~~~~ version `>=0.110`
uvicorn

# %% flagged in app/main.py: exact versions are asked for although there is a lock file {"exact": true, "file": "pyproject.toml"}
app = 1

# %% file pyproject.toml
[project]
name = "boats"
dependencies = ["httpx"]
#<~~~~~~~~~~~~~~~~~~~~~~ in any version

# %% file uv.lock
version = 1

# %% flagged in app/main.py: the lock file that is asked for is not there {"lock": "uv.lock"}
app = 1

# %% file pyproject.toml
[project]
#<~~~~~~~ keeps a `uv.lock`
name = "boats"

# %% flagged in app/main.py: one package alone {"packages": ["mypy"]}
app = 1

# %% file requirements-dev.txt
pytest
mypy
#<~~ `mypy`

# %% clean in app/main.py: a lock file
app = 1

# %% file pyproject.toml
[project]
name = "boats"
dependencies = ["httpx>=0.27"]

# %% file uv.lock
version = 1

# %% clean in app/main.py: exact, by path, by revision {"exact": true}
app = 1

# %% file requirements.txt
httpx==0.27.2
boats @ git+https://example.org/boats@v1

# %% clean in app/main.py: what is installed is a list of exact versions
app = 1

# %% file pyproject.toml
[project]
name = "boats"
dependencies = ["httpx>=0.27"]

# %% file requirements.txt
httpx==0.27.2

# %% file requirements.in
httpx

# %% clean in app/main.py: the lock file is there {"lock": "any"}
app = 1

# %% file poetry.lock
package = []

# %% file pyproject.toml
[tool.poetry]
name = "boats"

# %% flagged in app/main.py: the lock file knows them {"exact": true}
app = 1
# %% file pyproject.toml
[project]
name = "boats"
dependencies = [
    "httpx>=0.27",
    #<~~~~~~~~~~~~ httpx
    "uvicorn[standard] ~= 0.30; python_version > '3.9'",
    "rich",
    "known==1.0",
]
# %% file uv.lock
version = 1

[[package]]
name = "httpx"
version = "0.27.2"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "uvicorn"
version = "0.30.6"

# %% fixed pyproject.toml
[project]
name = "boats"
dependencies = [
    "httpx==0.27.2",
    "uvicorn[standard]==0.30.6; python_version > '3.9'",
    "rich",
    "known==1.0",
]

# %% flagged in app/main.py: a pipenv lock {"exact": true}
app = 1
# %% file requirements.txt
rope_tools>=1
#<~~~~~~~~~~~
rope
# %% file Pipfile.lock
{
    "default": {
        "rope-tools": {
            "hashes": ["sha256:a"],
            "version": "==1.4"
        },
        "rope": {"version": "==2.0"}
    }
}

# %% fixed requirements.txt
rope_tools==1.4
rope==2.0
