# %% flagged: handlers that stop what comes next
import asyncio
import logging
import os
import signal
import subprocess

logger = logging.getLogger(__name__)


class Ingest:
    def __init__(self):
        self.processes = {}

    async def rotate(self, key, process):
        try:
            process.terminate()
            await asyncio.sleep(5)
            process.kill()
        except Exception as e:
            logger.error("cleanup failed: %s", e)
            return
            #<~~~~ next step
        self.processes[key] = await self._start(key)

    def reload(self, key):
        old = self.processes.get(key)
        if old:
            try:
                old.poll()
                if old.returncode is None:
                    old.kill()
            except ProcessLookupError:
                return None
                #<~~~~~~~~~ next step
            except OSError as e:
                raise RuntimeError("no") from e
                #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ next step
        return subprocess.Popen(["ffmpeg"])

    def send(self, pid, item):
        try:
            os.kill(pid, signal.SIGTERM)
        except OSError:
            logger.warning("gone")
            raise
            #<~~~ next step
        self.deliver(item)

    async def reconnect(self, link):
        try:
            await link.close()
        except ConnectionError:
            return False
            #<~~~~~~~~~~ next step
        self.link = await self.connect()
        return True

# %% clean: only cleanup, going on, cancellation, other work
import asyncio
import logging
import os
import signal

logger = logging.getLogger(__name__)


class Ingest:
    def __init__(self):
        self.processes = {}

    async def stop(self, key, process):
        try:
            process.terminate()
        except ProcessLookupError:
            return False
        self.processes.pop(key, None)
        logger.info("stopped")
        return True

    async def rotate(self, key, process):
        try:
            process.terminate()
        except ProcessLookupError:
            logger.info("gone already")
        except asyncio.CancelledError:
            raise
        except Exception as e:
            logger.warning("cleanup failed: %s", e)
        finally:
            self.processes.pop(key, None)
        self.processes[key] = await self._start(key)

    async def cancel_plan(self, plan):
        try:
            await plan.cancel()
        except ValueError as e:
            raise RuntimeError("no plan") from e
        await self.notify(plan)

    async def load(self, key):
        try:
            data = await self.fetch(key)
        except OSError:
            return None
        return await self.parse(data)

    async def whole(self, key, process):
        try:
            process.terminate()
            self.processes[key] = await self._start(key)
        except OSError:
            return None

# %% flagged: an entry that stays when something fails
import logging

logger = logging.getLogger(__name__)


class Jobs:
    def __init__(self):
        self.active = {}

    async def finish(self, key):
        try:
            await self.upload(key)
            del self.active[key]
            #<~~~~~~~~~~~~~~~~~~ finally
        except Exception as e:
            logger.error("failed: %s", e)

    def end(self, key):
        try:
            self.active[key].kill()
            self.active.pop(key, None)
            #<~~~~~~~~~~~~~~~~~~~~~~~~ finally
        except ProcessLookupError:
            logger.info("gone")
        finally:
            logger.info("done")
# %% fixed
import logging

logger = logging.getLogger(__name__)


class Jobs:
    def __init__(self):
        self.active = {}

    async def finish(self, key):
        try:
            await self.upload(key)
        except Exception as e:
            logger.error("failed: %s", e)
        finally:
            self.active.pop(key, None)

    def end(self, key):
        try:
            self.active[key].kill()
        except ProcessLookupError:
            logger.info("gone")
        finally:
            self.active.pop(key, None)
            logger.info("done")

# %% clean: entries that are removed either way, lists, locals
import logging

logger = logging.getLogger(__name__)


class Jobs:
    def __init__(self):
        self.active = {}
        self.queue = []

    def first(self, key):
        try:
            self.active.pop(key, None)
            self.work(key)
        except OSError:
            logger.info("gone")

    def twice(self, key):
        try:
            self.work(key)
            self.active.pop(key, None)
        except OSError:
            self.active.pop(key, None)
            logger.info("gone")

    def after(self, key):
        try:
            self.work(key)
        except OSError:
            logger.info("gone")
        self.active.pop(key, None)

    def others(self, key, seen):
        try:
            self.work(key)
            self.queue.pop(0)
        except OSError:
            logger.info("gone")
        known = {}
        try:
            self.work(key)
            known.pop(key)
        except OSError:
            logger.info("gone")
        try:
            value = self.active.pop(key)
            self.work(value)
        except KeyError:
            logger.info("gone")

# %% flagged: ways out of a handler, which is to go on
import logging

logger = logging.getLogger(__name__)


class Lathe:
    def __init__(self):
        self.running = {}

    def restart(self, key):
        try:
            self.running[key].terminate()
        except OSError:
            logger.exception("not stopped")
            return
            #<~~~~ `return`
        self.start(key)

    def renew(self, key):
        try:
            self.running[key].kill()
        except OSError as error:
            raise RuntimeError("not stopped") from error
            #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `raise`
        self.start(key)

    def swap(self, key):
        try:
            self.running[key].kill()
        except OSError:
            return False
            #<~~~~~~~~~~ `return`
        self.start(key)
        return True
# %% fixed
import logging

logger = logging.getLogger(__name__)


class Lathe:
    def __init__(self):
        self.running = {}

    def restart(self, key):
        try:
            self.running[key].terminate()
        except OSError:
            logger.exception("not stopped")
        self.start(key)

    def renew(self, key):
        try:
            self.running[key].kill()
        except OSError as error:
            logger.warning("kill failed: %s", error)
        self.start(key)

    def swap(self, key):
        try:
            self.running[key].kill()
        except OSError:
            return False
        self.start(key)
        return True

# %% flagged: a helper that ends the process, under a name of its own
import logging
import subprocess

logger = logging.getLogger(__name__)


class Mills:
    def __init__(self):
        self.mills = {}

    def _halt(self, name):
        mill = self.mills[name]
        mill.terminate()
        mill.wait()

    def swap(self, name):
        try:
            self._halt(name)
        except OSError:
            logger.exception("the old one goes on")
            return False
            #<~~~~~~~~~~
        self.mills[name] = subprocess.Popen(["mill", name])
        return True
