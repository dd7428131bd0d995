# %% flagged: dropped
import asyncio


async def start(work):
    asyncio.create_task(work())
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~
    asyncio.ensure_future(work())
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
import asyncio

background_tasks: set[asyncio.Task] = set()


async def start(work):
    task = asyncio.create_task(work())
    background_tasks.add(task)
    task.add_done_callback(background_tasks.discard)
    task = asyncio.ensure_future(work())
    background_tasks.add(task)
    task.add_done_callback(background_tasks.discard)

# %% clean: kept
import asyncio

tasks = set()


async def start(work):
    task = asyncio.create_task(work())
    tasks.add(task)
    await asyncio.create_task(work())
