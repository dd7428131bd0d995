# %% flagged: verbs, case, underscores, slashes, deletion by POST
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/user_settings")
#                         ~~~~~~~~~~~~~~~~ The prefix `/user_settings` has an underscore


@router.get("/getBoats")
#<~~~~~~~~~~~~~~~~~~~~~~ has the verb `get`
def a(): ...


@router.post("/boats/create")
#< `create`
def b(): ...


@router.post("/create-boat")
#<
def c(): ...


@router.post("/boats/{boat_id}/delete")
#< `delete`
def d(): ...


@router.get("/Boats")
#< upper case
def e(): ...


@router.get("/boatOwners")
#< upper case
def f(): ...


@router.get("/boat_owners/{owner_id}")
#< underscore
def g(): ...


@router.get("/boats/")
#< ends in a slash
def h(): ...


@app.put(path="/update_boat/{id}")
#< `update`
def i(): ...


@router.post("/boats/{id}")
#< deletes by POST
def delete_boat(id: int): ...


@router.get("/list-boats")
#< `list`
def j(): ...


@router.api_route("/fetch", methods=["GET"])
#<
def k(): ...


router.add_api_route("/remove/{id}", k, methods=["DELETE"])
#<
# %% fixed
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter(prefix="/user-settings")


@router.get("/boats")
def a(): ...


@router.post("/boats")
def b(): ...


@router.post("/create-boat")
def c(): ...


@router.post("/boats/{boat_id}/delete")
def d(): ...


@router.get("/Boats")
def e(): ...


@router.get("/boat-owners")
def f(): ...


@router.get("/boat-owners/{owner_id}")
def g(): ...


@router.get("/boats/")
def h(): ...


@app.put(path="/boats/{id}")
def i(): ...


@router.delete("/boats/{id}")
def delete_boat(id: int): ...


@router.get("/list-boats")
def j(): ...


@router.api_route("/fetch", methods=["GET"])
def k(): ...


router.add_api_route("/{id}", k, methods=["DELETE"])
# %% clean: resources, actions on them, parameters, files
from fastapi import APIRouter, FastAPI, WebSocket

app = FastAPI()
router = APIRouter(prefix="/api/v1/boat-owners", tags=["boat_owners"])
PATH = "/getBoats"


@router.get("")
def a(): ...


@router.get("/")
def b(): ...


@router.get("/{owner_id}/boats/{boatId}")
def c(): ...


@router.post("/login")
def d(): ...


@router.post("/{id}/cancel")
def e(): ...


@router.get("/search")
def f(): ...


@router.post("/auth/refresh")
def g(): ...


@app.get("/robots.txt")
def h(): ...


@app.get("/.well-known/security.txt")
def i(): ...


@app.get("/files/{file_path:path}")
def j(): ...


@router.delete("/{id}")
def delete_owner(id: int): ...


@router.post("/bulk-removal")
def delete_many(): ...


@router.get("/post/{id}")
@router.get("/data-set/store/{id}")
@router.post("/{id}/change-password")
@router.get("/settings")
def k(): ...


@router.get("/updates")
def l(): ...


@router.get("/addresses")
def m(): ...


@router.get("/list")
def n(): ...


@router.get(PATH)
def o(): ...


@app.websocket("/ws")
async def p(socket: WebSocket): ...

# %% clean in app/flaskish.py: not FastAPI
from flask import Flask

app = Flask(__name__)


@app.get("/getBoats/")
def a(): ...

# %% flagged: the resource stands in the router's prefix already
from fastapi import APIRouter

router = APIRouter(prefix="/v1/boats")


@router.post("/createBoat")
#<~~~~~~~~~~~~~~~~~~~~~~~~~ has the verb `create`
def add(): ...
# %% fixed
from fastapi import APIRouter

router = APIRouter(prefix="/v1/boats")


@router.post("")
def add(): ...
