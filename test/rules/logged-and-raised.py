# %% flagged: logged and raised again
import logging

logger = logging.getLogger(__name__)


def load(path):
    try:
        return path.read_text()
    except OSError:
        logger.exception("failed")
        raise
        #<~~~ do one of them

# %% clean: one of both, or another exception
import logging

logger = logging.getLogger(__name__)


def load(path):
    try:
        return path.read_text()
    except PermissionError as error:
        logger.warning("no access")
        raise LookupError(path) from error
    except FileNotFoundError:
        raise
    except OSError:
        logger.exception("failed")
        return None

# %% clean: a record of something else
import logging

logger = logging.getLogger(__name__)


def load(path, tries):
    try:
        return path.read_text()
    except PermissionError:
        if tries > 3:
            logger.exception("failed")
            return None
        raise
    except OSError:
        logger.debug("closing %s", path)
        raise
