# %% flagged: in a route
from fastapi import APIRouter

router = APIRouter()


@router.get("/boats")
async def boats():
    try:
    #<~ handles errors by itself
        return load()
    except KeyError:
        return []

# %% clean: in what a route calls, and what only cleans up
from fastapi import APIRouter

router = APIRouter()


def load():
    try:
        return 1
    except KeyError:
        return 2


@router.get("/boats")
async def boats(lock):
    try:
        return load()
    finally:
        lock.release()
