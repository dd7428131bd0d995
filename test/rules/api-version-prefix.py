# %% flagged in app/boats.py: included without a version {"prefix": "/api/v1"}
from fastapi import APIRouter

router = APIRouter(prefix="/boats", tags=["boats"])
bare = APIRouter(tags=["bare"])


@router.get("")
#<~~~~~~~~~~~~~ `/boats` is reached without a version such as `/api/v1`
def index(): ...


@router.post("/{id}")
#< `/boats/{id}`
def create(id: int): ...


@bare.get("/bare")
#< `/bare`
def bared(): ...
# %% fixed
from fastapi import APIRouter

router = APIRouter(prefix="/api/v1/boats", tags=["boats"])
bare = APIRouter(tags=["bare"], prefix="/api/v1")


@router.get("")
def index(): ...


@router.post("/{id}")
def create(id: int): ...


@bare.get("/bare")
def bared(): ...
# %% file app/main.py
from fastapi import FastAPI

from app import boats
from app.unknown import v1

app = FastAPI()
app.include_router(boats.router)
app.include_router(boats.bare)

# %% flagged in app/crew.py: a prefix further out, of which the version becomes a part {"prefix": "/api/v1"}
from fastapi import APIRouter

router = APIRouter(prefix="/crew")


@router.get("")
#< `/api/crew`
def crew(): ...
# %% file app/main.py
from fastapi import FastAPI

from app.crew import router

app = FastAPI()
app.include_router(router, prefix="/api")
# %% fixed app/main.py
from fastapi import FastAPI

from app.crew import router

app = FastAPI()
app.include_router(router, prefix="/api/v1")

# %% flagged in app/main.py: on the app itself
from fastapi import FastAPI

app = FastAPI()


@app.get("/boats")
#< `/boats`
def boats(): ...


@app.get("/api/v2/boats")
def later(): ...


@app.get("/health")
def health(): ...


@app.get("/")
def root(): ...
# %% fixed
from fastapi import FastAPI

app = FastAPI()


@app.get("/api/v1/boats")
def boats(): ...


@app.get("/api/v2/boats")
def later(): ...


@app.get("/health")
def health(): ...


@app.get("/")
def root(): ...

# %% clean in app/boats.py: versions from prefixes, constants, factories, mounts {"prefix": "/api/v1"}
from fastapi import APIRouter

a = APIRouter(prefix="/a")
b = APIRouter(prefix="/api/v2/b")
c = APIRouter()
d = APIRouter(prefix="/d")
e = APIRouter(prefix="/webhooks")
never = APIRouter(prefix="/never")


@a.get("")
def aa(): ...


@b.get("")
def bb(): ...


@c.get("/c")
def cc(): ...


@d.get("")
def dd(): ...


@e.post("/stripe")
def ee(): ...


@never.get("")
def ff(): ...
# %% file app/main.py
from fastapi import APIRouter, FastAPI

from app.boats import a, b, c, d, e
from app.config import PREFIX, settings
from elsewhere import UNKNOWN

api = APIRouter()
api.include_router(a)
inner = FastAPI()


def create_app():
    app = FastAPI()
    app.include_router(api, prefix=PREFIX)
    app.include_router(b)
    app.include_router(c, prefix=f"{settings.API}/x")
    app.include_router(d, prefix=UNKNOWN)
    app.include_router(e)
    return app
# %% file app/config.py
from pydantic_settings import BaseSettings

PREFIX = "/api/v1"


class Settings(BaseSettings):
    API: str = "/api/v1"


settings = Settings()
# %% file tests/test_boats.py
from fastapi import FastAPI

from app.boats import a

app = FastAPI()
app.include_router(a)

# %% clean in app/main.py: pages, files, sockets, another root
from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse

app = FastAPI()
rooted = FastAPI(root_path="/api/v1")


@app.get("/about", response_class=HTMLResponse)
def about(): ...


@app.get("/manual")
def manual() -> FileResponse: ...


@app.get("/service-worker.js")
def worker(): ...


@app.get("/static/x")
def static(): ...


@app.websocket("/ws")
async def live(socket): ...


@app.get("/hidden", include_in_schema=False)
def hidden(): ...


@rooted.get("/boats")
def boats(): ...

# %% clean in app/main.py: pages with a refusal, and what others call with a signature
import hashlib
import hmac

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse

app = FastAPI()


@app.get("/welcome")
@app.get("/boat/{boat_id}")
async def page():
    for path in ("dist/index.html", "index.html"):
        if path:
            return FileResponse(path)
    return Response(status_code=404)


@app.post("/tide-events")
async def tide(request: Request):
    body = await request.body()
    wanted = hmac.new(b"key", body, hashlib.sha256).hexdigest()
    return {"ok": hmac.compare_digest(wanted, request.headers["X-Signature"])}

# %% flagged in app/cranes.py: an empty prefix below another
from fastapi import APIRouter

router = APIRouter(prefix="")


@router.get("/cranes/{crane_id}/image")
#< `/harbour/cranes/{crane_id}/image`
def image(crane_id: int) -> bytes:
    return b""

# %% file app/harbour.py
from fastapi import APIRouter

from app.cranes import router as cranes

harbour = APIRouter(prefix="/harbour")
harbour.include_router(cranes)

# %% file app/main.py
from fastapi import FastAPI

from app.harbour import harbour

app = FastAPI()
app.include_router(harbour)

# %% fixed app/cranes.py
from fastapi import APIRouter

router = APIRouter(prefix="")


@router.get("/cranes/{crane_id}/image")
def image(crane_id: int) -> bytes:
    return b""
