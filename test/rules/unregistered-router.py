# %% file app/orders.py
from fastapi import APIRouter

router = APIRouter()


@router.get("/orders")
def orders():
    return []

# %% flagged in app/main.py: one of two
from fastapi import FastAPI

from app.orders import router

app = FastAPI()
app.include_router(router)
# %% file app/parcels.py
from fastapi import APIRouter

parcels = APIRouter(prefix="/parcels")
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ No app includes `parcels`


@parcels.get("/")
def read():
    return []
# %% fixed
from fastapi import FastAPI

from app.orders import router
from app.parcels import parcels

app = FastAPI()
app.include_router(router)
app.include_router(parcels)

# %% clean in app/main.py: over another router
from fastapi import APIRouter, FastAPI

from app import orders

api = APIRouter()
api.include_router(orders.router)
app = FastAPI()
app.include_router(api)

# %% clean in app/main.py: included by what cannot be followed
from fastapi import FastAPI

from app.plugins import found

app = FastAPI()
for router in found():
    app.include_router(router)

# %% clean in app/library.py: no app
VALUE = 1
