# %% flagged in app/main.py: asks another service, tests it, counts without showing {"paths": ["/health", "/ready", "/metrics"]}
import httpx
from fastapi import FastAPI
from prometheus_client import Counter

app = FastAPI()
#     ~~~~~~~~~ at `/health` and `/ready` and `/metrics`
calls = Counter("calls", "Calls")


@app.get("/boats")
async def boats():
    calls.inc()
    return httpx.get("http://harbour/health").json()

# %% file tests/test_main.py
def test_health(client):
    assert client.get("/health").status_code == 200
# %% fixed
import httpx
from fastapi import FastAPI
from prometheus_client import Counter

app = FastAPI()


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/ready")
async def ready() -> dict[str, str]:
    return {"status": "ok"}


calls = Counter("calls", "Calls")


@app.get("/boats")
async def boats():
    calls.inc()
    return httpx.get("http://harbour/health").json()

# %% clean in app/main.py: other usual names, prefixes, libraries {"paths": ["/health", "/ready", "/metrics"]}
from fastapi import FastAPI
from prometheus_fastapi_instrumentator import Instrumentator

from app.probes import router

app = FastAPI()
app.include_router(router, prefix="/api/v1")
Instrumentator().instrument(app).expose(app)

# %% file app/probes.py
from fastapi import APIRouter

router = APIRouter(prefix="/health")


@router.get("/live")
async def live():
    return {}


@router.get("/ready")
async def ready():
    return {}

# %% clean in app/main.py: registered by call, mounted {"paths": ["/healthz", "/metrics"]}
from fastapi import FastAPI
from prometheus_client import make_asgi_app

app = FastAPI()
app.mount("/metrics", make_asgi_app())
app.add_api_route("/healthz", lambda: {})

# %% flagged in src/api/app.py: an own path {"paths": ["/readyz"]}
from fastapi import FastAPI


def create_app() -> FastAPI:
    app = FastAPI(title="Boats")
    #     ~~~~~~~~~~~~~~~~~~~~~~ at `/readyz`

    @app.get("/health")
    async def health():
        return {}

    return app
# %% fixed
from fastapi import FastAPI


def create_app() -> FastAPI:
    app = FastAPI(title="Boats")

    @app.get("/readyz")
    async def readyz() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/health")
    async def health():
        return {}

    return app
