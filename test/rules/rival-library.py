# %% flagged: another library for the same work {"use": "click", "rivals": ["argparse", "typer"]}
import argparse
#      ~~~~~~~~ click
from typer import Typer
#    ~~~~~ click
# %% fixed

# %% clean: the one that was chosen, and others {"use": "click", "rivals": ["argparse", "typer"]}
import json

import click

# %% clean: a bridge from the standard library's logging {"use": "loguru", "rivals": ["logging", "structlog"]}
import logging

from loguru import logger


class Bridge(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        logger.opt(exception=record.exc_info).log(record.levelname, record.getMessage())


def quiet(names):
    logging.basicConfig(handlers=[Bridge()], level=logging.INFO)
    for name in names:
        noisy = logging.getLogger(name)
        noisy.handlers = []
        noisy.propagate = False
    logging.getLogger("boats").setLevel(logging.CRITICAL + 1)

# %% clean: levels {"use": "loguru", "rivals": ["logging", "structlog"]}
import logging

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO}

# %% flagged: one that logs {"use": "loguru", "rivals": ["logging", "structlog"]}
import logging
#      ~~~~~~~ loguru

log = logging.getLogger(__name__)
log.setLevel(logging.INFO)
log.info("ready")

# %% flagged: on the root logger {"use": "loguru", "rivals": ["logging", "structlog"]}
import logging
#      ~~~~~~~ loguru


def moor():
    logging.getLogger("quay").setLevel(logging.INFO)
    logging.info("moored")
