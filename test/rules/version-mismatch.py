# %% file pyproject.toml
[project]
name = "boats"
version = "1.3.0"

# %% flagged in src/boats/__init__.py: another one
__version__ = "1.2.0"
#              ~~~~~ `pyproject.toml` says 1.3.0
# %% fixed
__version__ = "1.3.0"

# %% flagged in boats/__init__.py: the same, where it may stand in one place only {"single": true}
__version__ = "1.3.0"
#              ~~~~~ in one place
# %% fixed
import importlib.metadata

__version__ = importlib.metadata.version("boats")

# %% clean in boats/__init__.py: the same
__version__ = "1.3.0"

# %% clean in boats/__init__.py: read at run time
from importlib.metadata import version

__version__ = version("boats")

# %% clean in boats/api/version.py: of something else
VERSION = "2.0"
