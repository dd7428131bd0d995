# %% flagged: the root logger, and one named after a path
import logging

log = logging.getLogger(__file__)
#                       ~~~~~~~~


def start(name):
    logging.info("started %s", name)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    logging.exception("lost")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
import logging

log = logging.getLogger(__name__)


def start(name):
    log.info("started %s", name)
    log.exception("lost")
# %% clean: the module's own
import logging

logger = logging.getLogger(__name__)
logging.basicConfig(level=logging.INFO)


def start(name):
    logger.info("started %s", name)
