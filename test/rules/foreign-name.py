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
