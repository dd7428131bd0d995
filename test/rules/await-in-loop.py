# %% flagged: a call for each of some keys
async def load(client, keys):
    boats = []
    for key in keys:
        boats.append(await client.get(key))
        #            ~~~~~~~~~~~~~~~~~~~~~ Each round waits
    for boat in boats:
        answer = await client.weigh(boat)
        #        ~~~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`
        print(answer)
    return boats

# %% clean: order matters, or nothing is awaited in each round
import asyncio


async def load(client, session, keys):
    total = 0
    for key in keys:
        total = total + await client.weigh(key)
    for key in keys:
        if await client.has(key):
            return key
    for key in keys:
        await asyncio.sleep(1)
    for key in keys:
        await session.execute(key)
    for attempt in range(3):
        await client.ping()
    for key in await client.keys():
        print(key)
    tasks = [asyncio.create_task(client.get(key)) for key in keys]
    for task in tasks:
        await task
    for done in asyncio.as_completed(keys):
        print(await done)
    for key in keys:
        await client.send_text(key)
    async for row in client.rows():
        await client.get(row)
    while total:
        await client.tick()
    return await asyncio.gather(*(client.get(key) for key in keys))

# %% clean: a session does one thing at a time
from sqlalchemy.ext.asyncio import AsyncSession

from app.tokens import ban


async def ban_all(store: AsyncSession, tokens):
    for token in tokens:
        await ban(store, token)
