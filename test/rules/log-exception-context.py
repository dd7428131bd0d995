# %% flagged: errors in handlers without the traceback
import logging

from loguru import logger as log

logger = logging.getLogger(__name__)


def load(path):
    try:
        return open(path)
    except OSError as e:
        logger.error("cannot read %s", path)
        #      ~~~~~ `exception`
    except ValueError:
        logging.critical("broken")
        #       ~~~~~~~~ exc_info=True
    except KeyError:
        log.error("no key")
        #   ~~~~~ `exception`
    return None
# %% fixed
import logging

from loguru import logger as log

logger = logging.getLogger(__name__)


def load(path):
    try:
        return open(path)
    except OSError as e:
        logger.exception("cannot read %s", path)
    except ValueError:
        logging.critical("broken", exc_info=True)
    except KeyError:
        log.exception("no key")
    return None

# %% clean: with the traceback, raised again, outside of handlers, other levels
import logging

logger = logging.getLogger(__name__)


def load(path):
    logger.error("no handler here")
    try:
        return open(path)
    except OSError as e:
        logger.error("cannot read", exc_info=e)
    except KeyError:
        logger.exception("cannot read")
    except ValueError:
        logger.error("cannot read")
        raise
    except TypeError as e:
        logger.error("cannot read")
        raise RuntimeError("x") from e
    except AttributeError:
        logger.warning("cannot read")

        def later():
            logger.error("in another function")
    math.error("no logger")

# %% clean: another line of the handler brings the traceback
import logging

log = logging.getLogger(__name__)


def save(row):
    try:
        return row.save()
    except OSError as error:
        log.error("saving failed, see below")
        log.exception(error)
        return None

# %% clean: a process or a task that has ended has no traceback worth keeping
import asyncio
import logging
import os

log = logging.getLogger(__name__)


async def stop(task, pid):
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.critical("cancelled")
    try:
        os.kill(pid, 15)
    except ProcessLookupError:
        log.error("gone")

# %% clean: the traceback is in the message, or another call of the handler writes it
import logging
import traceback

logger = logging.getLogger(__name__)


def load(anchors):
    for anchor in anchors:
        try:
            anchor.load()
        except KeyError:
            logger.error(f"{anchor} not loaded: {traceback.format_exc()}")
        except OSError:
            logger.error("%s not loaded", anchor)
            traceback.print_exc()
        except ValueError as e:
            lines = "".join(traceback.format_exception(e))
            logger.error("%s not loaded\n%s", anchor, lines)

# %% clean: a program that stops over what it has refused itself, and a function that raises
import logging
import sys
from typing import NoReturn

logger = logging.getLogger(__name__)


class Refused(Exception):
    pass


def main(run):
    try:
        run()
    except Refused as error:
        logger.error("%s", error)
        sys.exit(1)


def give_up(why: str) -> NoReturn:
    raise Refused(why)


def load(path):
    try:
        return open(path)
    except OSError:
        logger.error("cannot read %s", path)
        give_up(path)

# %% flagged: a program that stops over anything
import logging
import sys

logger = logging.getLogger(__name__)


def main(run):
    try:
        run()
    except Exception as error:
        logger.error("it stopped: %s", error)
        #      ~~~~~
        sys.exit(1)
# %% fixed
import logging
import sys

logger = logging.getLogger(__name__)


def main(run):
    try:
        run()
    except Exception as error:
        logger.exception("it stopped: %s", error)
        sys.exit(1)

# %% flagged: two lines of one handler
import logging

logger = logging.getLogger(__name__)


def read(path):
    try:
        return path.read_text()
    except OSError:
        logger.error("Cannot read it")
        #      ~~~~~ call `exception` instead
        logger.error("Is it there?")
        return ""
# %% fixed
import logging

logger = logging.getLogger(__name__)


def read(path):
    try:
        return path.read_text()
    except OSError:
        logger.exception("Cannot read it")
        logger.error("Is it there?")
        return ""

# %% flagged: each branch of a handler
import logging

logger = logging.getLogger(__name__)


def moor(ship):
    try:
        return ship.moor()
    except OSError as error:
        if error.errno == 2:
            logger.error("No berth")
            #      ~~~~~ call `exception` instead
            return None
        logger.error("Cannot moor")
        #      ~~~~~ call `exception` instead
        return None
# %% fixed
import logging

logger = logging.getLogger(__name__)


def moor(ship):
    try:
        return ship.moor()
    except OSError as error:
        if error.errno == 2:
            logger.exception("No berth")
            return None
        logger.exception("Cannot moor")
        return None
