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

# %% fixed
import logging

logger = logging.getLogger(__name__)


def load(path):
    return path.read_text()

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

# %% flagged: beside other handlers, with a name that nothing else reads, between other statements
import logging

logger = logging.getLogger(__name__)


def load(path):
    try:
        return path.read_text()
    except FileNotFoundError as error:
        logger.error("not there: %s", error)
        raise
        #<~~~ do one of them
    except PermissionError as error:
        path.unlock(error)
        logger.error("locked", exc_info=error)
        raise
        #<~~~ do one of them
    except OSError:
        logger.exception("failed")  # for the log

        path.close()
        raise
        #<~~~ do one of them
    finally:
        path.close()


def save(path):
    try:
        path.touch()
    except OSError as error:
        logger.warning("failed: %s", error)
        raise
        #<~~~ do one of them
    else:
        return path

# %% fixed
import logging

logger = logging.getLogger(__name__)


def load(path):
    try:
        return path.read_text()
    except FileNotFoundError:
        raise
    except PermissionError as error:
        path.unlock(error)
        raise
    except OSError:
        logger.exception("failed")  # for the log

        path.close()
        raise
    finally:
        path.close()


def save(path):
    try:
        path.touch()
    except OSError:
        raise
    else:
        return path
