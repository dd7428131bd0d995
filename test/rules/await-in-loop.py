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
    async for row in client.rows():
        await client.get(row)
    while total:
        await client.tick()
    return await asyncio.gather(*(client.get(key) for key in keys))
