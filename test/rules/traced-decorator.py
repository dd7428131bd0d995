# %% flagged in app/services/users.py: public async functions without it {"module": "app.core.telemetry"}
import functools

from app.core import telemetry


async def create(db, data):
#<~~~~~~~~~~~~~~ @traced()
    return data


class Users:
    @functools.wraps(create)
    async def login(self, name, password: str):
    #<~~~~~~~~~~~~~ skip_input=True
        return name

    @telemetry.traced()
    #<~~~~~~~~~~~~~~~~~ api_key
    async def check(self, api_key):
        return api_key
# %% fixed
import functools

from app.core import telemetry
from app.core.telemetry import traced


@traced()
async def create(db, data):
    return data


class Users:
    @functools.wraps(create)
    @traced(skip_input=True)
    async def login(self, name, password: str):
        return name

    @telemetry.traced(skip_input=True)
    async def check(self, api_key):
        return api_key

# %% clean in app/services/users.py: traced, private, not async, generators, inner functions
from abc import ABC, abstractmethod

from app.core.telemetry import traced as trace


@trace()
async def create(db, data, max_tokens):
    async def inner():
        return data

    return await inner()


@trace(skip_input=True)
async def login(name, password):
    return name


async def _private():
    return 1


def plain():
    return 1


async def stream():
    yield 1


class Store(ABC):
    @abstractmethod
    async def save(self): ...
# %% clean in app/routes/users.py: another folder
async def create():
    return 1

# %% clean in app/services/proxy/routers/boats.py: routes below a folder of that name
from fastapi import APIRouter

router = APIRouter()


@router.get("/boats")
@router.head("/boats")
async def boats() -> list[str]:
    return []


@router.websocket("/tide")
async def tide(socket) -> None:
    await socket.accept()
