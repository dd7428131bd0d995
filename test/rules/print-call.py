# %% flagged: print and pprint
from pprint import pprint


def greet(name):
    print(f"hello {name}")
    #<~~~ `print`
    pprint(name)
    #<~~~~ `pprint`
# %% fixed
import logging
from pprint import pprint

logger = logging.getLogger(__name__)


def greet(name):
    logger.info("hello %s", name)
    logger.info("%s", name)

# %% clean: methods and names of others
from rich import print


def greet(name, printer):
    print(name)
    printer.print(name)
