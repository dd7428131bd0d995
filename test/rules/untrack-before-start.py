# %% flagged: the old one is removed too late
import asyncio
import subprocess


class Segments:
    def __init__(self):
        self.processes = {}
        self.tasks = {}

    async def rotate(self, key):
        old = self.processes.get(key)
        if old:
            old.terminate()
        new = await self._start_segment(key)
        #           ~~~~~~~~~~~~~~~~~~~~~~~~ self.processes[key]
        self.processes.pop(key, None)
        self.processes[key] = new

    def restart(self, key):
        if key in self.processes:
            self.processes[key].kill()
        process = subprocess.Popen(["work"])
        #         ~~~~~~~~~~~~~~~~~~~~~~~~~~ still tracked
        del self.processes[key]
        self.processes[key] = process

    def renew(self, key):
        self.tasks[key].cancel()
        try:
            task = asyncio.create_task(self.work(key))
            #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ still tracked
        finally:
            self.tasks.pop(key, None)
        return task

# %% fixed
import asyncio
import subprocess


class Segments:
    def __init__(self):
        self.processes = {}
        self.tasks = {}

    async def rotate(self, key):
        old = self.processes.get(key)
        if old:
            old.terminate()
        self.processes.pop(key, None)
        new = await self._start_segment(key)
        self.processes[key] = new

    def restart(self, key):
        if key in self.processes:
            self.processes[key].kill()
        del self.processes[key]
        process = subprocess.Popen(["work"])
        self.processes[key] = process

    def renew(self, key):
        self.tasks[key].cancel()
        try:
            task = asyncio.create_task(self.work(key))
        finally:
            self.tasks.pop(key, None)
        return task

# %% clean: removed before, replaced, removed after a failure, other keys
import asyncio
import subprocess


class Segments:
    def __init__(self):
        self.processes = {}

    async def rotate(self, key):
        old = self.processes.pop(key, None)
        if old:
            old.terminate()
        self.processes[key] = await self._start_segment(key)

    def replace(self, key):
        old = self.processes[key]
        new = subprocess.Popen(["work"])
        self.processes[key] = new
        old.terminate()

    async def run(self, key):
        if key in self.processes:
            return
        process = subprocess.Popen(["work"])
        self.processes[key] = process
        try:
            process.wait()
        finally:
            self.processes.pop(key, None)

    async def attempt(self, key):
        if key in self.processes:
            return None
        try:
            return await self._start_segment(key)
        except OSError:
            self.processes.pop(key, None)

    def move(self, key, other):
        if key in self.processes:
            self.processes[key].kill()
        new = subprocess.Popen(["work"])
        self.processes.pop(other, None)
        return new

    def stop(self, key):
        if self.processes.get(key):
            self.processes[key].terminate()
        self.processes.pop(key, None)

# %% flagged: never read before, but stored anew after the late removal
import subprocess

JOBS = {}


class Jobs:
    def __init__(self):
        self.jobs = {}

    async def restart(self, key):
        new = await self.start(key)
        #           ~~~~~~~~~~~~~~~ still tracked
        self.jobs.pop(key, None)
        self.jobs[key] = new


def swap(number, command):
    fresh = subprocess.Popen(command)
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~ still tracked
    JOBS.pop(number).kill()
    JOBS[number] = fresh

# %% fixed
import subprocess

JOBS = {}


class Jobs:
    def __init__(self):
        self.jobs = {}

    async def restart(self, key):
        self.jobs.pop(key, None)
        new = await self.start(key)
        self.jobs[key] = new


def swap(number, command):
    JOBS.pop(number).kill()
    fresh = subprocess.Popen(command)
    JOBS[number] = fresh

# %% clean: what waited for the start is done with it
import subprocess

WAITING = {}


def begin(number, command):
    process = subprocess.Popen(command)
    WAITING.pop(number, None)
    return process
