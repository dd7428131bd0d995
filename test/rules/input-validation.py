# %% flagged: raw JSON, forms and dicts
import json
from typing import Annotated, Any, Dict, Optional

from fastapi import APIRouter, Body, Request
from starlette.requests import Request as Raw

router = APIRouter()


@router.post("/a")
async def a(request: Request):
    data = await request.json()
    #            ~~~~~~~~~~~~~~ `a` is not checked
    return data["name"]


@router.post("/b")
async def b(payload: dict):
    #                ~~~~ The `dict` body
    return payload


@router.put("/c")
def c(id: int, payload: Dict[str, Any]):
    #                   ~~~~~~~~~~~~~~
    return payload


@router.patch("/d")
def d(payload: Any = Body(...), other: Optional[dict[str, Any]] = None):
    #          ~~~
    #                                  ~~~~~~~~~~~~~~~~~~~~~~~~
    return payload


@router.post("/e")
def e(payload: Annotated[dict, Body()], items: list[dict]):
    #          ~~~~~~~~~~~~~~~~~~~~~~~
    #                                          ~~~~~~~~~~
    return payload


@router.post("/f")
async def f(req: Raw):
    form = await req.form()
    #            ~~~~~~~~~~
    return form["name"]


@router.post("/g")
async def g(request: Request):
    data = json.loads(await request.body())
    #                       ~~~~~~~~~~~~~~
    return data


@router.post("/h")
async def h(payload=Body(...)):
    #               ~~~~~~~~~
    return payload
# %% fixed
import json
from typing import Annotated, Any, Dict, Optional

from fastapi import APIRouter, Body, Request
from pydantic import BaseModel
from starlette.requests import Request as Raw

router = APIRouter()


class ARequest(BaseModel):
    name: object


@router.post("/a")
async def a(data: ARequest):
    return data.name


@router.post("/b")
async def b(payload: dict):
    return payload


@router.put("/c")
def c(id: int, payload: Dict[str, Any]):
    return payload


@router.patch("/d")
def d(payload: Any = Body(...), other: Optional[dict[str, Any]] = None):
    return payload


@router.post("/e")
def e(payload: Annotated[dict, Body()], items: list[dict]):
    return payload


@router.post("/f")
async def f(req: Raw):
    form = await req.form()
    return form["name"]


@router.post("/g")
async def g(request: Request):
    data = json.loads(await request.body())
    return data


@router.post("/h")
async def h(payload=Body(...)):
    return payload

# %% flagged in app/services.py: text that is stored as it came {"functions": true}
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Session, declarative_base

from elsewhere import Crew

Base = declarative_base()


class Boat(Base):
    __tablename__ = "boats"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    port = Column(String)


def create_boat(db: Session, name: str, port: str | None = None) -> Boat:
    boat = Boat(name=name, port=port)
    #                ~~~~ `name` goes into `Boat`
    db.add(boat)
    db.commit()
    return boat


async def add_crew(db, title: str):
    logger.info("adding", title=title)
    crew = Crew(title=title)
    #                 ~~~~~
    db.add(crew)


class Boats:
    def register_boat(self, name: str):
        self.db.add(Boat(name=name))
        #                     ~~~~
# %% file app/hooks.py
from app.services import Boats


def take(boats: Boats, body):
    boats.register_boat(body["name"])

# %% fixed
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Session, declarative_base

from elsewhere import Crew

Base = declarative_base()


class Boat(Base):
    __tablename__ = "boats"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    port = Column(String)


def create_boat(db: Session, name: str, port: str | None = None) -> Boat:
    if port is not None and not 0 < len(port.strip()) <= 255:
        raise ValueError("port must have 1 to 255 characters")
    name = name.strip()
    if not name or len(name) > 255:
        raise ValueError("name must have 1 to 255 characters")
    boat = Boat(name=name, port=port)
    db.add(boat)
    db.commit()
    return boat


async def add_crew(db, title: str):
    title = title.strip()
    if not title or len(title) > 255:
        raise ValueError("title must have 1 to 255 characters")
    logger.info("adding", title=title)
    crew = Crew(title=title)
    db.add(crew)


class Boats:
    def register_boat(self, name: str):
        name = name.strip()
        if not name or len(name) > 255:
            raise ValueError("name must have 1 to 255 characters")
        self.db.add(Boat(name=name))

# %% clean in app/checked.py: text that was tested or cleaned {"functions": true}
import html

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Boat(Base):
    __tablename__ = "boats"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    length = Column(Integer)


def create_boat(db: Session, name: str) -> Boat:
    if not name.strip():
        raise ValueError("name")
    boat = Boat(name=name)
    db.add(boat)
    return boat


def create_clean(db: Session, name: str) -> Boat:
    return Boat(name=html.escape(name.strip()[:200]))


def create_checked(db: Session, name: str) -> Boat:
    validate_name(name)
    return Boat(name=name)


def create_number(db: Session, length: int) -> Boat:
    return Boat(length=length)


def create_from(db: Session, data) -> Boat:
    return Boat(name=data.name)


def rename(db: Session, name: str) -> Boat:
    return Boat(name=name)


def create_point(name: str):
    return Point(name=name)

# %% clean in app/unasked.py: functions where the text shows no such pattern
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Boat(Base):
    __tablename__ = "boats"
    id = Column(Integer, primary_key=True)
    name = Column(String)


def create_boat(db: Session, name: str) -> Boat:
    boat = Boat(name=name)
    db.add(boat)
    return boat

# %% clean: models, webhooks with signatures, data that a model takes at once, other requests
import hashlib
import hmac
from typing import Annotated, Any

import httpx
from fastapi import APIRouter, Body, Depends, Query, Request
from pydantic import BaseModel

router = APIRouter()


class Boat(BaseModel):
    name: str
    extra: dict[str, Any] = {}


def filters() -> dict:
    return {}


@router.post("/a")
async def a(boat: Boat, dry: bool = False):
    return boat


@router.post("/b")
async def b(request: Request):
    body = await request.body()
    if not hmac.compare_digest(request.headers["X-Signature"], hashlib.sha256(body).hexdigest()):
        raise ValueError
    return await request.json()


@router.post("/c")
async def c(request: Request):
    return Boat.model_validate(await request.json())


@router.post("/d")
async def d(request: Request):
    data = await request.json()
    return Boat(**data)


@router.post("/e")
async def e(filters: dict = Depends(filters), boats: dict[str, Boat] = Body(...)):
    return filters


@router.post("/f")
async def f(filters: Annotated[dict, Depends(filters)], names: list[str] = Query()):
    async with httpx.AsyncClient() as client:
        response = await client.get("https://example.org")
    return response.json()


@router.post("/g")
async def g(request: Request):
    return {"host": request.client.host, "body": len(await request.body())}


async def not_a_route(request: Request, payload: dict):
    return await request.json()

# %% clean: a private helper stores what its caller has looked at {"functions": true}
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Poem(Base):
    __tablename__ = "poems"
    id = Column(Integer, primary_key=True)
    title = Column(String)


def _add_poem(db: Session, title: str) -> None:
    db.add(Poem(title=title))

# %% clean: a foreign handler answers for the whole request
from fastapi import APIRouter, Request

router = APIRouter()


@router.post("/chat")
async def chat(request: Request, adapter):
    form = await request.form()
    return await adapter.handle(request, form["channel"])

# %% clean: a form that a model of the team's own takes
from fastapi import APIRouter, Request

from forms import CrewForm

router = APIRouter()


@router.post("/crew")
async def enlist(request: Request):
    data = await request.form()
    return CrewForm.model_validate_form(data)

# %% clean in harbour/service.py: all callers hand in what a model has read {"functions": true}
from harbour.models import Berth


def create_berth(session, name: str):
    berth = Berth(name=name)
    session.add(berth)
    return berth

# %% file harbour/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Berth(Base):
    __tablename__ = "berths"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

# %% file harbour/routes.py
from fastapi import APIRouter
from pydantic import BaseModel, Field

from harbour.service import create_berth

router = APIRouter()


class BerthIn(BaseModel):
    name: str = Field(min_length=1)


@router.post("/berths")
def add(berth: BerthIn, session):
    return create_berth(session, berth.name)

# %% flagged in harbour/service.py: one caller hands on what the client sent {"functions": true}
from harbour.models import Berth


def create_berth(session, name: str):
    berth = Berth(name=name)
    #                  ~~~~ goes into `Berth` as it came
    session.add(berth)
    return berth

# %% file harbour/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Berth(Base):
    __tablename__ = "berths"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

# %% file harbour/routes.py
from fastapi import APIRouter

from harbour.service import create_berth

router = APIRouter()


@router.post("/berths")
def add(name: str, session):
    return create_berth(session, name=name)

# %% fixed
from harbour.models import Berth


def create_berth(session, name: str):
    name = name.strip()
    if not name or len(name) > 255:
        raise ValueError("name must have 1 to 255 characters")
    berth = Berth(name=name)
    session.add(berth)
    return berth

# %% flagged: keys that no field can be called, that have two defaults, or that are written
from fastapi import APIRouter, Body

router = APIRouter()


@router.post("/boats")
def add_boat(payload: dict = Body()):
    #                 ~~~~
    return payload["class"]


@router.post("/harbours")
def add_harbour(payload: dict = Body()):
    #                    ~~~~
    return payload.get("depth", 3) + payload.get("depth", 4)


@router.post("/lights")
def add_light(payload: dict = Body()):
    #                  ~~~~
    payload["name"], rest = payload["lines"]
    return payload["name"]
# %% fixed
from fastapi import APIRouter, Body
from pydantic import BaseModel, Field

router = APIRouter()


class AddBoatRequest(BaseModel):
    class_: object = Field(alias="class")


@router.post("/boats")
def add_boat(payload: AddBoatRequest = Body()):
    return payload.class_


@router.post("/harbours")
def add_harbour(payload: dict = Body()):
    return payload.get("depth", 3) + payload.get("depth", 4)


@router.post("/lights")
def add_light(payload: dict = Body()):
    payload["name"], rest = payload["lines"]
    return payload["name"]

# %% clean: data that is held to a schema, boxes that are ticked, and a handler as a task
from typing import Any

from fastapi import APIRouter, BackgroundTasks, Request
from jsonschema import validate

from rigs import hydrate, rig_schema, validate_rig

router = APIRouter()


@router.post("/rigs")
def check(values: dict[str, Any]):
    filled = hydrate(values, strict=True)
    validate(filled, rig_schema)
    return "sound"


@router.post("/rigs/raw")
async def check_raw(request: Request):
    values = (await request.json()) or {}
    validate_rig(values)
    return "sound"


@router.post("/rigs/boxes")
async def boxes(request: Request, rig):
    form = await request.form()
    rig.is_new = "is_new" in form
    rig.is_old = "is_new" not in form


@router.post("/rigs/hooks")
async def hook(request: Request, tasks: BackgroundTasks, adapter):
    tasks.add_task(adapter.handle, request=request)
    form = await request.form()
    return form["command"]

# %% flagged: only one field is checked, or one is read
from typing import Any

from fastapi import APIRouter, Request

from rigs import validate_name

router = APIRouter()


@router.post("/rigs")
def check(values: dict[str, Any], rig):
#                 ~~~~~~~~~~~~~~ body in `check`
    name = values.get("name")
    validate_name(name)
    rig.sails = values["sails"]


@router.post("/rigs/boxes")
async def boxes(request: Request, rig):
    form = await request.form()
    #            ~~~~~~~~~~~~~~ `boxes`
    rig.is_new = "is_new" in form
    rig.name = form["name"]

# %% clean in harbour/store.py: keys, and methods whose callers nobody knows {"functions": true}
from harbour.models import Berth


def create_berth(session, port_id: str):
    berth = Berth(port_id=port_id)
    session.add(berth)
    return berth


class Store:
    def create_berth(self, name: str):
        berth = Berth(name=name)
        self.session.add(berth)
        return berth

# %% file harbour/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Port(Base):
    __tablename__ = "ports"
    id: Mapped[str] = mapped_column(primary_key=True)


class Berth(Base):
    __tablename__ = "berths"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    port_id: Mapped[str] = mapped_column(ForeignKey("ports.id"))

# %% flagged: a table's class takes whatever it is given
from fastapi import APIRouter, Request
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

router = APIRouter()


class Base(DeclarativeBase):
    pass


class Mooring(Base):
    __tablename__ = "moorings"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


@router.post("/moorings")
async def create_mooring(request: Request):
    data = await request.json()
    #            ~~~~~~~~~~~~~~
    mooring = Mooring(**data)
    return mooring.id

# %% clean in harbour/store.py: a route that takes an enumeration has read it {"functions": true}
from harbour.models import Berth


class Store:
    def create_berth(self, kind: str):
        berth = Berth(kind=kind)
        self.session.add(berth)
        return berth

# %% file harbour/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Berth(Base):
    __tablename__ = "berths"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]

# %% file harbour/routes.py
from enum import StrEnum

from fastapi import APIRouter

from harbour.store import Store

router = APIRouter()
store = Store()


class Kind(StrEnum):
    DRY = "dry"


@router.post("/berths")
def add(kind: Kind):
    return store.create_berth(kind)

# %% clean: names that the client chooses, whose values have a type
from typing import Dict

from fastapi import APIRouter, Body

router = APIRouter()


@router.put("/boats/{boat}/labels")
def label(boat: str, labels: Dict[str, str]):
    return {boat: labels}


@router.put("/boats/{boat}/weights")
def weigh(boat: str, weights: dict[str, float] = Body(...)):
    return {boat: weights}

# %% flagged: a body that lies a level deeper, and a route that answers to GET as well, for which there is no fix
from typing import Annotated

from fastapi import APIRouter, Body, Request

router = APIRouter()


@router.post("/token")
async def token(given: Annotated[dict, Body(embed=True)]):
    #                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return given["token"]


@router.post("/stream")
@router.get("/stream")
async def stream(request: Request):
    body = await request.json()
    #            ~~~~~~~~~~~~~~
    return body["text"]
# %% fixed
from typing import Annotated

from fastapi import APIRouter, Body, Request

router = APIRouter()


@router.post("/token")
async def token(given: Annotated[dict, Body(embed=True)]):
    return given["token"]


@router.post("/stream")
@router.get("/stream")
async def stream(request: Request):
    body = await request.json()
    return body["text"]

# %% flagged: the comment above stays with its route
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


# Boats that come in.
@router.post("/boats")
async def moor(given: dict):
    #                 ~~~~
    return given["name"]
# %% fixed
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class MoorRequest(BaseModel):
    name: object


# Boats that come in.
@router.post("/boats")
async def moor(given: MoorRequest):
    return given.name
