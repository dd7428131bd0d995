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

# %% flagged: raised without a word {"wanted": true}
def load(path):
    try:
        return path.read_text()
    except OSError as error:
        raise LookupError(path) from error
        #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ log what has happened

# %% clean: logged, or handed to something else {"wanted": true}
import logging

logger = logging.getLogger(__name__)


def load(path, report):
    try:
        return path.read_text()
    except FileNotFoundError:
        report(path)
        raise
    except OSError:
        logger.exception("failed")
        raise
