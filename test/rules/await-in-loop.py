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

# %% fixed
import asyncio


async def load(client, keys):
    boats = []
    boats.extend(await asyncio.gather(*(client.get(key) for key in keys)))
    for answer in await asyncio.gather(*(client.weigh(boat) for boat in boats)):
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

# %% flagged: for nothing but its effect, with pairs, with an answer that is used further
async def load(client, crates: list[str]):
    for crate in crates:
        await client.lift(crate, 3)
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`
    for name, size in crates:
        found = await client.find(name, size)
#               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`
        # only what is there
        if found:
            crates.remove(name)

# %% fixed
import asyncio


async def load(client, crates: list[str]):
    await asyncio.gather(*(client.lift(crate, 3) for crate in crates))
    for (name, size), found in zip(
        crates,
        await asyncio.gather(*(client.find(name, size) for name, size in crates)),
        strict=True,
    ):
        # only what is there
        if found:
            crates.remove(name)

# %% flagged: gone through only once, awaited again, asked with what a round changes, a comment, a condition
async def load(client, crates, keys: list[str]):
    for crate in crates:
        found = await client.find(crate)
#               ~~~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`
        print(found)
    for key in keys:
        answer = await client.find(key)
#                ~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`
        print(await answer.text())
    for key in keys:
        answer = await client.find(key, crates.side)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`
        crates.side = answer.side
    for key in keys:
        if key:
            await client.lift(key)
#           ~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`
    for key in keys:
        await client.lift(key)  # one by one
#       ~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`

# %% fixed
import asyncio


async def load(client, crates, keys: list[str]):
    for found in await asyncio.gather(*(client.find(crate) for crate in crates)):
        print(found)
    for key in keys:
        answer = await client.find(key)
        print(await answer.text())
    for key in keys:
        answer = await client.find(key, crates.side)
        crates.side = answer.side
    await asyncio.gather(*(client.lift(key) for key in keys if key))
    for key in keys:
        await client.lift(key)  # one by one

# %% flagged: with a session that does one thing at a time
class Yard:
    async def load(self, session, crates):
        for crate in crates:
            await self.lift(session, crate)
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `asyncio.gather`

# %% flagged: too long for one line
import asyncio


async def tell(harbour, mooring_services: list[str]):
    for mooring_service in mooring_services:
        await harbour._publish_status_of_service(mooring_service, harbour.is_open)
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
import asyncio


async def tell(harbour, mooring_services: list[str]):
    await asyncio.gather(
        *(
            harbour._publish_status_of_service(mooring_service, harbour.is_open)
            for mooring_service in mooring_services
        )
    )
