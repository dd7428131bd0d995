# %% file harbour/__init__.py

# %% file harbour/log.py
import logging

logger = logging.getLogger("harbour")

# %% file harbour/config.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    cranes: int = 1


settings = Settings()

# %% flagged in harbour/boats.py: from elsewhere, and made here {"name": "logger", "module": "harbour.log"}
from loguru import logger
#<~~~~~~~~~~~~~~~~~~~~~~~ comes from `loguru`

# %% fixed
from harbour.log import logger

# %% flagged in harbour/piers.py: made by the file {"name": "logger", "module": "harbour.log"}
import logging

logger = logging.getLogger(__name__)
#<~~~~ makes its own `logger`

# %% fixed
from harbour.log import logger

# %% clean in harbour/lines.py: from there, in either form {"name": "logger", "module": "harbour.log"}
from .log import logger
from harbour.log import logger as log

# %% clean in harbour/log.py: the module itself {"name": "logger", "module": "harbour.log"}
import logging

logger = logging.getLogger("harbour")

# %% clean in harbour/main.py: a module of the project may be called so {"name": "settings", "module": "harbour.config"}
from harbour import settings
from harbour.routers import settings as router
from . import settings as own
from backend.routers import settings as other

# %% clean in harbour/cranes.py: made by the project's own factory {"name": "logger", "module": "harbour.log"}
from harbour.log import get_logger

logger = get_logger(__name__)

# %% flagged in harbour/cargo.py: settings that the file makes {"name": "settings", "module": "harbour.config"}
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    cranes: int = 1


settings = Settings()
#<~~~~~~ makes its own `settings`

# %% flagged in harbour/rails.py: used as that library alone can be {"name": "logger", "module": "harbour.log"}
from loguru import logger
#<~~~~~~~~~~~~~~~~~~~~~~~ comes from `loguru`

logger.info("{} boats", 3)

# %% flagged in harbour/masts.py: used as all can be {"name": "logger", "module": "harbour.log"}
from loguru import logger
#<~~~~~~~~~~~~~~~~~~~~~~~ comes from `loguru`


def hoist(sail):
    logger.info(f"up with {sail}")

# %% fixed
from harbour.log import logger


def hoist(sail):
    logger.info(f"up with {sail}")

# %% flagged in harbour/nets.py: where its maker is used for more {"name": "logger", "module": "harbour.log"}
import logging
import os

logger = logging.getLogger(__name__)
#<~~~~ makes its own `logger`


def cast(net):
    logger.log(logging.INFO, "cast %s in %s", net, os.sep)

# %% fixed
import logging
import os

from harbour.log import logger


def cast(net):
    logger.log(logging.INFO, "cast %s in %s", net, os.sep)

# %% flagged in harbour/oars.py: of a module that is not there {"name": "logger", "module": "yard.log"}
import logging

logger = logging.getLogger(__name__)
#<~~~~ makes its own `logger`
