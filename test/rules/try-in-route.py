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

# %% clean: no handler of the app sees what happens on a socket
from fastapi import APIRouter, WebSocketDisconnect

router = APIRouter()


@router.websocket("/boats")
async def boats(socket):
    try:
        await socket.receive_text()
    except WebSocketDisconnect:
        return
