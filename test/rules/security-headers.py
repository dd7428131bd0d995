# %% flagged in app/main.py: other headers
from fastapi import FastAPI

app = FastAPI()
#     ~~~~~~~~~ sets security headers


@app.middleware("http")
async def version(request, call_next):
    response = await call_next(request)
    response.headers["X-Version"] = "1"
    return response
# %% fixed
from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def add_security_headers(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    return response


@app.middleware("http")
async def version(request, call_next):
    response = await call_next(request)
    response.headers["X-Version"] = "1"
    return response

# %% flagged in app/main.py: not the one that the text names {"headers": ["X-Frame-Options", "Content-Security-Policy"]}
from fastapi import FastAPI
from app.headers import Guard

app = FastAPI()
#     ~~~~~~~~~ sets `Content-Security-Policy`
app.add_middleware(Guard)

# %% file app/headers.py
from starlette.middleware.base import BaseHTTPMiddleware

HEADERS = {"X-Frame-Options": "DENY"}


class Guard(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        response.headers.update(HEADERS)
        return response
# %% fixed
from fastapi import FastAPI, Request
from app.headers import Guard

app = FastAPI()


@app.middleware("http")
async def add_security_headers(request: Request, call_next):
    response = await call_next(request)
    response.headers["Content-Security-Policy"] = "default-src 'self'"
    return response


app.add_middleware(Guard)

# %% clean in app/main.py: a table of headers in another module
from fastapi import FastAPI
from app.headers import Guard

app = FastAPI()
app.add_middleware(Guard)

# %% file app/headers.py
HEADERS = {"x-content-type-options": "nosniff"}


class Guard:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def answer(message):
            message["headers"].extend((k.encode(), v.encode()) for k, v in HEADERS.items())
            await send(message)

        await self.app(scope, receive, answer)

# %% clean in app/main.py: a library
import secure
from fastapi import FastAPI

headers = secure.Secure.with_default_headers()
app = FastAPI()


@app.middleware("http")
async def set_headers(request, call_next):
    response = await call_next(request)
    await headers.set_headers_async(response)
    return response

# %% clean in app/main.py: a proxy
from fastapi import FastAPI

app = FastAPI()

# %% file deploy/nginx.conf
add_header X-Frame-Options DENY;

# %% clean in scripts/echo/server.py: an app of a script's own is not the one that serves
from fastapi import FastAPI

app = FastAPI()

# %% flagged in src/harbour/web/build.py: of several apps the one that holds the routes
from fastapi import FastAPI


def build():
    app = FastAPI()
    #     ~~~~~~~~~ sets security headers

    @app.get("/boats")
    def boats():
        return []

    @app.get("/crews")
    def crews():
        return []

    return app

# %% file src/harbour/server.py
from fastapi import FastAPI

probe = FastAPI()


@probe.get("/status")
def status():
    return "up"
