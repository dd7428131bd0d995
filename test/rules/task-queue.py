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
# %% fixed
import asyncio
import threading
from asyncio import create_task as spawn
from concurrent.futures import ThreadPoolExecutor

from celery import shared_task
from fastapi import BackgroundTasks

pool = ThreadPoolExecutor()


@shared_task
def build_task(name):
    asyncio.run(build(name))


async def order(name):
    build_task.delay(name)
    build_task.delay(name)
    loop = asyncio.get_running_loop()
    build_task.delay(name)


def export(name):
    build_task.delay(name)
    build_task.delay(name)


def notify(name, tasks: BackgroundTasks):
    build_task.delay(name)


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

# %% flagged in shop/prints.py: threads of all kinds, tasks of Celery's, and functions of other files {"queue": "Celery"}
import asyncio
from multiprocessing import Process
from threading import Thread

from fastapi import APIRouter, BackgroundTasks

from shop.labels import draw, stick

router = APIRouter()


class Press:
    def run(self, sheet):
        Thread(target=self.turn, args=(sheet,)).start()
        #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This thread

    def turn(self, sheet):
        return sheet


@router.post("/prints")
async def printed(sheet: str, tasks: BackgroundTasks) -> str:
    """Prints it."""
    Thread(target=stick, args=[sheet, 2], daemon=True).start()  # later
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This thread
    tasks.add_task(draw, sheet, size=3)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This background task
    task = asyncio.create_task(bind(sheet))
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This task
    print(task)
    other = Process(target=stick, args=(sheet, 1))
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This thread
    other.name = "other"
    other.start()
    return sheet


async def bind(sheet):
    return sheet
# %% file shop/__init__.py
# %% file shop/labels.py
from celery import shared_task


@shared_task(bind=False)
def draw(sheet, size=1):
    return sheet


def stick(sheet, times):
    return sheet

# %% fixed
import asyncio
from multiprocessing import Process
from threading import Thread

from celery import shared_task
from fastapi import APIRouter, BackgroundTasks

from shop.labels import draw, stick

router = APIRouter()


@shared_task
def stick_task(sheet, times):
    stick(sheet, times)


class Press:
    def run(self, sheet):
        Thread(target=self.turn, args=(sheet,)).start()

    def turn(self, sheet):
        return sheet


@router.post("/prints")
async def printed(sheet: str, tasks: BackgroundTasks) -> str:
    """Prints it."""
    stick_task.delay(sheet, 2)  # later
    draw.delay(sheet, size=3)
    task = asyncio.create_task(bind(sheet))
    print(task)
    other = Process(target=stick, args=(sheet, 1))
    other.name = "other"
    other.start()
    return sheet


async def bind(sheet):
    return sheet

# %% flagged in app/services/feed.py: what an object waits for when it closes is its own {"queue": "Celery"}
import asyncio
import contextlib
import signal


class Feed:
    def __init__(self, socket):
        self.socket = socket

    def open(self):
        self.reader = asyncio.create_task(self.read())
        self.report = asyncio.create_task(self.build())
        #             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    async def close(self):
        self.reader.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self.reader

    async def read(self):
        async for message in self.socket:
            print(message)

    async def build(self):
        print(self.socket)


def serve(loop, feed):
    def stop():
        loop.create_task(feed.close())

    loop.add_signal_handler(signal.SIGTERM, stop)

# %% flagged in app/services/watch.py: an endless loop that nobody keeps hold of {"queue": "Celery"}
import threading
import time


def begin():
    threading.Thread(target=watch, daemon=True).start()
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def watch():
    while True:
        time.sleep(1)

# %% clean in app/services/feed.py: a class that waits for its own {"queue": "Celery"}
import asyncio


class Feed:
    _task = None

    @classmethod
    def open(cls):
        cls._task = asyncio.create_task(cls.listen())

    @classmethod
    async def close(cls):
        cls._task.cancel()
        await cls._task

    @classmethod
    async def listen(cls):
        await asyncio.sleep(1)

# %% clean in app/services/beacon.py: a loop that is run to the end of the task, or for as long as the process lives {"queue": "Celery"}
import asyncio
import signal


def blink(times):
    loop = asyncio.new_event_loop()
    task = loop.create_task(build(times))
    loop.run_until_complete(task)
    return loop.run_until_complete(loop.create_task(build(times)))


def shine(names):
    loop = asyncio.new_event_loop()
    for name in names:
        loop.create_task(build(name))
    loop.run_forever()


class Beacon:
    def begin(self):
        self.loop = asyncio.new_event_loop()
        for one in (signal.SIGINT, signal.SIGTERM):
            self.loop.add_signal_handler(one, lambda one=one: asyncio.create_task(self.dim(one)))

    async def dim(self, one):
        return one


async def build(name):
    return name

# %% clean in app/services/logbook.py: what an object puts off is its own, and a server in a thread {"queue": "Celery"}
from threading import Thread, Timer

import uvicorn


class Logbook:
    def __init__(self):
        self.lines = []
        self.timer = None

    def note(self, line):
        self.lines.append(line)
        if self.timer:
            self.timer.cancel()
        self.timer = Timer(5, self.flush)
        self.timer.start()

    def flush(self):
        print(self.lines)


class Door:
    def open(self):
        uvicorn.run("app:app", port=8085)


def wait_for_answer():
    door = Thread(target=Door().open)
    door.start()

# %% clean in app/services/charts.py: a pool that is waited for by its block, what puts things away, and tasks that are gathered elsewhere {"queue": "Celery"}
import asyncio
from concurrent.futures import ThreadPoolExecutor


def draw_all(names):
    with ThreadPoolExecutor(max_workers=4) as pool:
        for name in names:
            pool.submit(draw, name)


def draw(name):
    print(name)


class Client:
    def __del__(self):
        asyncio.get_running_loop().create_task(self.aclose())

    async def aclose(self):
        await self.socket.close()


class Line:
    def __init__(self, workers):
        self.workers = workers
        self.tasks = []

    def start(self):
        for worker in self.workers:
            self.tasks.append(asyncio.create_task(worker.start()))

    async def drain(self):
        await asyncio.gather(*self.tasks, return_exceptions=True)

# %% flagged in app/services/charts.py: a pool that nobody waits for {"queue": "Celery"}
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=4)


def draw_all(names):
    for name in names:
        pool.submit(draw, name)
        #<~~~~~~~~~~~~~~~~~~~~~


def draw(name):
    print(name)
# %% fixed
from concurrent.futures import ThreadPoolExecutor

from celery import shared_task

pool = ThreadPoolExecutor(max_workers=4)


@shared_task
def draw_task(name):
    draw(name)


def draw_all(names):
    for name in names:
        draw_task.delay(name)


def draw(name):
    print(name)

# %% flagged in app/services/later.py: a task of a loop that others run {"queue": "Celery"}
import asyncio


def remind(name, loop):
    loop: asyncio.AbstractEventLoop = asyncio.get_event_loop()
    loop.create_task(build(name))
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~


async def build(name):
    return name

# %% clean in app/services/wharf.py: futures that the caller hands in and waits for {"queue": "Celery"}
import asyncio


async def work(cranes):
    futures = set()

    def begin(waiting: set):
        waiting.add(asyncio.ensure_future(lift(cranes)))

    begin(futures)
    await asyncio.wait(futures)


async def lift(cranes):
    return cranes

# %% clean in app/services/engine.py: on a signal, and beside a process {"queue": "Celery"}
import asyncio
import signal
import subprocess
import threading


class Engine:
    def watch(self, loop):
        loop.add_signal_handler(signal.SIGTERM, lambda: asyncio.ensure_future(self.end()))

    async def end(self):
        await asyncio.sleep(1)

    def follow(self, process: subprocess.Popen):
        def capture():
            while True:
                line = process.stdout.readline()
                if not line and process.poll() is not None:
                    break
                print(line)

        threading.Thread(target=capture).start()

# %% clean: a connection that is open here
import asyncio


class Pier:
    def __init__(self):
        self.landing = set()

    async def land(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self.unload(reader, writer))
        self.landing.add(task)
        task.add_done_callback(self.landing.discard)

    async def unload(self, reader, writer):
        writer.write(await reader.read(10))

# %% clean: it runs as long as the loop does
import asyncio


async def watch(loop) -> None:
    while loop.is_running():
        await asyncio.sleep(1)


def before_start() -> None:
    loop = asyncio.get_running_loop()
    loop.create_task(watch(loop))
