# %% flagged: a handler on one line that goes on, and a name that the loop has
import logging

logger = logging.getLogger(__name__)


def drop(entries):
    for e in entries:
        try:
            e.close()
        except OSError: continue
        #<~~~~~~~~~~~~
        e.seen = True
# %% fixed
import logging

logger = logging.getLogger(__name__)


def drop(entries):
    for e in entries:
        try:
            e.close()
        except OSError as error: logger.warning("e.close failed: %s", error); continue
        e.seen = True

# %% flagged: typed and untyped, pass, continue and dots
import structlog

log = structlog.get_logger()


def stop(workers):
    for worker in workers:
        try:
            worker.stop()
        except RuntimeError:
        #<~~~~~~~~~~~~~~~~~ `RuntimeError` is dropped
            continue
        try:
            worker.join()
        except (OSError, ValueError):
        #<~~~~~~~~~~~~~~~~~~~~~~~~~ `OSError` and `ValueError` are dropped
            ...
        try:
            worker.kill()
        except Exception as err:
        #<~~~~~~~~~~~~~~ `Exception`
            pass
# %% fixed
import structlog

log = structlog.get_logger()


def stop(workers):
    for worker in workers:
        try:
            worker.stop()
        except RuntimeError as e:
            log.warning("worker.stop failed", error=str(e))
            continue
        try:
            worker.join()
        except (OSError, ValueError) as e:
            log.warning("worker.join failed", error=str(e))
        try:
            worker.kill()
        except Exception as err:
            log.warning("worker.kill failed", error=str(err))

# %% flagged: a bare handler says what it catches before it can name it
try:
    run()
except:
#<~~~~ Every exception
    pass
# %% fixed
import logging

logger = logging.getLogger(__name__)

try:
    run()
except Exception as e:
    logger.warning("run failed: %s", e)

# %% clean: cancellation, optional imports, suppress, comments, finalizers
import asyncio
import contextlib

try:
    import orjson
except ImportError:
    pass


async def close(task):
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    with contextlib.suppress(FileNotFoundError):
        remove()
    try:
        remove()
    except FileNotFoundError:
        pass  # Somebody else has removed it.
    try:
        remove()
    except KeyError:
        # It may never have been there.
        pass


class Handle:
    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

# %% clean: nothing came within a while, and a question with two answers
import asyncio
import queue


async def work(tasks, stopping):
    while not stopping.is_set():
        try:
            task = await asyncio.wait_for(tasks.get(), timeout=1)
        except asyncio.TimeoutError:
            continue
        await task()


def drain(tasks: queue.Queue):
    while True:
        try:
            tasks.get_nowait()()
        except queue.Empty:
            continue


def shown(names, key):
    try:
        name = names[key]
    except KeyError:
        pass
    else:
        key = name.title()
    return key

# %% clean: waiting a while for what the code has cancelled
import asyncio


async def stop(task):
    task.cancel()
    try:
        await asyncio.shield(task)
    except (asyncio.CancelledError, asyncio.TimeoutError):
        pass

# %% clean: the next way is tried
def parse(text, parsers):
    for parser in parsers:
        try:
            return parser(text)
        except ValueError:
            continue
    raise LookupError(text)

# %% flagged: the same is tried once more, and nobody hears why
def fetch(client):
    for _ in range(3):
        try:
            return client.fetch()
        except OSError:
        #<~~~~~~~~~~~~ dropped
            continue
    return None
# %% fixed
import logging

logger = logging.getLogger(__name__)


def fetch(client):
    for _ in range(3):
        try:
            return client.fetch()
        except OSError as e:
            logger.warning("client.fetch failed: %s", e)
            continue
    return None

# %% clean: the reason stands above the handler
def moor(boat):
    try:
        boat.moor()
    # A boat that lies there already is where it should be.
    except BerthTaken:
        pass

# %% clean: failing is one of the answers, and the next is tried
from ipaddress import ip_address


def is_address(text):
    try:
        ip_address(text)
        return True
    except ValueError:
        pass
    return False


def first(rows, keys):
    for key in keys:
        try:
            value = rows[key]
            if value:
                return value
        except KeyError:
            continue
    return None

# %% clean: what cannot be read leaves what was there, and other answers follow
import asyncio
import json
import shutil
from uuid import UUID


def keyed(key):
    try:
        key = UUID(key)
    except ValueError:
        pass
    return key


def width(text):
    size = 10
    try:
        size = int(text)
    except (TypeError, ValueError):
        pass
    return size


def day(match, text):
    if match:
        try:
            year, month = map(int, match.groups())
            return year * 12 + month
        except ValueError:
            pass
    print(text)


def steps(text):
    if text.startswith("["):
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            pass
    lines = text.splitlines()
    return lines


def tagged(tags):
    for tag in tags:
        try:
            key = tag["data-id"]
        except KeyError:
            continue
        print(key)


def drop(folder):
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass


def later(work):
    try:
        asyncio.get_running_loop()
        asyncio.create_task(work())
    except RuntimeError:
        pass

# %% flagged: rows that are skipped, and work that fails
def load(rows, kept):
    for row in rows:
        try:
            amount = int(row["amount"])
        except ValueError:
        #<~~~~~~~~~~~~~~~ dropped
            continue
        kept.append(amount)


def store(cache, key):
    try:
        cache.store(key)
    except KeyError:
    #<~~~~~~~~~~~~~ dropped
        pass
# %% fixed
import logging

logger = logging.getLogger(__name__)


def load(rows, kept):
    for row in rows:
        try:
            amount = int(row["amount"])
        except ValueError as e:
            logger.warning("int failed: %s", e)
            continue
        kept.append(amount)


def store(cache, key):
    try:
        cache.store(key)
    except KeyError as e:
        logger.warning("cache.store failed: %s", e)

# %% clean: keys and attributes that are asked for by name, and the next place to look
def renamed(record, aliases):
    for alias in aliases:
        try:
            value = record.pop(alias)
        except KeyError:
            continue
        print(value)


def texts(row, names):
    for name in names:
        try:
            if not isinstance(value := getattr(row, name), str):
                continue
        except AttributeError:
            continue
        print(value)


def owner(session, first, second):
    try:
        return session.execute(first).scalar_one()
    except NoResultFound:
        pass
    return session.execute(second).scalar()
