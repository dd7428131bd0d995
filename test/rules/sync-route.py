# %% flagged: plain functions behind routes
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/boats")


@app.get("/")
def index():
#   ~~~~~ `index` handles a route
    return {}


@router.post("/a")
@router.put("/a")
def save(name: str):
#   ~~~~ `save` handles a route
    return name
# %% fixed
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/boats")


@app.get("/")
async def index():
    return {}


@router.post("/a")
@router.put("/a")
async def save(name: str):
    return name


# %% clean: coroutines, sockets, and what only looks like a route
from fastapi import APIRouter, WebSocket

router = APIRouter()


def helper():
    return 1


@router.get("/a")
async def index():
    return helper()


@router.websocket("/b")
async def talk(socket: WebSocket):
    await socket.accept()


class Client:
    def get(self, path):
        return lambda function: function


client = Client()


@client.get("/c")
def fetch():
    return 1
