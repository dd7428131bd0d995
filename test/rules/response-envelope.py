# %% file app/schemas/base.py
from typing import Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


class Envelope(BaseModel, Generic[T]):
    trace_id: str
    data: T


class PageEnvelope(Envelope[list[T]], Generic[T]):
    total: int


class Traced(BaseModel):
    trace_id: str


class Boat(BaseModel):
    id: int

# %% file app/pages.py
from typing import TypeVar

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from starlette.templating import _TemplateResponse

templates = Jinja2Templates(directory="pages")
Answer = TypeVar("Answer", bound=Response)


class Pages:
    def __init__(self, request: Request, name: str) -> None:
        self.request = request
        self.name = name

    async def render(self) -> _TemplateResponse:
        return templates.TemplateResponse(self.request, self.name)

    async def refuse(self):
        return templates.TemplateResponse(self.request, "refused.html", status_code=403)

    def remember(self, answer: Answer) -> Answer:
        answer.set_cookie("berth", self.name)
        return answer

    def described(self) -> dict[str, str]:
        return {"name": self.name}

# %% file app/marked.py
from typing import Generic, TypeVar

from pydantic import BaseModel, Field

T = TypeVar("T")


class Marked(BaseModel, Generic[T]):
    mark: str | None = None
    data: T


class Noted(BaseModel, Generic[T]):
    mark: str | None = Field(default=None, description="The request.")
    data: T


class Filled(BaseModel, Generic[T]):
    mark: str = Field(default_factory=str)
    data: T

# %% file app/context.py
def get_context(): ...

# %% flagged: other answers, and the envelope without its field {"envelope": "app.schemas.base.Envelope", "field": "trace_id", "value": "get_context().trace_id", "needs": "app.context.get_context"}
from fastapi import APIRouter

from app.schemas.base import Boat, Envelope

router = APIRouter()


@router.get("/a")
async def a() -> Boat:
    #            ~~~~ `a` does not answer in `Envelope`
    return Boat(id=1)


@router.get("/b", response_model=list[Boat])
#                                ~~~~~~~~~~
async def b():
    if empty():
        return []
    return [Boat(id=1)]


@router.get("/c")
async def c() -> Envelope[Boat]:
    return Envelope(data=Boat(id=1))
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~ without `trace_id`


@router.get("/d")
async def d():
    #     ~
    return {"id": 1}


@router.get("/e")
async def e() -> dict[str, int]:
    #            ~~~~~~~~~~~~~~
    return {"id": 1}
# %% fixed
from fastapi import APIRouter

from app.context import get_context
from app.schemas.base import Boat, Envelope

router = APIRouter()


@router.get("/a")
async def a() -> Envelope[Boat]:
    return Envelope(trace_id=get_context().trace_id, data=Boat(id=1))


@router.get("/b", response_model=Envelope[list[Boat]])
async def b():
    if empty():
        return Envelope(trace_id=get_context().trace_id, data=[])
    return Envelope(trace_id=get_context().trace_id, data=[Boat(id=1)])


@router.get("/c")
async def c() -> Envelope[Boat]:
    return Envelope(trace_id=get_context().trace_id, data=Boat(id=1))


@router.get("/d")
async def d() -> Envelope[dict[str, int]]:
    return Envelope(trace_id=get_context().trace_id, data={"id": 1})


@router.get("/e")
async def e() -> Envelope[dict[str, int]]:
    return Envelope(trace_id=get_context().trace_id, data={"id": 1})

# %% clean: envelopes, kinds of them, streams, files, nothing, health {"envelope": "app.schemas.base.Envelope", "field": "trace_id"}
from fastapi import APIRouter
from fastapi.responses import FileResponse, StreamingResponse

from app.schemas import base
from app.schemas.base import Boat, Envelope, PageEnvelope, Traced
from elsewhere import EnvelopeOf

router = APIRouter()


@router.get("/a")
async def a() -> Envelope[Boat]:
    return Envelope(trace_id="x", data=Boat(id=1))


@router.get("/b", response_model=PageEnvelope[Boat])
async def b():
    return page()


@router.get("/c")
async def c() -> base.Envelope[Boat] | None:
    return base.Envelope[Boat](trace_id="x", data=Boat(id=1))


@router.get("/d")
async def d():
    return Envelope(trace_id="x", data=1)


@router.get("/e")
async def e() -> Traced:
    return Traced(trace_id="x")


@router.get("/f")
async def f():
    return StreamingResponse(events())


@router.get("/g")
async def g() -> FileResponse:
    return FileResponse("x")


@router.delete("/h", status_code=204)
async def h() -> None:
    return None


@router.get("/health")
async def health() -> dict:
    return {}


@router.get("/i")
async def i() -> EnvelopeOf:
    return EnvelopeOf()


@router.get("/j")
async def j() -> Envelope[Boat]:
    return Envelope(**fields())


def helper() -> Boat:
    return Boat(id=1)

# %% flagged: only the field counts {"field": "trace_id"}
from fastapi import APIRouter

from app.schemas.base import Boat, Traced

router = APIRouter()


@router.get("/a")
async def a() -> Boat:
    #            ~~~~ a model with `trace_id`
    return Boat(id=1)


@router.get("/b")
async def b() -> Traced:
    return Traced(trace_id="x")

# %% flagged in app/routes.py: a response_model beside an annotation, imports in order, and a response of its own {"envelope": "app.schemas.base.Envelope", "field": "trace_id", "value": "get_context().trace_id", "needs": "app.context.get_context"}
from fastapi import APIRouter, Response

router = APIRouter()


@router.get("/boats", response_model=list[str])
#                                    ~~~~~~~~~ `boats`
def boats() -> list:
    return ["Alma"]


@router.get("/boats/first")
def first() -> str:
#              ~~~ `first`
    if not boats():
        return Response(status_code=304)
    return "Alma"
# %% fixed
from fastapi import APIRouter, Response

from app.context import get_context
from app.schemas.base import Envelope

router = APIRouter()


@router.get("/boats", response_model=Envelope[list[str]])
def boats() -> Envelope[list]:
    return Envelope(trace_id=get_context().trace_id, data=["Alma"])


@router.get("/boats/first")
def first() -> str:
    if not boats():
        return Response(status_code=304)
    return "Alma"

# %% flagged in api/boats.py: what the guide imports is nowhere here, so there is nothing to wrap it in {"envelope": "house.answers.Envelope", "field": "trace_id", "value": "trace().trace_id", "needs": "house.traces.trace"}
from fastapi import APIRouter

from app.schemas.base import Boat

router = APIRouter()


@router.get("/boats")
def boats() -> list[Boat]:
    #          ~~~~~~~~~~ `boats` does not answer in `Envelope`
    return []
# %% fixed
from fastapi import APIRouter

from app.schemas.base import Boat

router = APIRouter()


@router.get("/boats")
def boats() -> list[Boat]:
    return []

# %% clean: pages that a helper's methods render {"envelope": "app.schemas.base.Envelope"}
from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse

from app.pages import Pages

router = APIRouter()


@router.api_route("/berths", methods=["GET", "POST"])
async def berths(request: Request):
    pages = Pages(request, "berths.html")
    if request.method == "POST":
        return await pages.refuse()
    return await pages.render()


@router.get("/quays")
async def quays(pages: Pages = Depends(Pages)):
    return await pages.render()


@router.get("/moorings")
async def moorings(pages: Pages = Depends(Pages)):
    answer = RedirectResponse("/quays")
    answer = pages.remember(answer)
    return answer

# %% flagged: what a helper's method gives is data {"envelope": "app.schemas.base.Envelope"}
from fastapi import APIRouter, Depends

from app.pages import Pages

router = APIRouter()


@router.get("/quays")
async def quays(pages: Pages = Depends(Pages)):
    #     ~~~~~
    return pages.described()

# %% flagged: a class that is not there yet when the route is read {"envelope": "app.schemas.base.Envelope", "field": "trace_id", "value": "get_context().trace_id", "needs": "app.context.get_context"}
from fastapi import APIRouter

router = APIRouter()


@router.get("/crews")
async def crews():
    #     ~~~~~ `crews` does not answer in `Envelope`
    return Crew()


class Crew:
    pass
# %% fixed
from fastapi import APIRouter

from app.context import get_context
from app.schemas.base import Envelope

router = APIRouter()


@router.get("/crews")
async def crews():
    return Envelope(trace_id=get_context().trace_id, data=Crew())


class Crew:
    pass

# %% flagged: an envelope whose field has nothing for its default, where the text shows what fills it {"envelope": "app.marked.Marked", "field": "mark", "value": "current_mark()"}
from fastapi import APIRouter

from app.marked import Marked

router = APIRouter()


@router.get("/a")
async def a() -> Marked[int]:
    return Marked(data=1)
    #      ~~~~~~~~~~~~~~ `Marked` is made without `mark`


@router.get("/b")
async def b() -> Marked[int]:
    return Marked(mark="b", data=1)

# %% flagged: the same with a described field {"envelope": "app.marked.Noted", "field": "mark", "value": "current.mark"}
from fastapi import APIRouter

from app.marked import Noted

router = APIRouter()


@router.get("/a")
async def a() -> Noted[int]:
    return Noted(data=1)
    #      ~~~~~~~~~~~~~ `Noted` is made without `mark`

# %% clean: nothing in the text fills it, or the class does {"envelope": "app.marked.Marked", "field": "mark"}
from fastapi import APIRouter

from app.marked import Marked

router = APIRouter()


@router.get("/a")
async def a() -> Marked[int]:
    return Marked(data=1)

# %% clean: the class fills it {"envelope": "app.marked.Filled", "field": "mark", "value": "current_mark()"}
from fastapi import APIRouter

from app.marked import Filled

router = APIRouter()


@router.get("/a")
async def a() -> Filled[int]:
    return Filled(data=1)
