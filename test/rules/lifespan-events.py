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

# %% flagged: functions that a lifespan could not call by their names
from fastapi import FastAPI

from shop import debug

app = FastAPI()


@app.on_event("startup")
#<~~~~~~~~~~~~~~~~~~~~~~
def open_shop():
    pass


@app.on_event("startup")
#<~~~~~~~~~~~~~~~~~~~~~~
def open_shop():
    debug("again")
# %% fixed
from fastapi import FastAPI

from shop import debug

app = FastAPI()


@app.on_event("startup")
def open_shop():
    pass


@app.on_event("startup")
def open_shop():
    debug("again")

# %% flagged: defined under a condition
from fastapi import FastAPI

from shop import is_new

app = FastAPI()

if is_new:

    @app.on_event("startup")
    #<~~~~~~~~~~~~~~~~~~~~~~
    def open_shop():
        pass
# %% fixed
from fastapi import FastAPI

from shop import is_new

app = FastAPI()

if is_new:

    @app.on_event("startup")
    def open_shop():
        pass
