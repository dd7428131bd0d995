# %% flagged in app/main.py: made but not registered, let through by CORS, and promised in a docstring
"""Answers carry X-Request-ID one day."""

import time
import uuid

from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware.base import BaseHTTPMiddleware


class RequestIdMiddleware(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        response.headers["X-Request-ID"] = uuid.uuid4().hex
        return response


app = FastAPI()
#     ~~~~~~~~~ gives requests an id
app.add_middleware(CORSMiddleware, allow_headers=["X-Request-ID"])


@app.middleware("http")
async def measure(request: Request, call_next):
    """Not the request ID."""
    start = time.monotonic()
    response = await call_next(request)
    response.headers["X-Process-Time"] = str(time.monotonic() - start)
    return response
# %% fixed
"""Answers carry X-Request-ID one day."""

import time
import uuid

from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware.base import BaseHTTPMiddleware


class RequestIdMiddleware(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        response.headers["X-Request-ID"] = uuid.uuid4().hex
        return response


app = FastAPI()


@app.middleware("http")
async def add_request_id(request: Request, call_next):
    request_id = request.headers.get("X-Request-ID") or uuid.uuid4().hex
    request.state.request_id = request_id
    response = await call_next(request)
    response.headers["X-Request-ID"] = request_id
    return response


app.add_middleware(CORSMiddleware, allow_headers=["X-Request-ID"])


@app.middleware("http")
async def measure(request: Request, call_next):
    """Not the request ID."""
    start = time.monotonic()
    response = await call_next(request)
    response.headers["X-Process-Time"] = str(time.monotonic() - start)
    return response

# %% clean in app/main.py: in a list, from another module, over a base class
from fastapi import FastAPI
from starlette.middleware import Middleware

from app.tracing import Tags

app = FastAPI(middleware=[Middleware(Tags)])

# %% file app/tracing.py
class Base:
    async def __call__(self, scope, receive, send):
        scope["state"]["correlation_id"] = "x"


class Tags(Base):
    def __init__(self, app):
        self.app = app

# %% clean in app/main.py: a factory that others set up
from fastapi import FastAPI


def create_app() -> FastAPI:
    application = FastAPI()
    install(application)
    return application


def install(application: FastAPI) -> None:
    @application.middleware("http")
    async def tag(request, call_next):
        request.state.request_id = "x"
        return await call_next(request)

# %% clean in app/main.py: a library, renamed
from asgi_correlation_id import CorrelationIdMiddleware as Ids
from fastapi import FastAPI

app = FastAPI()
app.add_middleware(Ids)

# %% clean in app/main.py: around the app, and handed to the company's own set-up
from fastapi import FastAPI

from acme.web import setup_app

app = FastAPI()
setup_app(app)

# %% clean in app/main.py: no app here
from flask import Flask

app = Flask(__name__)

# %% clean in tests/test_app.py: an app of the tests
from fastapi import FastAPI

app = FastAPI()
