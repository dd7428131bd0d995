# %% flagged in app/main.py: only what slowapi brings
from fastapi import FastAPI
from slowapi import _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded

app = FastAPI(title="Boats")
#     ~~~~~~~~~~~~~~~~~~~~~~ No exception handler
app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)

# %% fixed
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from slowapi import _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded

app = FastAPI(title="Boats")


@app.exception_handler(Exception)
async def answer_unhandled(request: Request, error: Exception) -> JSONResponse:
    logging.getLogger(__name__).error("unhandled error", exc_info=error)
    return JSONResponse({"detail": "Internal server error"}, status_code=500)


app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)

# %% flagged in app/main.py: in a factory, with a handler that is never registered
from fastapi import FastAPI, Request


async def handle(request: Request, error: Exception):
    return None


def create_app() -> FastAPI:
    app = FastAPI()
    #     ~~~~~~~~~ No exception handler
    return app

# %% fixed
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse


async def handle(request: Request, error: Exception):
    return None


def create_app() -> FastAPI:
    app = FastAPI()

    @app.exception_handler(Exception)
    async def answer_unhandled(request: Request, error: Exception) -> JSONResponse:
        logging.getLogger(__name__).error("unhandled error", exc_info=error)
        return JSONResponse({"detail": "Internal server error"}, status_code=500)

    return app

# %% clean in app/main.py: registered by a function of another module
from fastapi import FastAPI
from app.errors import register

app = FastAPI()
register(app)

# %% file app/errors.py
from fastapi import FastAPI


def register(application: FastAPI) -> None:
    application.add_exception_handler(Exception, lambda request, error: None)

# %% clean in app/main.py: as an argument
from fastapi import FastAPI
from app.errors import HANDLERS

app = FastAPI(exception_handlers=HANDLERS)

# %% clean in app/main.py: middleware that catches everything
from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


@app.middleware("http")
async def guard(request, call_next):
    try:
        return await call_next(request)
    except Exception:
        return JSONResponse({}, status_code=500)
