# %% flagged: cleanup that stumbles over a key that is gone
import asyncio


class Pool:
    def __init__(self):
        self.workers: dict[str, asyncio.Task] = {}
        self.names = {}

    async def run(self, name):
        try:
            await self.workers[name]
        finally:
            del self.workers[name]
            #<~~~~~~~~~~~~~~~~~~~~ pop(name, None)

    def stop(self, name):
        worker = self.workers.get(name)
        if worker is not None:
            worker.cancel()
        self.workers.pop(name)
        #<~~~~~~~~~~~~~~~~~~~~ `self.workers`
        self.names.pop(name)
        #<~~~~~~~~~~~~~~~~~~ `self.names`
# %% fixed
import asyncio


class Pool:
    def __init__(self):
        self.workers: dict[str, asyncio.Task] = {}
        self.names = {}

    async def run(self, name):
        try:
            await self.workers[name]
        finally:
            self.workers.pop(name, None)

    def stop(self, name):
        worker = self.workers.get(name)
        if worker is not None:
            worker.cancel()
        self.workers.pop(name, None)
        self.names.pop(name, None)

# %% clean: proved keys, lists, locals, values that are used, other code
import os


class Pool:
    def __init__(self):
        self.workers = {}
        self.order = []
        self.names = set()

    def stop(self, name):
        self.workers.pop(name, None)
        if name in self.workers:
            del self.workers[name]
        self.order.pop()
        self.order.pop(0)
        local = {"a": 1}
        del local["a"]
        os.environ.pop("X")
        return self.workers.pop(name)

    def close(self, name):
        if name not in self.workers:
            return
        del self.workers[name]

    def cleanup(self):
        for name in list(self.workers):
            del self.workers[name]
        try:
            del self.workers["x"]
        except KeyError:
            print("gone")

    def take(self, name):
        del self.workers[name]

# %% clean: keys that were gathered from the dict itself, with nothing in between
import time


class Store:
    def __init__(self):
        self.entries = {}

    def expire(self):
        old = [key for key, value in self.entries.items() if value < time.time()]
        for key in old:
            del self.entries[key]

    def cleanup(self):
        gone = []
        for key, value in self.entries.items():
            if value is None:
                gone.append(key)
        for key in gone:
            del self.entries[key]

# %% flagged: gathered, but others may run before the removal, or gathered elsewhere
class Store:
    def __init__(self):
        self.entries = {}
        self.sockets = {}

    async def cleanup(self):
        gone = []
        for key, value in self.entries.items():
            if not await value.ping():
                gone.append(key)
        for key in gone:
            del self.entries[key]
            #<~~~~~~~~~~~~~~~~~~~ may be gone

    def close(self):
        gone = [key for key in self.sockets]
        for key in gone:
            del self.entries[key]
            #<~~~~~~~~~~~~~~~~~~~ may be gone

# %% clean: the key is one of the pair that the loop takes from the dict
class Hub:
    def __init__(self):
        self.sockets = {}

    def close(self):
        for key, socket in list(self.sockets.items()):
            socket.shut()
            del self.sockets[key]
        for index, key in enumerate(list(self.sockets)):
            self.sockets.pop(key)

# %% flagged: read before, but others may have taken it while this waits
class Pool:
    def __init__(self):
        self.tasks = {}

    async def finish(self, key):
        task = self.tasks[key]
        try:
            await task
        finally:
            del self.tasks[key]
            #<~~~~~~~~~~~~~~~~~ may be gone
# %% fixed
class Pool:
    def __init__(self):
        self.tasks = {}

    async def finish(self, key):
        task = self.tasks[key]
        try:
            await task
        finally:
            self.tasks.pop(key, None)

# %% flagged: a comment that the fix would lose, and keys that are not one
class Pool:
    def __init__(self):
        self.workers = {}

    def stop(self, name, kind):
        self.workers.pop(
        #<~~~~~~~~~~~~~~~
            name,  # of the worker
        )
        del self.workers[name, kind]
# %% fixed
class Pool:
    def __init__(self):
        self.workers = {}

    def stop(self, name, kind):
        self.workers.pop(
            name, None,  # of the worker
        )
        del self.workers[name, kind]

# %% clean: an entry that lasts as long as its block
from contextlib import contextmanager


class Engine:
    def __init__(self):
        self.buffers = {}

    @contextmanager
    def lines(self):
        buffer = []
        key = id(buffer)
        try:
            self.buffers[key] = buffer
            yield buffer
        finally:
            del self.buffers[key]
