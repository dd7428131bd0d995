# %% flagged: literals that are bound once
import logging

timeout = 30
#<~~~~~ `TIMEOUT`
allowed_types = {"a", "b"}
#<~~~~~~~~~~~ `ALLOWED_TYPES`
_limit = -1
#<~~~~ `_LIMIT`


def wait(other):
    return timeout + other.timeout + call(timeout=timeout)
# %% fixed
import logging

TIMEOUT = 30
ALLOWED_TYPES = {"a", "b"}
_LIMIT = -1


def wait(other):
    return TIMEOUT + other.timeout + call(timeout=TIMEOUT)

# %% clean: what changes, what is no literal, what tools look for
import logging

from fastapi import APIRouter, FastAPI

logger = logging.getLogger(__name__)
router = APIRouter()
app = FastAPI()
Rows = list[int]
__version__ = "1.0"
pytest_plugins = ["a"]
count = 0
count = 1
total = 0
cache = {}
names = ["a"]
names.append("b")
table = {"a": 1}
table["b"] = 2
MAX = 3
value = None


def tick():
    global total
    total += 1


class A:
    size = 3

# %% clean in app/migrations/0001.py: migrations
revision = "1"
message = "first"

# %% clean: made by a tool
# Auto-generated for the tests
users = "/api/users"

# %% flagged: two names that would be called alike keep them
maxBoats = 3
#<~~~~~~ write constants in upper case
max_boats = 10
#<~~~~~~~ write constants in upper case


def room():
    return maxBoats + max_boats
# %% fixed
maxBoats = 3
max_boats = 10


def room():
    return maxBoats + max_boats

# %% flagged: a class copies it under the same name
styles = "plain"
#<~~~~ never changes


class Page:
    styles = styles

    def show(self):
        return self.styles
# %% fixed
STYLES = "plain"


class Page:
    styles = STYLES

    def show(self):
        return self.styles

# %% flagged: others know it by its name, and import all
__all__ = ["knots"]

knots = ("bowline", "hitch")
#<~~~ never changes

# %% file app/other.py
from app.module import *

print(knots)
# %% fixed
__all__ = ["knots"]

knots = ("bowline", "hitch")

# %% clean in depot/celery_settings.py: Celery is configured from its names
worker_prefetch = 1
task_acks = True
# %% file depot/__init__.py
# %% file depot/worker.py
from celery import Celery

app = Celery("depot")
app.config_from_object("depot.celery_settings")

# %% clean in depot/settings.py: the module is handed over itself
worker_prefetch = 1
# %% file depot/__init__.py
# %% file depot/worker.py
from celery import Celery

from depot import settings

app = Celery("depot")
app.config_from_object(settings)

# %% clean in harbour/switches.py: another module sets it
is_open = False
# %% file harbour/__init__.py
# %% file harbour/gate.py
from harbour import switches


def open_gate():
    switches.is_open = True
