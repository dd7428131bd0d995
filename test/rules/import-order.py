# %% flagged: not sorted
import sys
#<~~~~~~~~ not in order
import os

print(os, sys)
# %% fixed
import os
import sys

print(os, sys)

# %% flagged: the workspace's own package is a group of its own
import app.models
#<~~~~~~~~~~~~~~~ not in order
import requests

print(app, requests)
# %% file app/models.py
x = 1
# %% fixed
import requests

import app.models

print(app, requests)

# %% clean: sorted groups
from __future__ import annotations

import os
import sys
from pathlib import Path

import requests

from app.models import User

print(os, sys, Path, requests, User)
# %% file app/models.py
class User: ...

# %% clean in backend/app/api/deps.py: a package below the folder of a project, and Alembic beside its own folder
import os

import alembic
import zlibrary
from pydantic import ValidationError

from app.core import security

print(os, alembic, zlibrary, ValidationError, security)
# %% file backend/pyproject.toml
[project]
name = "shop"
# %% file backend/app/core/security.py
KEY = 1
# %% file backend/alembic/env.py
KEY = 1

# %% clean in services/shop/store/deps.py: a package that stands in no other
from zlibrary import thing

from store.core import security

print(thing, security)
# %% file services/shop/store/__init__.py
KEY = 1
# %% file services/shop/store/core.py
security = 1

# %% clean: in order, and only too long for one line of the formatter
import os
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from typing import (Any,
                    cast)

print(os, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Any, cast)

# %% clean: two names in one line, which the formatter alone would part
from datetime import datetime as dt, timezone as tz
from os import path

print(dt, tz, path)

# %% clean: groups in their order, whatever stands within them {"sorted": false}
from typing import Optional, Any
import asyncio

import requests
from app.models import x
import app.ships

from .quays import Quay

print(Optional, Any, asyncio, requests, x, app, Quay)
# %% file app/models.py
x = 1
# %% file app/ships.py
y = 1

# %% flagged: groups out of their order {"sorted": false}
import requests
#<~~~~~~~~~~~~~ not in order
import os

print(os, requests)
# %% fixed
import os

import requests

print(os, requests)

# %% clean: a module that only newer Pythons have themselves {"sorted": false}
import tomllib
from pathlib import Path

import requests
from typing_extensions import Self

print(tomllib, Path, requests, Self)
# %% file pyproject.toml
[project]
requires-python = ">=3.10"
