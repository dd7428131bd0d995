# %% flagged: expected ones as errors
import asyncio
import logging
from asyncio import CancelledError

logger = logging.getLogger(__name__)


def stop(process):
    try:
        process.kill()
    except ProcessLookupError:
        logger.error("gone")
        #      ~~~~~ log it as `info`
    except (ProcessLookupError, CancelledError):
        logger.exception("gone")
        #      ~~~~~~~~~ ProcessLookupError, CancelledError
# %% fixed
import asyncio
import logging
from asyncio import CancelledError

logger = logging.getLogger(__name__)


def stop(process):
    try:
        process.kill()
    except ProcessLookupError:
        logger.info("gone")
    except (ProcessLookupError, CancelledError):
        logger.info("gone")

# %% flagged: names and level from the text {"exceptions": ["FileNotFoundError"], "level": "debug"}
import logging

logger = logging.getLogger(__name__)
try:
    remove()
except FileNotFoundError:
    logger.critical("gone")
    #      ~~~~~~~~ log it as `debug`

# %% clean: unexpected ones, fitting levels, an inner handler of another kind
import logging

logger = logging.getLogger(__name__)


def stop(process):
    try:
        process.kill()
    except ProcessLookupError:
        logger.info("gone")
        try:
            clean()
        except OSError:
            logger.error("broken")
    except FileNotFoundError:
        logger.error("a real fault")
    except (ProcessLookupError, OSError):
        logger.error("mixed")

# %% flagged: the file to remove is gone already
import logging
import os
from pathlib import Path

logger = logging.getLogger(__name__)


def tidy(part: Path):
    try:
        os.remove(part)
    except FileNotFoundError:
        logger.error("gone")
        #      ~~~~~ `FileNotFoundError` is expected here
    try:
        part.unlink()
    except (FileNotFoundError, ProcessLookupError):
        logger.exception("gone")
        #      ~~~~~~~~~ log it as `info`

# %% clean: a file that is needed
import logging
import os
from pathlib import Path

logger = logging.getLogger(__name__)


def load(source: Path):
    try:
        text = source.read_text()
        os.remove(source)
    except FileNotFoundError:
        logger.error("no settings")
        return ""
    return text
