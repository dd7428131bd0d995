# %% file app/schemas.py
from typing import Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


class Boat(BaseModel):
    name: str


class Page(BaseModel, Generic[T]):
    items: list[T]


Boats = list[Boat]

# %% file app/mooring.py
class Mooring:
    def __init__(self, session):
        self.session = session

    def leave(self, name: str):
        if not name:
            return None
        self.session.delete(name)

    async def rename(self, name: str) -> None:
        self.session.add(name)

    def find(self, name: str):
        raise NotImplementedError


def ring(bell):
    if bell is None:
        return
    bell.ring()

# %% flagged: no model in any shape
from collections.abc import Mapping
from typing import Any, Dict, List, Optional

import fastapi
from fastapi import APIRouter, status

from app.schemas import Boat

router = APIRouter(prefix="/boats")
api = fastapi.APIRouter()
Loose = Dict[str, Any]


@router.get("")
#<~~~~~~~~~~~~~ `index` declares no answer
async def index():
    return [{"name": "Alma"}]


@api.post("/a", status_code=status.HTTP_201_CREATED)
#<
def create(boat: Boat):
    return boat


@router.get("/b")
#<~~~~~~~~~~~~~~~ answer `dict`
async def loose() -> dict:
    return {}


@router.get("/c")
#<
async def typed() -> Dict[str, Any]:
    return {}


@router.get("/d")
#<
async def rows() -> List[dict[str, str]]:
    return []


@router.get("/e")
#<
async def maybe() -> Optional[Mapping[str, int]]:
    return None


@router.get("/f")
#<
async def anything() -> Any:
    return 1


@router.get("/g")
#<
async def alias() -> Loose:
    return {}


@router.api_route("/h", methods=["GET", "POST"])
#<
async def both():
    return {"ok": True}


@router.put("/i", tags=["boats"])
#<
@router.patch("/i")
#<
async def change(boat: Boat):
    result = await save(boat)
    return result


async def save(boat: Boat):
    return boat


def plain():
    return {"a": 1}


router.add_api_route("/j", plain, methods=["GET"])
#<


def make() -> APIRouter:
    inner = APIRouter()

    @inner.get("/k")
    #<
    def nested():
        return {}

    return inner


class Views:
    def __init__(self):
        self.router = APIRouter()

    def register(self):
        @self.router.get("/l")
        #<
        def listed():
            return {}
# %% fixed
from collections.abc import Mapping
from typing import Any, Dict, List, Optional

import fastapi
from fastapi import APIRouter, status
from pydantic import BaseModel

from app.schemas import Boat

router = APIRouter(prefix="/boats")
api = fastapi.APIRouter()
Loose = Dict[str, Any]


class IndexResponse(BaseModel):
    name: str


@router.get("", response_model=list[IndexResponse])
async def index():
    return [{"name": "Alma"}]


@api.post("/a", status_code=status.HTTP_201_CREATED, response_model=Boat)
def create(boat: Boat):
    return boat


@router.get("/b")
async def loose() -> dict:
    return {}


@router.get("/c")
async def typed() -> Dict[str, Any]:
    return {}


@router.get("/d")
async def rows() -> List[dict[str, str]]:
    return []


@router.get("/e")
async def maybe() -> Optional[Mapping[str, int]]:
    return None


@router.get("/f", response_model=int)
async def anything() -> Any:
    return 1


@router.get("/g")
async def alias() -> Loose:
    return {}


class BothResponse(BaseModel):
    ok: bool


@router.api_route("/h", methods=["GET", "POST"], response_model=BothResponse)
async def both():
    return {"ok": True}


@router.put("/i", tags=["boats"], response_model=Boat)
@router.patch("/i", response_model=Boat)
async def change(boat: Boat):
    result = await save(boat)
    return result


async def save(boat: Boat):
    return boat


class PlainResponse(BaseModel):
    a: int


def plain():
    return {"a": 1}


router.add_api_route("/j", plain, methods=["GET"], response_model=PlainResponse)


def make() -> APIRouter:
    inner = APIRouter()

    @inner.get("/k")
    def nested():
        return {}

    return inner


class Views:
    def __init__(self):
        self.router = APIRouter()

    def register(self):
        @self.router.get("/l")
        def listed():
            return {}

# %% flagged in app/hooks.py: registered on an app that a parameter brings
from fastapi import FastAPI


def register(app: FastAPI) -> None:
    @app.get("/version")
    #<
    async def version():
        return {"version": 1}
# %% fixed
from fastapi import FastAPI
from pydantic import BaseModel


class VersionResponse(BaseModel):
    version: int


def register(app: FastAPI) -> None:
    @app.get("/version", response_model=VersionResponse)
    async def version():
        return {"version": 1}

# %% clean: models, streams, files, redirects, HTML, nothing, sockets
from typing import Annotated, Optional, Union

from fastapi import APIRouter, FastAPI, Request, Response, WebSocket, status
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse
from fastapi.templating import Jinja2Templates
from sse_starlette.sse import EventSourceResponse

from app import schemas
from app.schemas import Boat, Boats, Page
from elsewhere import Unknown

app = FastAPI()
router = APIRouter()
pages = APIRouter(default_response_class=HTMLResponse)
templates = Jinja2Templates("templates")


@router.get("/a", response_model=list[Boat])
async def a():
    return []


@router.get("/b")
async def b() -> Page[Boat]:
    return Page(items=[])


@router.get("/c")
async def c() -> Boat | None:
    return None


@router.get("/d")
async def d() -> Optional[schemas.Boat]:
    return None


@router.get("/e")
async def e() -> Boats:
    return []


@router.get("/f")
async def f() -> Unknown:
    return Unknown()


@router.get("/g")
async def g() -> "Boat":
    return Boat(name="x")


@router.get("/h")
async def h():
    return StreamingResponse(iter([]), media_type="text/csv")


@router.get("/i")
async def i() -> FileResponse:
    return FileResponse("x")


@router.get("/j", response_class=RedirectResponse)
async def j():
    return "/x"


@pages.get("/k")
async def k():
    return "<p>"


@router.delete("/l", status_code=204)
async def l(id: int):
    remove(id)


@router.delete("/m", status_code=status.HTTP_204_NO_CONTENT)
async def m(id: int):
    return None


@router.post("/n")
async def n() -> None:
    remove(1)


@router.websocket("/o")
async def o(socket: WebSocket):
    await socket.accept()


@router.get("/p")
async def p(request: Request):
    return templates.TemplateResponse(request, "p.html", {})


@router.get("/q")
async def q():
    async def events():
        yield {"data": "x"}

    return EventSourceResponse(events())


@router.get("/r")
async def r(response: Response) -> Annotated[Boat, "x"]:
    response.headers["X"] = "1"
    return Boat(name="x")


@router.get("/s")
def s():
    answer = JSONResponse({"a": 1})
    answer.set_cookie("a", "b")
    return answer


@router.get("/t")
async def t():
    return stream_it()


def stream_it() -> StreamingResponse:
    return StreamingResponse(iter([]))


@router.get("/u", response_model=None)
async def u() -> Union[Response, dict]:
    return {}


@router.get("/v", include_in_schema=False)
async def v():
    return {}


@router.get("/w")
async def w() -> dict[str, Boat]:
    return {}


def remove(id: int) -> None: ...

# %% clean in app/flaskish.py: decorators of the same names that are not FastAPI's
from flask import Blueprint, Flask
from starlette.applications import Starlette

app = Flask(__name__)
pages = Blueprint("pages", __name__)
other = Starlette()


@app.get("/a")
def a():
    return {"a": 1}


@pages.post("/b")
def b():
    return {"a": 1}


class cache:
    @staticmethod
    def get(key):
        return lambda f: f


@cache.get("x")
def c():
    return {}

# %% clean in web/berths.py: an app that answers in pages
from typing import Any

from fastapi import APIRouter

router = APIRouter()


@router.get("/{berth_id}")
async def show(berth_id: int) -> Any:
    return None


@router.post("/{berth_id}/tidy")
async def tidy(berth_id: int) -> Any:
    return {"done": berth_id}

# %% file web/answers.py
from dominator.web import PageResponse


class Page(PageResponse):
    charset = "utf-8"

# %% file web/harbour.py
from fastapi import APIRouter, FastAPI

from web.answers import Page
from web.berths import router as berths

app = FastAPI(default_response_class=Page)
app.include_router(berths, prefix="/berths")

# %% flagged in web/compact.py: JSON by another writer is JSON
from fastapi import APIRouter, FastAPI

from web.answers import Compact

router = APIRouter(default_response_class=Compact)
app = FastAPI()
app.include_router(router)


@router.get("/masts")
#<~~~~~~~~~~~~~~~~~~~ `masts` declares no answer
async def masts():
    return {"masts": 2}

# %% file web/answers.py
from fastapi.responses import ORJSONResponse


class Compact(ORJSONResponse):
    pass
# %% fixed
from fastapi import APIRouter, FastAPI
from pydantic import BaseModel

from web.answers import Compact

router = APIRouter(default_response_class=Compact)
app = FastAPI()
app.include_router(router)


class MastsResponse(BaseModel):
    masts: int


@router.get("/masts", response_model=MastsResponse)
async def masts():
    return {"masts": 2}

# %% clean: a router that is kept out of the schema, and an app that serves none
from fastapi import APIRouter, FastAPI

router = APIRouter(include_in_schema=False)
app = FastAPI()
app.include_router(router)
inner = FastAPI(openapi_url=None)


@router.get("/masts")
async def masts():
    return {"masts": 2}


@inner.get("/keels")
async def keels():
    return {"keels": 1}

# %% clean: a foreign handler is given the whole request
from fastapi import APIRouter, Request
from harbour_chat import Adapter

router = APIRouter()
adapter = Adapter()


@router.post("/chat")
async def chat(request: Request):
    return await adapter.handle(request)

# %% flagged in app/tallies.py: keys that are no names of fields make a table
from typing import Dict
from uuid import UUID

from fastapi import APIRouter

router = APIRouter()


@router.get("/tallies")
async def tallies() -> Dict[UUID, int]:
    return {}


@router.get("/by-year")
async def by_year() -> dict[int, list[str]]:
    return {}


@router.get("/by-name")
#<~~~~~~~~~~~~~~~~~~~~~ `by_name` is declared to answer `dict[str, int]`, which names no field
async def by_name() -> dict[str, int]:
    return {"boats": 1}


@router.get("/loose")
#<~~~~~~~~~~~~~~~~~~~ `loose`
async def loose() -> dict[int, dict]:
    return {}

# %% flagged: what is handed on is more than nothing, or not known
from fastapi import APIRouter

from app.mooring import Mooring

router = APIRouter()


@router.get("/moorings/{name}")
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ declares no answer
def find(name: str, session):
    return Mooring(session).find(name)


@router.get("/moored/{name}")
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~ declares no answer
def moored(name: str, session):
    mooring = Mooring(session)
    return mooring.find(name)

# %% clean: a function that gives nothing back answers with nothing
from fastapi import APIRouter

from app.mooring import Mooring, ring

router = APIRouter()


@router.post("/moorings/leave")
def leave(name: str, session):
    mooring = Mooring(session)
    return mooring.leave(name)


@router.post("/moorings/rename")
async def rename(name: str, session):
    mooring = Mooring(session)
    return await mooring.rename(name)


@router.post("/bell")
def ring_bell(bell: int):
    return ring(bell)

# %% clean: a variable that says which answer it holds
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

router = APIRouter()


@router.get("/oauth")
async def begin(request: Request, client):
    answer: RedirectResponse = await client.begin(request.base_url)
    return answer
