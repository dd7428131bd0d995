# %% flagged: a function, a method, and asyncio's own
import asyncio


async def save():
    return 1


class Store:
    async def load(self):
        return 1

    async def run(self):
        self.load()
#       ~~~~~~~~~~~ never runs
        asyncio.sleep(1)
#       ~~~~~~~~~~~~~~~~ never runs


async def run():
    save()
#   ~~~~~~ never runs

# %% clean: awaited, decorated, kept, and plain functions
import asyncio


@task
async def job():
    return 1


def save():
    return 1


async def run():
    job()
    save()
    await asyncio.sleep(1)
    waiting = asyncio.sleep(1)
    await waiting
