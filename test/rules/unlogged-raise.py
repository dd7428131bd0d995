# %% flagged: another exception, and nothing logged
from fastapi import HTTPException


def load(path):
    try:
        return read(path)
    except OSError as e:
        raise HTTPException(500, "no file") from e
#             ~~~~~~~~~~~~~ log it before

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
