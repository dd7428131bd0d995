# %% file app/main.py
from fastapi import FastAPI

app = FastAPI()


@app.get("/boats")
def boats():
    return []

# %% flagged in app/crew.py: on the app of another module
from fastapi import Depends

from app import main
from app.main import app as application


@application.get("/crew")
#< `crew` is registered on the app itself
def crew(db=Depends(get_db)):
    return []


@main.app.post("/crew")
#<
async def add():
    return []


@application.websocket("/ws")
#<
async def live(socket):
    await socket.accept()


application.add_api_route("/crew/x", crew)
#<


# %% flagged in app/views.py: on an app that is handed in
from fastapi import FastAPI


def register(app: FastAPI) -> None:
    @app.get("/views")
    #<
    def views():
        return []

# %% flagged in app/ports.py: the fix
from app.main import app


@app.get("/ports")
#<
def ports():
    return []


@app.post("/ports")
#<
def add_port():
    return []
# %% fixed
from fastapi import APIRouter

from app.main import app

router = APIRouter()


@router.get("/ports")
def ports():
    return []


@router.post("/ports")
def add_port():
    return []

# %% clean in app/routes.py: routers, and health
from fastapi import APIRouter

from app.main import app

router = APIRouter()


@router.get("/a")
def a():
    return []


@app.get("/health")
def health():
    return {}


@app.exception_handler(ValueError)
def failed(request, exc):
    return None


@app.middleware("http")
async def timed(request, call_next):
    return await call_next(request)

# %% clean in app/small.py: where the app is made
from fastapi import FastAPI


def create_app() -> FastAPI:
    app = FastAPI()

    @app.get("/a")
    def a():
        return []

    return app


sub = FastAPI()


@sub.get("/b")
def b():
    return []

# %% clean in service/main.py: an entry module that gets its app from a factory elsewhere
from app.main import app


@app.get("/a")
def a():
    return []

# %% clean in app/flaskish.py: another framework's app
from flask import Flask

from app.other import app


@app.get("/a")
def a():
    return []
# %% file app/other.py
from flask import Flask

app = Flask(__name__)

# %% flagged: the module's router has a prefix of its own
from fastapi import APIRouter

from app.main import app

router = APIRouter(prefix="/boats")


@app.get("/boats/{name}")
#<~~~~~~~~~~~~~~~~~~~~~~~ registered on the app itself
def boat(name):
    return name


@app.get("/crews")
#<~~~~~~~~~~~~~~~~ registered on the app itself
def crews():
    return []
# %% file app/main.py
from fastapi import FastAPI

app = FastAPI()
# %% fixed
from fastapi import APIRouter

from app.main import app

router = APIRouter(prefix="/boats")


@router.get("/{name}")
def boat(name):
    return name


@app.get("/crews")
def crews():
    return []

# %% clean in app/harbour.py: a function that is handed the app which its module makes
from fastapi import FastAPI


def create_app() -> FastAPI:
    app = FastAPI()
    register(app, True)
    return app


def register(app: FastAPI, has_index: bool) -> None:
    if has_index:

        @app.get("/")
        def index():
            return []
