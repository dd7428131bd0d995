# %% file pyproject.toml
[project]
name = "boats"
dependencies = ["fastapi", "pandas", "python-dateutil", "PyYAML"]

# %% flagged in app/main.py: what no file asks for, once
import requests
#<~~~~~~~~~~~~~ no file of the project asks for `requests`
from sklearn import svm
#<~~~~~~~~~~~~~~~~~~~~~ `scikit-learn`
import requests.adapters
# %% fixed pyproject.toml
[project]
name = "boats"
dependencies = ["fastapi", "pandas", "python-dateutil", "PyYAML", "requests", "scikit-learn"]

# %% clean in app/main.py: declared, by another name, or brought along
import dateutil
import fastapi
import pandas
import pydantic
import starlette
import yaml
import numpy

# %% clean in app/main.py: the standard library, the workspace's own, unknown names, optional imports
import json
import os

import app.redis
import company_internal

try:
    import orjson
except ImportError:
    orjson = None

# %% file app/redis.py
VALUE = 1

# %% clean in app/main.py: for type checking alone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

# %% clean in dev/commands/shots.py: the script that starts it says itself what it needs
import numpy

# %% file dev/main.py
# /// script
# requires-python = ">=3.12"
# dependencies = [
#     "numpy>=1.26",
# ]
# ///
from commands import shots
