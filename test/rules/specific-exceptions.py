# %% flagged in harbour/value.py: an exception for something else, in a file whose own would be Python's
class CraneTimeoutError(Exception):
    pass


def weigh(load):
    if load is None:
        raise Exception("no load")
        #     ~~~~~~~~~
# %% fixed harbour/value.py
class CraneTimeoutError(Exception):
    pass


def weigh(load):
    if load is None:
        raise ValueError("no load")

# %% flagged in harbour/value.py: what was given is not all that is tested, or not by this function
class Value:
    def __init__(self, weight):
        self.weight = weight

    def lift(self, load):
        if load.weight > self.weight:
            raise Exception("too heavy")
            #     ~~~~~~~~~
        if self.weight < 0:
            raise Exception("broken")
            #     ~~~~~~~~~


def open_gate(gate, limit):
    if gate.is_open():
        raise Exception("open")
        #     ~~~~~~~~~
    try:
        if limit < 0:
            raise Exception("below zero")
            #     ~~~~~~~~~
    except ValueError:
        return None
    raise Exception("never")
    #     ~~~~~~~~~

# %% fixed
class HarbourValueError(Exception):
    pass


class Value:
    def __init__(self, weight):
        self.weight = weight

    def lift(self, load):
        if load.weight > self.weight:
            raise ValueError("too heavy")
        if self.weight < 0:
            raise HarbourValueError("broken")


def open_gate(gate, limit):
    if gate.is_open():
        raise HarbourValueError("open")
    try:
        if limit < 0:
            raise HarbourValueError("below zero")
    except ValueError:
        return None
    raise HarbourValueError("never")
# %% flagged in harbour/crane.py: an exception that is made with more than a text
class CraneError(Exception):
    def __init__(self, crane, load):
        self.crane = crane
        self.load = load


def lift(load):
    if load is None:
        raise Exception("no load")
        #     ~~~~~~~~~
# %% fixed harbour/crane.py
class CraneError(Exception):
    def __init__(self, crane, load):
        self.crane = crane
        self.load = load


def lift(load):
    if load is None:
        raise ValueError("no load")

# %% flagged: everything is caught and nothing said
def port(text):
    try:
        return int(text)
    except Exception:
    #      ~~~~~~~~~ ValueError
        return 0


def run(job):
    try:
        job.start()
    except (ValueError, BaseException):
    #                   ~~~~~~~~~~~~~ the exceptions you expect
        job.failed = True
    raise Exception("no")
    #     ~~~~~~~~~ cannot be told
# %% fixed
import logging


class ModuleError(Exception):
    pass


logger = logging.getLogger(__name__)


def port(text):
    try:
        return int(text)
    except ValueError:
        return 0


def run(job):
    try:
        job.start()
    except (ValueError, BaseException):
        logger.exception("run failed")
        job.failed = True
    raise ModuleError("no")
# %% clean: logged, raised again, specific, of the project
import logging

logger = logging.getLogger(__name__)


class Exception2(Exception):
    pass


def run(job, future):
    try:
        job.start()
    except ValueError:
        job.failed = True
    except Exception as e:
        logger.error("failed: %s", e)
    try:
        job.start()
    except Exception as e:
        raise RuntimeError("x") from e
    try:
        job.start()
    except Exception as e:
        future.set_exception(e)
    raise Exception2("mine")


async def worker(queue):
    while True:
        job = await queue.get()
        try:
            await job()
        except Exception:
            logger.exception("job failed")

# %% clean: short names of loggers, and tuples of errors
LOG = get_logger()


def run(job):
    try:
        job.start()
    except Exception:
        LOG.exception("failed")
    try:
        job.start()
    except (ValueError, KeyError):
        return None

# %% clean: the exception itself is given to somebody
class Controller:
    def update(self, slug, data):
        try:
            return self.service.update(slug, data)
        except Exception as error:
            self.answer_for(error)

    def load(self, rows):
        try:
            return self.read(rows)
        except Exception as error:
            return self.outcome(rows, cause=error)

# %% flagged: its text alone
def update(service, outcomes, slug):
    try:
        return service.update(slug)
    except Exception as error:
        #  ~~~~~~~~~ neither logs nor raises
        outcomes.append(str(error))
# %% fixed
import logging

logger = logging.getLogger(__name__)


def update(service, outcomes, slug):
    try:
        return service.update(slug)
    except Exception as error:
        logger.exception("update failed")
        outcomes.append(str(error))

# %% clean: the team's own way to log
import logging

logger = logging.getLogger(__name__)


def one(task):
    try:
        task.run()
    except Exception as e:
        log_with_context("warning", "task failed", error=e)


def two(task):
    try:
        task.run()
    except Exception as e:
        report(logger, e)

# %% clean: a logger annotated with the team's own name for its class
import structlog

from harbour.logs import Logger

log: Logger = structlog.get_logger()


def weigh(boat):
    try:
        return boat.weigh()
    except Exception as error:
        log.exception("weighing failed", boat=boat.id, error=str(error))
        return None

# %% file harbour/logs.py
import structlog

Logger = structlog.stdlib.BoundLogger

# %% flagged: what cannot be known is not named
def running(queue, model):
    try:
        return getattr(queue, "is_running", False)
    except Exception:
    #      ~~~~~~~~~ catch the exceptions you expect
        return False


def key(model):
    try:
        return model.__table__.primary_key[0]
    except Exception:
    #      ~~~~~~~~~ catch the exceptions you expect
        return "id"
# %% fixed
import logging

logger = logging.getLogger(__name__)


def running(queue, model):
    try:
        return getattr(queue, "is_running", False)
    except Exception:
        logger.exception("running failed")
        return False


def key(model):
    try:
        return model.__table__.primary_key[0]
    except Exception:
        logger.exception("key failed")
        return "id"

# %% clean: what it says is reported
class Trial:
    def run(self, name, step):
        try:
            step()
        except Exception as error:
            self.note(name, False, f"Step failed: {error}")

    def rerun(self, name, step):
        try:
            step()
        except Exception as error:
            self.outcomes.append(Outcome(name, False, str(error)))

    def note_down(self, name, step, notes):
        try:
            step()
        except Exception as error:
            notes.append(f"{name} failed: {error}")

    def keep(self, job):
        try:
            job.run()
        except Exception as error:
            job.error = str(error)

# %% clean: what was caught is tested, or its traceback is kept
import traceback


def check(template, results):
    try:
        template.render()
    except Exception as e:
        assert "missing" in str(e)
    try:
        template.save()
    except Exception:
        results.append((template.name, traceback.format_exc()))

# %% clean in tests/test_template.py: a test makes something fail as anything may
import pytest


def test_that_failures_are_kept(run):
    def fail():
        raise Exception("broken")

    assert run(fail).failed
    with pytest.raises(Exception):
        raise Exception("broken")

# %% flagged: above the imports there is no logger yet
try:
    VERSION = open("version").read()
except Exception:
#      ~~~~~~~~~ hides every bug
    VERSION = "unknown"

import crane

crane.lift()
# %% fixed
try:
    VERSION = open("version").read()
except Exception:
    VERSION = "unknown"

import crane

crane.lift()

# %% clean: the exception itself is kept, and dealt with below
def close(crews):
    errors = []
    last = None
    for crew in crews:
        try:
            crew.close()
        except Exception as e:
            errors.append((crew, e))
        try:
            crew.leave()
        except Exception as e:
            last = e
    return errors, last

# %% flagged: kept where nobody reads it
def close(crew):
    try:
        crew.close()
    except Exception as e:
    #      ~~~~~~~~~ hides every bug
        last = e

# %% fixed
import logging

logger = logging.getLogger(__name__)


def close(crew):
    try:
        crew.close()
    except Exception as e:
        logger.exception("close failed")
        last = e

# %% clean: it is shown in the terminal
from rich.console import Console

console = Console()


def stop(crew):
    try:
        crew.stop()
    except Exception:
        console.print(f"[red]{crew} does not stop[/red]")

# %% clean: reported by a service, kept as text that is read, a question that is answered with no, and a logger that failed
import logging

import logfire

logger = logging.getLogger(__name__)


def send(boats):
    try:
        boats.send()
    except Exception:
        logfire.error("Boats were not sent", _exc_info=True)
        return None


def measure(boat):
    reasons = ""
    try:
        return boat.length
    except Exception as error:
        reasons = str(error)
    try:
        return boat.measure()
    except Exception as error:
        second = f"{error}"
    raise ValueError(f"Cannot measure: {reasons}, {second}")


def is_afloat(boat) -> bool:
    try:
        return boat.depth() > 0
    except Exception:
        return False


def note(boats) -> bool:
    try:
        logger.info("boats: %s", boats)
    except Exception:
        return False
    return True

# %% flagged: an answer to work that failed, or a text that nobody reads
def sink_boat(boat) -> bool:
    try:
        boat.sink()
        return True
    except Exception:
    #      ~~~~~~~~~ neither logs
        return False


def is_afloat(boat):
    try:
        return boat.depth() > 0
    except Exception as error:
    #      ~~~~~~~~~ neither logs
        reason = str(error)
        return None

# %% fixed
import logging

logger = logging.getLogger(__name__)


def sink_boat(boat) -> bool:
    try:
        boat.sink()
        return True
    except Exception:
        logger.exception("sink_boat failed")
        return False


def is_afloat(boat):
    try:
        return boat.depth() > 0
    except Exception as error:
        logger.exception("is_afloat failed")
        reason = str(error)
        return None

# %% clean: a logger that the team's own function gives
from harbour.logs import boat_logger, get_logger


def moor(boat):
    try:
        boat.moor()
    except Exception:
        boat_logger(boat).warning("Not moored", exc_info=True)


def leave(boat):
    try:
        boat.leave()
    except Exception:
        get_logger().error("Not left")

# %% clean: the answer tells of it, an object keeps it, and a function that logs is told of it
def moor(boat, answer, note):
    try:
        boat.moor()
    except Exception as error:
        return answer(ok=False, reason=str(error))


def leave(boat):
    try:
        boat.leave()
    except Exception as error:
        return {"ok": False, "reason": str(error)}


def turn(boat):
    try:
        boat.turn()
    except Exception as error:
        return f"Not turned: {error}"


def sink(boat, outcome):
    try:
        boat.sink()
    except BaseException as error:
        outcome.error = error


def lift(boat, note):
    try:
        boat.lift()
    except Exception:
        note("not lifted", exc_info=True)

# %% flagged: its text alone, or an answer without it
def moor(boat):
    try:
        boat.moor()
    except Exception as error:
    #      ~~~~~~~~~ neither logs
        return str(error)


def leave(boat, answer):
    try:
        boat.leave()
    except Exception:
    #      ~~~~~~~~~ neither logs
        return answer(ok=False)

# %% fixed
import logging

logger = logging.getLogger(__name__)


def moor(boat):
    try:
        boat.moor()
    except Exception as error:
        logger.exception("moor failed")
        return str(error)


def leave(boat, answer):
    try:
        boat.leave()
    except Exception:
        logger.exception("leave failed")
        return answer(ok=False)

# %% clean: what was cancelled may end as it likes
import asyncio


async def stop(task):
    task.cancel()
    try:
        await task
    except (asyncio.CancelledError, Exception):
        pass

# %% clean: loggers of the team's own, and an error that the module keeps
from harbour.logs import HarbourLogAdapter

KEPT = None

try:
    import slow_boats
except Exception as error:
    KEPT = error


def check():
    assert KEPT is None


class Worker:
    def logger_of(self, run) -> HarbourLogAdapter: ...

    def run(self, run):
        log = self.logger_of(run)
        run_logger = self.find(run)
        try:
            self.start()
        except Exception:
            log.exception("not started")
        try:
            self.stop()
        except Exception:
            run_logger.exception("not stopped")

# %% clean: an answer that is awaited, and a question in the middle of a name
async def moor(boat, answer):
    try:
        boat.moor()
    except Exception as error:
        return await answer(ok=False, reason=f"Not moored: {error}")


def _boat_is_afloat(boat) -> bool:
    try:
        return boat.depth() > 0
    except Exception:
        return False

# %% clean in harbour/pilots.py: a function that is called raises, and a handler of logging says that it could not log
import logging

from harbour import refusals
from harbour.refusals import refuse


class PaperHandler(logging.Handler):
    def emit(self, record):
        try:
            self.paper.print(record)
        except Exception:
            self.handleError(record)


def board(ship, is_known):
    try:
        return ship.board()
    except Exception:
        if is_known:
            refuse("known")
        else:
            refusals.refuse_for_good("unknown")
# %% file harbour/__init__.py
# %% file harbour/refusals.py
from typing import NoReturn


class Refused(Exception):
    pass


def refuse(why: str) -> NoReturn:
    raise Refused(why)


def refuse_for_good(why: str):
    message = f"never: {why}"
    raise Refused(message)

# %% flagged in harbour/pilots.py: a function that may raise, or is not written yet
from harbour.refusals import maybe_refuse, refuse_later


def board(ship):
    try:
        return int(ship)
    except Exception:
    #      ~~~~~~~~~
        maybe_refuse("known")


def leave(ship):
    try:
        return int(ship)
    except Exception:
    #      ~~~~~~~~~
        refuse_later("known")
# %% fixed
from harbour.refusals import maybe_refuse, refuse_later


def board(ship):
    try:
        return int(ship)
    except ValueError:
        maybe_refuse("known")


def leave(ship):
    try:
        return int(ship)
    except ValueError:
        refuse_later("known")
# %% file harbour/__init__.py
# %% file harbour/refusals.py
def maybe_refuse(why):
    if why == "known":
        raise ValueError(why)


def refuse_later(why):
    raise NotImplementedError
