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

# %% flagged: logging is imported further down, which the logger cannot wait for
import hulls

for hull in hulls.all():
    try:
        hull.check()
    except ValueError:
        import logging

        logging.exception("%s is not sound", hull)
        #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ root
# %% fixed
import logging

import hulls

logger = logging.getLogger(__name__)

for hull in hulls.all():
    try:
        hull.check()
    except ValueError:
        import logging

        logger.exception("%s is not sound", hull)
