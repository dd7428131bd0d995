# %% flagged: taken apart in several ways
import re
from typing import Annotated, Optional

import fastapi
from fastapi import APIRouter, Header, HTTPException, Request
from fastapi.security.utils import get_authorization_scheme_param

router = APIRouter()


@router.get("/a")
async def a(request: Request):
    header = request.headers.get("Authorization")
    #        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    if not header or not header.startswith("Bearer "):
        raise HTTPException(401)
    return header[7:]


def b(req: fastapi.Request) -> str:
    return req.headers["authorization"].split()[1]
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~


async def c(authorization: str = Header(...)):
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    scheme, _, token = authorization.partition(" ")
    return token


async def d(token: Annotated[Optional[str], Header(alias="Authorization")] = None):
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return token.removeprefix("Bearer ")


def e(request: Request):
    if (header := request.headers.get("authorization", "")):
        #         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        return re.match(r"Bearer (.+)", header)


def f(request: Request):
    auth = request.headers.get("Authorization") or ""
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    scheme, token = get_authorization_scheme_param(auth)
    return token


class Service:
    def g(self, request: Request):
        return (request.headers.get("Authorization") or "").replace("Bearer ", "")
        #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
import re
from typing import Annotated, Optional

import fastapi
from fastapi import APIRouter, Depends, Header, HTTPException, Request
from fastapi.security import OAuth2PasswordBearer
from fastapi.security.utils import get_authorization_scheme_param

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")

router = APIRouter()


@router.get("/a")
async def a(token: Annotated[str, Depends(oauth2_scheme)]):
    return token


def b(token: Annotated[str, Depends(oauth2_scheme)]) -> str:
    return token


async def c(token: Annotated[str, Depends(oauth2_scheme)]):
    return token


async def d(token: Annotated[str, Depends(oauth2_scheme)]):
    return token


def e(request: Request):
    if (header := request.headers.get("authorization", "")):
        return re.match(r"Bearer (.+)", header)


def f(token: Annotated[str, Depends(oauth2_scheme)]):
    return token


class Service:
    def g(self, request: Request):
        return (request.headers.get("Authorization") or "").replace("Bearer ", "")

# %% clean: passed on, other headers, schemes, sockets, middlewares
import httpx
from fastapi import Depends, FastAPI, Header, Request, WebSocket
from fastapi.security import HTTPBearer, OAuth2PasswordBearer
from starlette.middleware.base import BaseHTTPMiddleware

app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="token")


def a(token: str = Depends(scheme)):
    return token.split(".")[0]


async def b(request: Request):
    async with httpx.AsyncClient() as client:
        return await client.get("https://example.org", headers={"Authorization": request.headers["Authorization"]})


def c(request: Request):
    return request.headers.get("X-Api-Key", "").split(" ")


def d(x_token: str = Header()):
    return x_token.split(" ")


def e(request: Request):
    return request.headers.get("Authorization") is not None


class Own(HTTPBearer):
    async def __call__(self, request: Request):
        return request.headers["Authorization"].split(" ")


class Gate(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return await call_next(request)


@app.websocket("/ws")
async def f(socket: WebSocket):
    return socket.headers["authorization"].split(" ")


def g(request: Request):
    header = request.headers.get("Authorization", "")
    if header.startswith("Basic "):
        return header[6:]


def h(response: httpx.Response):
    return response.headers["Authorization"].split(" ")


def i(authorization: str):
    return authorization.split(" ")

# %% clean: around the app nothing can be depended on
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request


def bearer(request: Request) -> str | None:
    header = request.headers.get("Authorization")
    if header is None:
        return None
    scheme, _, value = header.partition(" ")
    return value if scheme.lower() == "bearer" else None


class Guard(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        request.state.token = bearer(request)
        return await call_next(request)
