# %% flagged: a logger of the standard library
import logging

logger = logging.getLogger(__name__)
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~ `structlog.get_logger()`
# %% fixed
import structlog

logger = structlog.get_logger()

# %% clean: structlog's, levels of libraries, the module that sets logging up
import logging

import structlog

logger = structlog.get_logger()
logging.getLogger("uvicorn").setLevel("WARNING")

# %% clean in app/log.py: the module that sets logging up
import logging

import structlog

structlog.configure(processors=[])
root = logging.getLogger()

# %% clean: a module that gives a logger its handlers
import logging

access = logging.getLogger("access")
access.addHandler(logging.FileHandler("access.log"))

# %% flagged: a logger that is asked for where it logs
import logging


def close(name):
    logging.getLogger("door").info("door closed")
    #<~~~~~~~~~~~~~~~~~~~~~~~ structlog.get_logger()
    logging.getLogger("door").propagate = False

# %% flagged: a logger of the module's own beside what sets others up
import logging

logger = logging.getLogger(__name__)
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~
logging.basicConfig(level=logging.WARNING)
logging.getLogger("uvicorn.access").info("quiet")

# %% flagged: a logger among the imports
import logging

logger = logging.getLogger(__name__)
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~ `structlog.get_logger()`
import zoneinfo


def read():
    logging.captureWarnings(True)
    return zoneinfo.available_timezones()
# %% fixed
import logging

import structlog

logger = structlog.get_logger()
import zoneinfo


def read():
    logging.captureWarnings(True)
    return zoneinfo.available_timezones()

# %% flagged: a logger that is set up, for which there is no fix
import logging

logger = logging.getLogger(__name__)
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~
logger.setLevel(logging.DEBUG)
# %% fixed
import logging

logger = logging.getLogger(__name__)
logger.setLevel(logging.DEBUG)
