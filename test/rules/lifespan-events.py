# %% flagged: events of the app and of a router
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter()


@app.on_event("startup")
#<~~~~~~~~~~~~~~~~~~~~~~ `on_event("startup")`
async def warm_up():
    pass


@router.on_event("shutdown")
#<~~~~~~~~~~~~~~~~~~~~~~~~~~ shutdown
async def stop():
    pass


app.add_event_handler("startup", warm_up)
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ add_event_handler
# %% fixed
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI

@asynccontextmanager
async def lifespan(app: FastAPI):
    await warm_up()
    await warm_up()
    yield


app = FastAPI(lifespan=lifespan)
router = APIRouter()


async def warm_up():
    pass


@router.on_event("shutdown")
async def stop():
    pass

# %% clean: lifespan, and events of others
from contextlib import asynccontextmanager

from fastapi import FastAPI

from game import Engine

engine = Engine()


@asynccontextmanager
async def lifespan(app):
    yield


app = FastAPI(lifespan=lifespan)


@engine.on_event("startup")
def go():
    pass
