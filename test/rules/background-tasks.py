# %% flagged: tasks that nobody holds
import asyncio

from fastapi import APIRouter

router = APIRouter()


async def send(name, copy=False):
    return name


@router.post("/orders")
async def order(name: str, size: int = 1):
    # The mail can wait.
    asyncio.create_task(send(name, copy=True))
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ BackgroundTasks
    return name


@router.put("/orders")
async def change():
    task = asyncio.ensure_future(send("x"))
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ change
    task.add_done_callback(print)
    return 1
# %% fixed
import asyncio

from fastapi import APIRouter, BackgroundTasks

router = APIRouter()


async def send(name, copy=False):
    return name


@router.post("/orders")
async def order(name: str, background_tasks: BackgroundTasks, size: int = 1):
    # The mail can wait.
    background_tasks.add_task(send, name, copy=True)
    return name


@router.put("/orders")
async def change():
    task = asyncio.ensure_future(send("x"))
    task.add_done_callback(print)
    return 1

# %% clean: waited for, websockets, other functions
import asyncio

from fastapi import APIRouter, BackgroundTasks, WebSocket

router = APIRouter()


async def send(name):
    return name


@router.get("/both")
async def both():
    first = asyncio.create_task(send("a"))
    second = asyncio.create_task(send("b"))
    return await first, await second


@router.websocket("/live")
async def live(socket: WebSocket):
    task = asyncio.create_task(send("a"))
    await socket.receive_text()
    task.cancel()


@router.post("/orders")
async def order(tasks: BackgroundTasks):
    tasks.add_task(send, "a")


def start():
    asyncio.create_task(send("a"))
