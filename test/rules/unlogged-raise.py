# %% flagged: another exception, and nothing logged
from fastapi import HTTPException


def load(path):
    try:
        return read(path)
    except OSError as e:
        raise HTTPException(500, "no file") from e
#             ~~~~~~~~~~~~~ log it before

# %% fixed
import logging

from fastapi import HTTPException

logger = logging.getLogger(__name__)


def load(path):
    try:
        return read(path)
    except OSError as e:
        logger.exception("read failed")
        raise HTTPException(500, "no file") from e

# %% clean: logged, raised as it is, or raised where nothing was caught
import logging

from fastapi import HTTPException

logger = logging.getLogger(__name__)


def load(path):
    try:
        return read(path)
    except OSError as e:
        logger.warning("cannot read %s: %s", path, e)
        raise HTTPException(500, "no file") from e
    except ValueError:
        raise
    except LookupError as e:
        report(e)
        raise HTTPException(404) from e


def find(key):
    if key is None:
        raise HTTPException(404)

# %% clean: another exception than those that are meant {"raised": ["HTTPException"]}
def load(path):
    try:
        return read(path)
    except OSError as e:
        raise LoadError(path) from e

# %% flagged: where the file has a logger, in branches, and on the line of the handler
import structlog

log = structlog.get_logger()


async def load(path):
    try:
        return await store.fetch(path)
    except OSError as e:
        if path is None:
            raise LookupError("no path") from e
#                 ~~~~~~~~~~~ log it before
        raise LoadError(path) from e
#             ~~~~~~~~~ log it before
    except ValueError: raise LoadError(path)
#                            ~~~~~~~~~ log it before

# %% fixed
import structlog

log = structlog.get_logger()


async def load(path):
    try:
        return await store.fetch(path)
    except OSError as e:
        if path is None:
            log.exception("store.fetch failed")
            raise LookupError("no path") from e
        log.exception("store.fetch failed")
        raise LoadError(path) from e
    except ValueError: raise LoadError(path)
