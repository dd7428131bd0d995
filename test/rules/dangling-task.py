# %% flagged: dropped
import asyncio


async def start(work):
    asyncio.create_task(work())
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~
    asyncio.ensure_future(work())
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

# %% clean: kept
import asyncio

tasks = set()


async def start(work):
    task = asyncio.create_task(work())
    tasks.add(task)
    await asyncio.create_task(work())
