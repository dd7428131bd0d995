# %% flagged in tests/test_a.py: waits
import asyncio
import time
from time import sleep


def test_cache(cache):
    time.sleep(3)
    #<~~~~~~~~~~~ `time.sleep`
    sleep(1)
    #<~~~~~~ wait for the event


async def test_more():
    await asyncio.sleep(1)
    #     ~~~~~~~~~~~~~~~~ asyncio.sleep

# %% clean in tests/test_a.py: yields, a patched clock
import asyncio


async def test_more(clock):
    await asyncio.sleep(0)
    clock.sleep(3)

# %% clean: production code
import time


def wait():
    time.sleep(3)

# %% flagged in tests/test_a.py: a task that does not end, and waits
import asyncio


async def test_cancel(service):
    service.task = asyncio.create_task(asyncio.sleep(60))
    await service.close()
    assert service.task.cancelled()


async def test_close(service):
    await asyncio.sleep(0.2)
    #     ~~~~~~~~~~~~~~~~~~ wait for the event
    assert service.is_closed
