# %% flagged in app/boats.py: asked for with another method, another path, or not at all
from fastapi import APIRouter

router = APIRouter(prefix="/boats")


@router.get("")
def index(): ...


@router.post("")
#<~~~~~~~~~~~~~~ `POST /api/v1/boats`
def create(): ...


@router.get("/{boat_id}")
def read(boat_id: int): ...


@router.delete("/{boat_id}")
def delete(boat_id: int): ...


@router.get("/{boat_id}/crew")
#< crew
def crew(boat_id: int): ...


@router.get("/{boat_id}/cargo/{item}")
def cargo(boat_id: int, item: str): ...


@router.put("/{boat_id}/port")
def port(boat_id: int): ...


@router.get("/latest")
def latest(): ...


@router.websocket("/live")
async def live(socket): ...


@router.websocket("/dead")
#<
async def dead(socket): ...


@router.get("/by-name")
def by_name(): ...


@router.patch("/{boat_id}")
def patch(boat_id: int): ...


@router.get("/files/{path:path}")
def files(path: str): ...


@router.get("/health")
def health(): ...
# %% file app/main.py
from fastapi import FastAPI

from app.boats import router
from app.config import settings

app = FastAPI()
app.include_router(router, prefix=settings.API)
# %% file app/config.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    API: str = "/api/v1"


settings = Settings()
# %% file tests/test_boats.py
import pytest
from app.config import settings
from app.main import app

BASE = "/api/v1/boats"


def test_index(client):
    client.get("/api/v1/boats/?limit=1")


async def test_read(client, boat):
    await client.get(f"{settings.API}/boats/{boat.id}")


def test_delete(client, boat):
    client.delete(BASE + "/" + str(boat.id))
    client.request("PATCH", f"{BASE}/1")


@pytest.mark.parametrize("path", ["/api/v1/boats/1/cargo/rope"])
def test_cargo(client, path):
    client.get(path)


def test_port(client, boat):
    url = f"http://test/api/v1/boats/{boat.id}/port"
    client.put(url)


def test_latest(client):
    client.get("/boats/latest")


def test_live(client):
    with client.websocket_connect("/api/v1/boats/live"):
        pass


def test_name(client):
    client.get(app.url_path_for("by_name"))


def test_files(client):
    client.get("/api/v1/boats/files/a/b/c.txt")
    client.get("/api/v1/other")
# %% fixed tests/test_boats.py
import pytest
from app.config import settings
from app.main import app

BASE = "/api/v1/boats"


def test_index(client):
    client.get("/api/v1/boats/?limit=1")


async def test_read(client, boat):
    await client.get(f"{settings.API}/boats/{boat.id}")


def test_delete(client, boat):
    client.delete(BASE + "/" + str(boat.id))
    client.request("PATCH", f"{BASE}/1")


@pytest.mark.parametrize("path", ["/api/v1/boats/1/cargo/rope"])
def test_cargo(client, path):
    client.get(path)


def test_port(client, boat):
    url = f"http://test/api/v1/boats/{boat.id}/port"
    client.put(url)


def test_latest(client):
    client.get("/boats/latest")


def test_live(client):
    with client.websocket_connect("/api/v1/boats/live"):
        pass


def test_name(client):
    client.get(app.url_path_for("by_name"))


def test_files(client):
    client.get("/api/v1/boats/files/a/b/c.txt")
    client.get("/api/v1/other")


def test_create(client) -> None:
    response = client.post("/api/v1/boats")
    assert response.status_code == 200


def test_crew(client) -> None:
    response = client.get("/api/v1/boats/1/crew")
    assert response.status_code == 200


def test_dead(client) -> None:
    with client.websocket_connect("/api/v1/boats/dead") as socket:
        assert socket

# %% flagged in app/lone.py: no test at all
from fastapi import APIRouter

router = APIRouter(prefix="/lone")


@router.get("/a")
#< `GET /lone/a`
def a(): ...


@router.post("/b/{key}")
#< `POST /lone/b/{key}`
async def b(key: int, size: float, note: str = ""): ...
# %% file app/__init__.py
# %% fixed tests/test_lone.py
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.lone import router


def test_a() -> None:
    app = FastAPI()
    app.include_router(router)
    client = TestClient(app)
    response = client.get("/lone/a")
    assert response.status_code == 200


def test_b() -> None:
    app = FastAPI()
    app.include_router(router)
    client = TestClient(app)
    response = client.post("/lone/b/1", params={"size": 1.0})
    assert response.status_code == 200

# %% flagged in app/uploads.py: uploads, form fields and a model, through an app that serves other routes alone
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, UploadFile
from pydantic import BaseModel

router = APIRouter()


class Tag(BaseModel):
    name: str
    weight: int = 0


@router.put("/photos", status_code=201)
#< PUT /photos
async def put_photo(photo: UploadFile, label: str = Form(...), user=Depends(str)): ...


@router.patch("/tags")
#< PATCH /tags
def change(tag: Tag, user: Annotated[str, Depends(str)]): ...


@router.post("/raw")
#< POST /raw
def raw(photo: UploadFile = File()): ...
# %% file app/__init__.py
# %% file app/main.py
from fastapi import FastAPI

app = FastAPI()
# %% fixed tests/test_uploads.py
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.uploads import router


def test_put_photo() -> None:
    app = FastAPI()
    app.include_router(router)
    client = TestClient(app)
    response = client.put("/photos", data={"label": "a"}, files={"photo": ("a.txt", b"a")})
    assert response.status_code == 201


def test_change() -> None:
    app = FastAPI()
    app.include_router(router)
    client = TestClient(app)
    response = client.patch("/tags", json={"name": "a"})
    assert response.status_code == 200


def test_raw() -> None:
    app = FastAPI()
    app.include_router(router)
    client = TestClient(app)
    response = client.post("/raw", files={"photo": ("a.txt", b"a")})
    assert response.status_code == 200

# %% clean in app/sub.py: a router that only the tests include
from fastapi import APIRouter

router = APIRouter()


@router.get("/a")
def a(): ...
# %% file tests/test_sub.py
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.sub import router

app = FastAPI()
app.include_router(router, prefix="/x")


def test_a():
    TestClient(app).get("/x/a")

# %% clean: paths in a parametrize decorator
from fastapi import FastAPI

app = FastAPI()


@app.get("/boats")
def list_boats():
    return []
# %% file tests/test_boats.py
import pytest


@pytest.mark.parametrize("path", ["/boats", "/crew"])
def test_paths(client, path):
    """Ask for all of them."""
    assert client.get(path).json() == "nothing"

# %% flagged: a path that is asked for with one method, and written down for another
from fastapi import FastAPI

app = FastAPI()


@app.get("/boats")
def list_boats():
    return []


@app.post("/boats")
def add_boat():
    return 1


@app.get("/boats/{boat_id}")
def read_boat(boat_id: int):
    return boat_id


@app.delete("/boats/{boat_id}")
#< DELETE /boats/{boat_id}
def remove_boat(boat_id: int):
    return boat_id
# %% file tests/test_boats.py
import pytest


@pytest.mark.parametrize("path", ["/boats", "/crew"])
def test_paths(client, path):
    """Ask for all of them."""
    assert client.get(path).json() == []


def test_add(client):
    client.post("/boats")


def test_read(client, boat):
    client.get("/boats/%d" % boat.id)
# %% fixed tests/test_module.py
def test_remove_boat(client) -> None:
    response = client.delete("/boats/1")
    assert response.status_code == 200

# %% flagged in app/ports.py: tests without a client make one of the app
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter(prefix="/ports")


class Port(BaseModel):
    name: str
    depth: int = 3


@router.post("", status_code=201)
#<
def add_port(port: Port): ...


@router.put("/{port_id}")
#<
def change_port(port_id: UUID, port: Port): ...
# %% file app/main.py
from fastapi import FastAPI

from app.ports import router

app = FastAPI()
app.include_router(router)
# %% file tests/test_words.py
def test_words():
    assert "words"
# %% fixed tests/test_ports.py
from fastapi.testclient import TestClient

from app.main import app


def test_add_port() -> None:
    client = TestClient(app)
    response = client.post("/ports", json={"name": "a"})
    assert response.status_code == 201


def test_change_port() -> None:
    client = TestClient(app)
    response = client.put("/ports/00000000-0000-0000-0000-000000000000", json={"name": "a"})
    assert response.status_code == 200

# %% flagged in app/lights.py: a test of that name is there already
from fastapi import APIRouter

router = APIRouter(prefix="/lights")


@router.get("/lit")
#<
def crew(): ...

# %% file app/main.py
from fastapi import FastAPI

from app.lights import router

app = FastAPI()
app.include_router(router)

# %% file tests/test_lights.py
def test_crew(client):
    assert client.post("/other").is_success

# %% fixed tests/test_lights.py
def test_crew(client):
    assert client.post("/other").is_success


def test_crew_2(client) -> None:
    response = client.get("/lights/lit")
    assert response.status_code == 200

# %% flagged in app/piers.py: a test may call the function of a route itself
from fastapi import APIRouter

router = APIRouter()


@router.get("/piers/{id}")
async def read_pier(id: int):
    return {"id": id}


@router.get("/piers")
#<~~~~~~~~~~~~~~~~~~~ No test requests
async def list_piers():
    return []
# %% file app/main.py
from fastapi import FastAPI

from app.piers import router

app = FastAPI()
app.include_router(router)

# %% file tests/test_piers.py
import pytest

from app.piers import list_piers, read_pier


@pytest.mark.asyncio
async def test_read_pier():
    assert await read_pier(1) == {"id": 1}


def test_names():
    assert list_piers.__name__

# %% flagged in app/moorings.py: routes with names of their own, asked for by them
from fastapi import FastAPI

app = FastAPI()


@app.get("/moorings", name="moorings:list")
def list_moorings(): ...


@app.post("/moorings", name="moorings:add")
def add_mooring(): ...


@app.delete("/moorings/{id}", name="moorings:drop")
def drop_mooring(id: int): ...


@app.put("/moorings/{id}", name="moorings:change")
#<
def change_mooring(id: int): ...

# %% file tests/test_moorings.py
import pytest


async def test_moorings(app, client):
    assert (await client.get(app.url_path_for("moorings:list"))).json() == []
    await client.get(app.url_path_for("change_mooring"))


@pytest.mark.parametrize(("method", "route"), [("POST", "moorings:add"), ("DELETE", "moorings:drop")])
async def test_refused(app, client, method, route):
    response = await client.request(method, app.url_path_for(route))
    assert response.status_code == 403

# %% clean in app/plates.py: an address with a space
from fastapi import FastAPI

app = FastAPI()


@app.get("/plates/{plate}")
def read(plate: str): ...

# %% file tests/test_plates.py
BASE = "/plates"


def test_plate(client):
    assert client.get(f"{BASE}/HB 12").json() == "HB12"

# %% clean: pictures
from fastapi import FastAPI

app = FastAPI()


@app.get("/icon.png", include_in_schema=False)
def icon():
    return b""
