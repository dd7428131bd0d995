# %% flagged in app/services/orders.py: tasks, threads and background tasks by hand {"queue": "Celery", "folders": ["app/services/queues"]}
import asyncio
import threading
from asyncio import create_task as spawn
from concurrent.futures import ThreadPoolExecutor

from fastapi import BackgroundTasks

pool = ThreadPoolExecutor()


async def order(name):
    asyncio.create_task(build(name))
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Celery
    spawn(build(name))
    #<~~~~~~~~~~~~~~~~ Celery
    loop = asyncio.get_running_loop()
    loop.create_task(build(name))
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~ Celery


def export(name):
    thread = threading.Thread(target=build, args=(name,))
    #        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ thread
    thread.start()
    pool.submit(build, name)
    #<~~~~~~~~~~~~~~~~~~~~~~ Celery


def notify(name, tasks: BackgroundTasks):
    tasks.add_task(build, name)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~ background task


async def build(name):
    return name
# %% clean in app/services/orders.py: waited for, own loops, with the application {"queue": "Celery"}
import asyncio
import threading
from contextlib import asynccontextmanager


async def gather(names):
    tasks = [asyncio.create_task(build(name)) for name in names]
    await asyncio.gather(*tasks)
    task = asyncio.create_task(build("x"))
    more = []
    more.append(asyncio.create_task(build("y")))
    await asyncio.wait(more)
    return await task


async def grouped(names):
    async with asyncio.TaskGroup() as group:
        for name in names:
            group.create_task(build(name))


def joined(names):
    threads = [threading.Thread(target=build) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@asynccontextmanager
async def lifespan(app):
    task = asyncio.create_task(build("x"))
    yield
    task.cancel()


class Server:
    def start(self):
        self.task = asyncio.create_task(self._loop())

    async def _loop(self):
        while True:
            await asyncio.sleep(1)


async def build(name):
    return name
# %% clean in app/services/queues/worker.py: the queue itself {"folders": ["app/services/queues"]}
import asyncio


def put(work):
    asyncio.create_task(work())

# %% clean: servers, and a watch over the process
import os
import threading

from wsgiref.simple_server import make_server


def metrics():
    make_server("", 9000, None).serve_forever()


def work(call):
    threading.Thread(target=metrics, daemon=True).start()
    guard = threading.Timer(30, os._exit, args=(1,))
    guard.start()
    call()
