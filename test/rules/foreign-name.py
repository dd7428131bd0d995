# %% flagged in harbour/boats.py: from elsewhere, and made here {"name": "logger", "module": "harbour.log"}
from loguru import logger
#<~~~~~~~~~~~~~~~~~~~~~~~ comes from `loguru`

# %% flagged in harbour/piers.py: made by the file {"name": "logger", "module": "harbour.log"}
import logging

logger = logging.getLogger(__name__)
#<~~~~ makes its own `logger`

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
