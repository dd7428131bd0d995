# %% flagged: loops that nothing ends
import asyncio
import threading
import time


async def poll(queue):
    while True:
    #<~~~~~~~~ poll
        queue.refresh()
        await asyncio.sleep(1)


class Monitor:
    def start(self):
        threading.Thread(target=self._run, daemon=True).start()
        asyncio.create_task(self._watch())

    def _run(self):
        while 1:
        #<~~~~~ _run
            time.sleep(1)

    async def _watch(self):
        while True:
        #<~~~~~~~~ _watch
            try:
                await self.look()
            except asyncio.CancelledError:
                continue
            except Exception:
                print("failed")
            for item in self.items:
                if item:
                    break
# %% fixed
import asyncio
import threading
import time


async def poll(queue, stop: asyncio.Event):
    while not stop.is_set():
        queue.refresh()
        await asyncio.sleep(1)


class Monitor:
    def __init__(self):
        self._stopped = threading.Event()

    def start(self):
        threading.Thread(target=self._run, daemon=True).start()
        asyncio.create_task(self._watch())

    def _run(self):
        while not self._stopped.is_set():
            time.sleep(1)

    async def _watch(self):
        while True:
            try:
                await self.look()
            except asyncio.CancelledError:
                raise
            except Exception:
                print("failed")
            for item in self.items:
                if item:
                    break

    def stop(self):
        self._stopped.set()

# %% clean: events, breaks, cancellation, owners, sockets
import asyncio
import threading
import time

from fastapi import APIRouter, WebSocket

router = APIRouter()
stop = threading.Event()


async def watched(event: asyncio.Event):
    while not event.is_set():
        await asyncio.sleep(1)


async def broken(queue):
    while True:
        item = await queue.get()
        if item is None:
            break


async def cancelled(queue):
    try:
        while True:
            await queue.get()
    except asyncio.CancelledError:
        raise


async def inside(queue):
    while True:
        try:
            await queue.get()
        except asyncio.CancelledError:
            break
        except Exception:
            print("failed")


async def closed(queue):
    try:
        while True:
            await queue.get()
    finally:
        queue.close()


class Owner:
    def start(self):
        self._task = asyncio.create_task(self._loop())

    async def stop(self):
        if self._task:
            self._task.cancel()

    async def _loop(self):
        while True:
            item = await self.queue.get()
            self.work(item)


@router.websocket("/live")
async def live(socket: WebSocket):
    while True:
        await socket.receive_text()


async def lines(reader):
    while True:
        yield await reader.readline()


def run():
    while True:
        if stop.is_set():
            return
        time.sleep(1)


def prompt():
    while True:
        print(input())


threading.Thread(target=run).start()

# %% flagged in harbour/turns.py: the cancellation that the loop has asked for itself is not handed on
import asyncio


class Turns:
    def start(self):
        asyncio.create_task(self._turn())

    async def _turn(self):
        while True:
        #<~~~~~~~~ Nothing ends this loop of `_turn`
            shift = asyncio.create_task(self.shift())
            await asyncio.sleep(5)
            shift.cancel()
            try:
                await shift
            except asyncio.CancelledError:
                pass
# %% fixed harbour/turns.py
import asyncio


class Turns:
    def __init__(self):
        self._stopped = asyncio.Event()

    def start(self):
        asyncio.create_task(self._turn())

    async def _turn(self):
        while not self._stopped.is_set():
            shift = asyncio.create_task(self.shift())
            await asyncio.sleep(5)
            shift.cancel()
            try:
                await shift
            except asyncio.CancelledError:
                pass

    def stop(self):
        self._stopped.set()

# %% flagged in harbour/loops.py: an object that has what it needs, and functions that are called
import asyncio
import threading


class Light:
    """Turns."""

    def __init__(self, name: str) -> None:
        self.name = name

    def begin(self) -> None:
        threading.Thread(target=self._turn).start()
        asyncio.create_task(self._blink())

    def _turn(self) -> None:
        while True:  # day and night
        #<~~~~~~~~ Nothing ends this loop
            print(self.name)

    async def _blink(self) -> None:
        while True:
        #<~~~~~~~~ Nothing ends this loop
            await asyncio.sleep(1)


async def watch(name):
    while True:
    #<~~~~~~~~ Nothing ends this loop
        await asyncio.sleep(1)


async def main():
    asyncio.create_task(watch("a"))

# %% fixed
import asyncio
import threading


class Light:
    """Turns."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._stopped = threading.Event()

    def begin(self) -> None:
        threading.Thread(target=self._turn).start()
        asyncio.create_task(self._blink())

    def _turn(self) -> None:
        while not self._stopped.is_set():  # day and night
            print(self.name)

    async def _blink(self) -> None:
        while not self._stopped.is_set():
            await asyncio.sleep(1)

    def stop(self) -> None:
        self._stopped.set()


async def watch(name):
    while True:
        await asyncio.sleep(1)


async def main():
    asyncio.create_task(watch("a"))

# %% clean: whoever starts it hands the task to what cancels it
import asyncio


async def stop(task: asyncio.Task | None) -> None:
    if task is not None:
        task.cancel()


async def tend() -> None:
    while True:
        await asyncio.sleep(5)
        try:
            await feed()
        except Exception:
            print("hungry")


async def sail() -> None:
    tending = asyncio.create_task(tend())
    await cross()
    await stop(tending)

# %% clean in app/harbour.py: a helper cancels it, or another file that has started it
import asyncio

from app.tasks import cancel_and_wait


class Harbour:
    def __init__(self) -> None:
        self.sweeper = asyncio.create_task(self.sweep())

    async def close(self) -> None:
        await cancel_and_wait(self.sweeper)

    async def sweep(self) -> None:
        while True:
            await asyncio.sleep(60)

    async def take_orders(self) -> None:
        while True:
            await asyncio.sleep(1)
# %% file app/service.py
import asyncio


class Service:
    def start(self, harbour) -> None:
        self.tasks = [asyncio.create_task(harbour.take_orders())]

    def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
