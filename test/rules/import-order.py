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
