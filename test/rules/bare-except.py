# %% flagged: the body's exception is known
try:
    port = int(text)
except:
#<~~~~ ValueError
    port = 0
# %% fixed
try:
    port = int(text)
except ValueError:
    port = 0

# %% flagged: a silent handler is given a log call with the module's logger
import logging

log = logging.getLogger(__name__)


def stop(process):
    try:
        process.terminate()
    except:
    #<~~~~ ProcessLookupError
        pass
# %% fixed
import logging

log = logging.getLogger(__name__)


def stop(process):
    try:
        process.terminate()
    except ProcessLookupError as e:
        log.debug("process.terminate failed: %s", e)

# %% flagged: json.loads after its own import, and two exceptions at once
from json import loads


def read(text, key):
    try:
        return loads(text)[key]
    except:
    #<~~~~ KeyError or json.JSONDecodeError
        return None
# %% fixed
import json
from json import loads


def read(text, key):
    try:
        return loads(text)[key]
    except (KeyError, json.JSONDecodeError):
        return None

# %% flagged: what is raised is not known, and the module has no logger yet
"""Talks to the machine."""


def poll(machine):
    try:
        machine.ask()
    except:
    #<~~~~ the exceptions you expect here
        pass
# %% fixed
"""Talks to the machine."""

import logging

logger = logging.getLogger(__name__)


def poll(machine):
    try:
        machine.ask()
    except Exception as e:
        logger.warning("machine.ask failed: %s", e)

# %% clean: named exceptions and handlers that raise again
try:
    run()
except ValueError:
    pass
except (OSError, KeyError) as e:
    print(e)
try:
    run()
except:
    clean_up()
    raise
try:
    run()
except:
    if is_fatal():
        raise SystemExit(1)
    else:
        raise
