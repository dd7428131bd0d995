# %% flagged in app/main.py: read as it comes
from fastapi import FastAPI

from app.config import DATABASE_URL

app = FastAPI()
#     ~~~~~~~~~ Nothing checks the configuration

# %% file app/config.py
import os

DATABASE_URL = os.getenv("DATABASE_URL", "sqlite://")
LIMIT = int(os.environ.get("LIMIT", "5"))

# %% flagged in app/main.py: a settings class of plain attributes
import os

from fastapi import FastAPI


class Settings:
    url = os.environ.get("URL")


settings = Settings()
app = FastAPI()
#     ~~~~~~~~~ Nothing checks the configuration

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
