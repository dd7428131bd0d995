# %% file app/errors.py
class BoatError(Exception):
    """Its text is for users."""

# %% flagged: details, bodies and returned values
import traceback

import structlog
from fastapi import APIRouter, HTTPException, status
from fastapi import HTTPException as Refused
from fastapi.responses import JSONResponse, PlainTextResponse
from sqlalchemy.exc import IntegrityError
from starlette.exceptions import HTTPException as StarletteHTTPException

from app.errors import BoatError

logger = structlog.get_logger()
router = APIRouter()


@router.get("/a")
async def a():
    try:
        return work()
    except Exception as exc:
        raise HTTPException(status_code=500, detail=str(exc)) from exc
        #                                           ~~~~~~~~ Log the exception


@router.get("/b")
async def b():
    try:
        return work()
    except Exception as e:
        raise Refused(
            status_code=status.HTTP_400_BAD_REQUEST,
            detail=f"Could not work: {e}",
            #      ~~~~~~~~~~~~~~~~~~~~~~
        )


@router.get("/c")
async def c():
    try:
        return work()
    except (KeyError, OSError) as e:
        message = "Broken: %s" % e
        logger.error("broken", reason=message)
        raise StarletteHTTPException(404, message)
        #                                 ~~~~~~~


@router.get("/d")
async def d():
    try:
        return work()
    except IntegrityError as e:
        return JSONResponse({"ok": False, "error": str(e.orig)}, status_code=409)
        #                                          ~~~~~~~~~~~


@router.get("/e")
async def e():
    try:
        return work()
    except:
        return PlainTextResponse(traceback.format_exc(), 500)
        #                        ~~~~~~~~~~~~~~~~~~~~~~


@router.get("/f")
def f():
    try:
        return work()
    except RuntimeError as err:
        return {"status": "failed", "reason": repr(err), "args": err.args}
        #                                     ~~~~~~~~~


@router.get("/g")
def g():
    try:
        return work()
    except BoatError as err:
        raise HTTPException(500, "Failed: " + str(err))
        #                        ~~~~~~~~~~~~~~~~~~~~~


@router.get("/h")
def h():
    try:
        return work()
    except Exception as err:
        detail = {"code": "X", "text": "Failed: {}".format(err)}
        raise HTTPException(500, detail=detail)
        #                               ~~~~~~


@router.get("/i")
def i():
    try:
        return work()
    except Exception as err:
        raise HTTPException(500, detail={"code": "X", "text": str(err)[:100]})
        #                                                     ~~~~~~~~~~~~~~

# %% flagged in app/handlers.py: exception handlers, middleware, sockets, streams
from fastapi import APIRouter, FastAPI, Request, WebSocket
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.middleware.base import BaseHTTPMiddleware

app = FastAPI()


@app.exception_handler(Exception)
async def anything(request: Request, exc: Exception):
    return JSONResponse(status_code=500, content={"details": str(exc)})
    #                                                        ~~~~~~~~


async def broken(request, problem):
    return JSONResponse({"details": f"{problem!r}"}, status_code=500)
    #                               ~~~~~~~~~~~~~~


app.add_exception_handler(500, broken)


class Errors(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        try:
            return await call_next(request)
        except Exception as exc:
            return JSONResponse({"error": str(exc), "trace": traceback.format_exc()}, 500)
            #                             ~~~~~~~~


@app.websocket("/ws")
async def live(socket: WebSocket):
    try:
        await socket.accept()
    except Exception as exc:
        await socket.send_json({"error": str(exc)})
        #                                ~~~~~~~~


@app.get("/stream")
async def stream():
    async def events():
        try:
            yield "x"
        except Exception as exc:
            yield f"data: {exc}"
            #     ~~~~~~~~~~~~~~

    return StreamingResponse(events())

# %% clean: logs, general messages, the team's own errors, debugging
import uuid

import structlog
from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from app.errors import BoatError
from app.missing import OtherError
from app.settings import settings

logger = structlog.get_logger()
router = APIRouter()
app = FastAPI()


@router.get("/a")
async def a():
    try:
        return work()
    except BoatError as exc:
        raise HTTPException(status_code=422, detail=str(exc)) from exc
    except OtherError as exc:
        return JSONResponse({"message": str(exc)}, status_code=409)
    except ValueError as exc:
        raise HTTPException(400, str(exc))
    except Exception as exc:
        incident = uuid.uuid4().hex
        logger.error("failed", reason=str(exc), incident=incident)
        raise HTTPException(500, detail=f"Internal error {incident}") from exc


@router.get("/b")
async def b():
    try:
        return work()
    except HTTPException as exc:
        return JSONResponse({"detail": exc.detail}, status_code=exc.status_code)
    except Exception as exc:
        logger.exception("failed")
        update(status="failed", error=str(exc))
        return {"status": "failed"}


@router.get("/c")
async def c():
    try:
        return work()
    except Exception as exc:
        if settings.debug:
            raise HTTPException(500, detail=str(exc))
        raise HTTPException(500, detail=str(exc) if settings.DEBUG else "Internal server error")


@router.get("/d")
async def d():
    try:
        return work()
    except Exception as exc:
        if isinstance(exc, BoatError):
            return JSONResponse({"message": str(exc)}, status_code=409)
        raise


@app.exception_handler(BoatError)
async def boat(request: Request, exc: BoatError):
    return JSONResponse({"message": str(exc)}, status_code=422)


@app.exception_handler(RequestValidationError)
async def invalid(request: Request, exc: RequestValidationError):
    return JSONResponse({"errors": exc.errors(), "message": str(exc)}, status_code=422)


@app.exception_handler(Exception)
async def anything(request: Request, exc: Exception):
    logger.error("unexpected", error=str(exc))
    return JSONResponse({"code": "INTERNAL"}, status_code=500)


def service():
    try:
        return work()
    except Exception as exc:
        return {"error": str(exc)}


def convert():
    try:
        return work()
    except Exception as exc:
        raise BoatError(str(exc)) from exc


def main():
    try:
        work()
    except Exception as exc:
        print(f"failed: {exc}")
        raise SystemExit(str(exc))

# %% flagged: without a logger
from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.get("/a")
def show():
    try:
        return work()
    except Exception as exc:
        raise HTTPException(400, f"No way: {exc}")
        #                        ~~~~~~~~~~~~~~~~
# %% fixed
import logging

from fastapi import APIRouter, HTTPException

logger = logging.getLogger(__name__)

router = APIRouter()


@router.get("/a")
def show():
    try:
        return work()
    except Exception as exc:
        logger.exception("show failed")
        raise HTTPException(400, "No way")

# %% flagged: a text that is kept in a local first
import logging

from fastapi import APIRouter, HTTPException

logger = logging.getLogger(__name__)
router = APIRouter()


@router.get("/a")
def a():
    try:
        return work()
    except Exception as error:
        message = f"cannot work: {error!r}"
        raise HTTPException(400, message) from error
        #                        ~~~~~~~
# %% fixed
import logging

from fastapi import APIRouter, HTTPException

logger = logging.getLogger(__name__)
router = APIRouter()


@router.get("/a")
def a():
    try:
        return work()
    except Exception as error:
        logger.exception("a failed")
        message = "cannot work"
        raise HTTPException(400, message) from error
