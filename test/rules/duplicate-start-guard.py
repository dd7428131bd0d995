# %% flagged: started without a look {"starts": ["start_job"]}
import asyncio
import subprocess


class Jobs:
    def __init__(self):
        self.tasks: dict[str, asyncio.Task] = {}

    async def watch(self, name):
        self.tasks[name] = asyncio.create_task(self.work(name))
        #                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ self.tasks

    def spawn(self, key):
        process = subprocess.Popen(["work", key])
        #         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the first is then lost
        self.tasks[key] = process
        return process

    async def order(self, user_id):
        if not user_id:
            return None
        user = await self.load(user_id)
        if not user:
            return None
        return await self.start_job(user_id)
        #            ~~~~~~~~~~~~~~~~~~~~~~~ start_job
# %% fixed
import asyncio
import subprocess


class Jobs:
    def __init__(self):
        self.tasks: dict[str, asyncio.Task] = {}

    async def watch(self, name):
        if name in self.tasks:
            return
        self.tasks[name] = asyncio.create_task(self.work(name))

    def spawn(self, key):
        if key in self.tasks:
            return self.tasks[key]
        process = subprocess.Popen(["work", key])
        self.tasks[key] = process
        return process

    async def order(self, user_id):
        if not user_id:
            return None
        user = await self.load(user_id)
        if not user:
            return None
        return await self.start_job(user_id)

# %% clean: looked up before, ended before, fresh keys, locals {"starts": ["start_job"]}
import asyncio
import subprocess
import uuid


class Jobs:
    def __init__(self):
        self.tasks = {}
        self.main = None

    async def watch(self, name):
        if name in self.tasks:
            return
        self.tasks[name] = asyncio.create_task(self.work(name))

    async def again(self, name):
        old = self.tasks.pop(name, None)
        if old:
            old.cancel()
        self.tasks[name] = asyncio.create_task(self.work(name))

    async def once(self, name):
        if name not in self.tasks:
            self.tasks[name] = asyncio.create_task(self.work(name))

    async def replace(self, name):
        await self.stop(name)
        self.tasks[name] = asyncio.create_task(self.work(name))

    async def fresh(self):
        key = str(uuid.uuid4())
        self.tasks[key] = asyncio.create_task(self.work(key))
        process = subprocess.Popen(["work"])
        self.tasks[process.pid] = process

    async def single(self):
        self.main = asyncio.create_task(self.work("main"))

    async def many(self, names):
        tasks = {}
        for name in names:
            tasks[name] = asyncio.create_task(self.work(name))
        await asyncio.gather(*tasks.values())

    async def order(self, user_id):
        existing = next((one for one in self.active() if one.user == user_id), None)
        if existing:
            return existing
        return await self.start_job(user_id)

    async def ask(self, user_id):
        if await self.is_running(user_id):
            return None
        return await self.start_job(user_id)

    async def outer(self, user_id):
        if user_id in self.tasks:
            return None
        return await self._begin(user_id)

    async def _begin(self, user_id):
        return await self.start_job(user_id)

# %% flagged: what is started is kept in a record
import subprocess


class Presses:
    def __init__(self):
        self.running = {}

    def start(self, key, args):
        press = Press(subprocess.Popen(args))
        #             ~~~~~~~~~~~~~~~~~~~~~~ `self.running` has one for `key`
        self.running[key] = press

    def begin(self, key, args):
        self.running[key] = {"process": subprocess.Popen(args), "tries": 0}
        #                               ~~~~~~~~~~~~~~~~~~~~~~ `self.running` has one for `key`
# %% fixed
import subprocess


class Presses:
    def __init__(self):
        self.running = {}

    def start(self, key, args):
        if key in self.running:
            return
        press = Press(subprocess.Popen(args))
        self.running[key] = press

    def begin(self, key, args):
        if key in self.running:
            return
        self.running[key] = {"process": subprocess.Popen(args), "tries": 0}

# %% clean: a record behind a look
import subprocess


class Presses:
    def __init__(self):
        self.running = {}

    def start(self, key, args):
        if key in self.running:
            return
        self.running[key] = Press(subprocess.Popen(args))

# %% flagged: what is started goes into a record later
import subprocess


class Presses:
    def __init__(self):
        self.running = {}

    def start(self, key, args):
        process = subprocess.Popen(args)
        #         ~~~~~~~~~~~~~~~~~~~~~~ `self.running` has one for `key`
        self.running[key] = Press(key, process)
# %% fixed
import subprocess


class Presses:
    def __init__(self):
        self.running = {}

    def start(self, key, args):
        if key in self.running:
            return
        process = subprocess.Popen(args)
        self.running[key] = Press(key, process)

# %% flagged: a key that is put together
import asyncio


class Watch:
    def __init__(self):
        self.running = {}

    def begin(self, tower, lamps):
        self.running["tower"] = asyncio.create_task(burn(tower))
        for lamp in lamps:
            self.running[f"{tower}/{lamp}"] = asyncio.create_task(burn(lamp))
            #                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


async def burn(lamp):
    await asyncio.sleep(lamp)
