# %% flagged: no words about the route
import fastapi as fa
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter()
other = fa.APIRouter(tags=["boats"])


@router.get("/a")
def a():
#<~~~ says nothing about `a`
    return []


@other.post("/b", tags=["x"], status_code=201, response_description="It is made.")
@other.put("/b")
async def b(
#<~~~~~~~~~
    name: str,
) -> None:
    # A comment is no documentation.
    return None


@app.get("/c")
def c():
#<
    f"not a {docstring}"


def make(app: FastAPI):
    @app.get("/d")
    def d():
    #<
        return 1
# %% fixed
import fastapi as fa
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter()
other = fa.APIRouter(tags=["boats"])


@router.get("/a")
def a():
    """A."""
    return []


@other.post("/b", tags=["x"], status_code=201, response_description="It is made.")
@other.put("/b")
async def b(
    name: str,
) -> None:
    """B."""
    # A comment is no documentation.
    return None


@app.get("/c")
def c():
    """C."""
    f"not a {docstring}"


def make(app: FastAPI):
    @app.get("/d")
    def d():
        """D."""
        return 1

# %% clean: docstrings, summaries, hidden routes, sockets
from fastapi import APIRouter, WebSocket

router = APIRouter()
COMMON = {"summary": "x"}


@router.get("/a")
def a():
    """List the boats."""
    return []


@router.get("/b", summary="List the boats")
def b():
    return []


@router.get("/c", description="List the boats")
def c():
    return []


@router.get("/d", include_in_schema=False)
def d():
    return []


@router.websocket("/e")
async def e(socket: WebSocket):
    await socket.accept()


@router.get("/f", **COMMON)
def f():
    return []


def helper():
    return []


@lru.get("/x")
def g():
    return []
# %% flagged: the fix
from fastapi import APIRouter

router = APIRouter()


@router.get("/boats/{boat_id}")
async def read_boat(boat_id: int, full: bool = False) -> dict:
#<
    # Nothing to see.
    return {}
# %% fixed
from fastapi import APIRouter

router = APIRouter()


@router.get("/boats/{boat_id}")
async def read_boat(boat_id: int, full: bool = False) -> dict:
    """Read boat."""
    # Nothing to see.
    return {}

# %% clean: a page that a command shows while it runs
import typer
import uvicorn
from fastapi import FastAPI

cli = typer.Typer()


@cli.command()
def show(port: int = 0):
    app = FastAPI()

    @app.get("/")
    def page():
        return {"port": port}

    uvicorn.run(app, port=port)
