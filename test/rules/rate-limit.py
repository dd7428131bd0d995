# %% flagged in app/main.py: a limiter of what the app calls itself, and one that nobody uses
import httpx
from aiolimiter import AsyncLimiter
from fastapi import Depends, FastAPI
from slowapi import Limiter

app = FastAPI()
#     ~~~~~~~~~ Nothing limits
app.state.limiter = Limiter(key_func=str)
outgoing = AsyncLimiter(5)


class Weather:
    async def load(self):
        async with outgoing:
            answer = await httpx.AsyncClient().get("https://weather.example")
            if answer.status_code == 429:
                return None
            return answer


def weather() -> Weather:
    return Weather()


@app.get("/weather")
async def show(source: Weather = Depends(weather)):
    return await source.load()

# %% fixed
import httpx
from aiolimiter import AsyncLimiter
from fastapi import Depends, FastAPI
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded
from slowapi.middleware import SlowAPIMiddleware

app = FastAPI()


app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)
app.add_middleware(SlowAPIMiddleware)


app.state.limiter = Limiter(key_func=str, default_limits=["100/minute"])
outgoing = AsyncLimiter(5)


class Weather:
    async def load(self):
        async with outgoing:
            answer = await httpx.AsyncClient().get("https://weather.example")
            if answer.status_code == 429:
                return None
            return answer


def weather() -> Weather:
    return Weather()


@app.get("/weather")
async def show(source: Weather = Depends(weather)):
    return await source.load()

# %% clean in app/main.py: a decorator on a route of another module
from fastapi import FastAPI
from app.routes import router

app = FastAPI()
app.include_router(router)

# %% file app/routes.py
from fastapi import APIRouter, Request
from slowapi import Limiter

limiter = Limiter(key_func=str)
router = APIRouter()


@router.get("/boats")
@limiter.limit("5/minute")
async def boats(request: Request):
    return []

# %% clean in app/main.py: the team's own, under another name
from fastapi import FastAPI, HTTPException, Request

app = FastAPI()
seen: dict[str, int] = {}


@app.middleware("http")
async def slow_down(request: Request, call_next):
    if seen.get(request.client.host, 0) > 9:
        raise HTTPException(429)
    return await call_next(request)

# %% clean in app/main.py: a dependency of a router
from fastapi import APIRouter, Depends, FastAPI, HTTPException, status


async def quota():
    raise HTTPException(status.HTTP_429_TOO_MANY_REQUESTS)


router = APIRouter(dependencies=[Depends(quota)])
app = FastAPI()
app.include_router(router)

# %% clean in app/main.py: a proxy
from fastapi import FastAPI

app = FastAPI()

# %% file docker-compose.yml
services:
  app:
    labels:
      - "traefik.http.middlewares.slow.ratelimit.average=100"

# %% clean in app/main.py: a route asks a limiter itself
from fastapi import FastAPI
from limits import parse, storage, strategies

app = FastAPI()
window = strategies.FixedWindowRateLimiter(storage.MemoryStorage())
often = parse("9/second")


@app.get("/boats")
async def boats():
    return [] if window.hit(often, "boats") else None

# %% clean in app/main.py: the handler of a limiter is registered
from fastapi import FastAPI
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded
from slowapi.util import get_remote_address

app = FastAPI()
app.state.limiter = Limiter(key_func=get_remote_address, default_limits=["9/second"])
app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)

# %% flagged in app/main.py: a limiter that has limits but is not registered
from fastapi import FastAPI
from slowapi import Limiter
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address, default_limits=["5/second"])


def create_app() -> FastAPI:
    app = FastAPI()
    #     ~~~~~~~~~ Nothing limits
    return app

# %% fixed
from fastapi import FastAPI
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded
from slowapi.middleware import SlowAPIMiddleware
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address, default_limits=["5/second"])


def create_app() -> FastAPI:
    app = FastAPI()

    app.state.limiter = limiter
    app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)
    app.add_middleware(SlowAPIMiddleware)

    return app

# %% flagged in app/main.py: slowapi among the dependencies
from fastapi import FastAPI

app = FastAPI()
#     ~~~~~~~~~ Nothing limits


@app.get("/boats")
async def boats():
    return []
# %% file requirements.txt
slowapi>=0.1

# %% fixed
import slowapi
from fastapi import FastAPI
from slowapi.errors import RateLimitExceeded
from slowapi.middleware import SlowAPIMiddleware
from slowapi.util import get_remote_address

app = FastAPI()


app.state.limiter = slowapi.Limiter(key_func=get_remote_address, default_limits=["100/minute"])
app.add_exception_handler(RateLimitExceeded, slowapi._rate_limit_exceeded_handler)
app.add_middleware(SlowAPIMiddleware)


@app.get("/boats")
async def boats():
    return []
