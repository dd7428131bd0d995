# %% flagged in app/main.py: read as it comes
from fastapi import FastAPI

from app.config import DATABASE_URL

app = FastAPI()
#     ~~~~~~~~~ Nothing checks the configuration

# %% file app/config.py
import os

DATABASE_URL = os.getenv("DATABASE_URL", "sqlite://")
LIMIT = int(os.environ.get("LIMIT", "5"))

# %% fixed app/config.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str = "sqlite://"
    limit: int = 5


settings = Settings()
DATABASE_URL = settings.database_url
LIMIT = settings.limit

# %% flagged in app/main.py: a settings class of plain attributes
import os

from fastapi import FastAPI


class Settings:
    url = os.environ.get("URL")


settings = Settings()
app = FastAPI()
#     ~~~~~~~~~ Nothing checks the configuration

# %% fixed
from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    url: str


settings = Settings()
app = FastAPI()

# %% clean in app/main.py: settings of pydantic, made in a function
import os

from fastapi import FastAPI

from app.config import get_settings

app = FastAPI(title=get_settings().title, debug=os.getenv("DEBUG") == "1")

# %% file app/config.py
from functools import lru_cache

from pydantic_settings import BaseSettings


class Base(BaseSettings):
    pass


class Settings(Base):
    title: str


@lru_cache
def get_settings() -> Settings:
    return Settings()

# %% clean in app/main.py: a model of the environment
import os

from fastapi import FastAPI
from pydantic import BaseModel


class Settings(BaseModel):
    url: str


settings = Settings.model_validate(os.environ)
app = FastAPI()

# %% clean in app/main.py: a check of one's own at the start
import os
from contextlib import asynccontextmanager

from fastapi import FastAPI


def validate_config() -> None:
    for name in ("URL", "KEY"):
        if name not in os.environ:
            raise RuntimeError(name)


@asynccontextmanager
async def lifespan(app):
    validate_config()
    yield


app = FastAPI(lifespan=lifespan)

# %% clean in app/config.py: raises where a variable is missing
import os

KEY = os.getenv("KEY")
if not KEY:
    raise SystemExit("KEY is missing")

# %% clean in app/config.py: nothing is read
LIMIT = 5

# %% clean in scripts/load.py: a script
import os

print(os.getenv("HOME"))

# %% flagged in app/main.py: reads of every kind, some of which stay as they are
"""Boats."""
import os
from os import environ

from fastapi import FastAPI

NAME = "boats"
URL: str | None = os.getenv("BOATS_URL")  # of the database
PORT = int(os.getenv("PORT", "80"))
RATE = float(environ.get("RATE"))
DEBUG = os.getenv("DEBUG") == "1"


def key():
    return os.environ.get("KEY")


app = FastAPI()
#     ~~~~~~~~~ Nothing checks the configuration

# %% fixed
"""Boats."""
import os
from os import environ

from fastapi import FastAPI
from pydantic_settings import BaseSettings

NAME = "boats"


class Settings(BaseSettings):
    boats_url: str | None = None
    port: int = 80
    rate: float


settings = Settings()
URL: str | None = settings.boats_url  # of the database
PORT = settings.port
RATE = settings.rate
DEBUG = os.getenv("DEBUG") == "1"


def key():
    return os.environ.get("KEY")


app = FastAPI()

# %% flagged in app/main.py: a class that names its fields in its own way
import os

from fastapi import FastAPI


class Settings:
    address = os.environ.get("URL")


app = FastAPI()
#     ~~~~~~~~~ Nothing checks the configuration
