# %% flagged: event streams without it {"value": "ctx.trace_id", "local": "ctx", "whole": "get_context().trace_id", "needs": "app.context.get_context"}
from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from sse_starlette.sse import EventSourceResponse
from starlette import responses

from app.context import get_context

router = APIRouter()
SSE = "text/event-stream"
NO_CACHE = {"Cache-Control": "no-cache"}


@router.get("/a")
async def a():
    ctx = get_context()
    return StreamingResponse(events(ctx), media_type="text/event-stream")
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


@router.get("/b")
async def b():
    return responses.StreamingResponse(events(), media_type=SSE, headers={"Cache-Control": "no-cache"})
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


@router.get("/c")
async def c():
    return EventSourceResponse(events())
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


@router.get("/d")
async def d():
    return StreamingResponse(events(), headers=NO_CACHE, media_type="text/event-stream; charset=utf-8")
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from sse_starlette.sse import EventSourceResponse
from starlette import responses

from app.context import get_context

router = APIRouter()
SSE = "text/event-stream"
NO_CACHE = {"Cache-Control": "no-cache"}


@router.get("/a")
async def a():
    ctx = get_context()
    return StreamingResponse(events(ctx), media_type="text/event-stream", headers={"X-Trace-Id": ctx.trace_id})


@router.get("/b")
async def b():
    return responses.StreamingResponse(events(), media_type=SSE, headers={"Cache-Control": "no-cache", "X-Trace-Id": get_context().trace_id})


@router.get("/c")
async def c():
    return EventSourceResponse(events(), headers={"X-Trace-Id": get_context().trace_id})


@router.get("/d")
async def d():
    return StreamingResponse(events(), headers={**NO_CACHE, "X-Trace-Id": get_context().trace_id}, media_type="text/event-stream; charset=utf-8")
# %% clean: with it, other streams, headers from elsewhere
from fastapi.responses import FileResponse, StreamingResponse

from app.headers import sse_headers

TRACED = {"x-trace-id": "1"}


def a(ctx):
    return StreamingResponse(events(), media_type="text/event-stream", headers={"X-Trace-Id": ctx.trace_id})


def b():
    return StreamingResponse(rows(), media_type="text/csv")


def c():
    return StreamingResponse(events(), media_type="text/event-stream", headers=sse_headers())


def d():
    headers = {"Cache-Control": "no-cache"}
    headers["X-Trace-Id"] = "1"
    return StreamingResponse(events(), media_type="text/event-stream", headers=headers)


def e():
    response = StreamingResponse(events(), media_type="text/event-stream")
    response.headers["X-Trace-Id"] = "1"
    return response


def f():
    return StreamingResponse(events(), media_type="text/event-stream", headers={**TRACED, "A": "b"})


def g():
    return FileResponse("x", media_type="text/event-stream")


def h(**options):
    return StreamingResponse(events(), media_type="text/event-stream", **options)


def i():
    return other.StreamingResponse(events(), media_type="text/event-stream")

# %% flagged: every stream {"eventsOnly": false, "header": "X-Request-Id"}
from fastapi.responses import StreamingResponse


def b():
    return StreamingResponse(rows(), media_type="text/csv")
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `X-Request-Id`

# %% clean in app/stream.py: a middleware sets it
from fastapi.responses import StreamingResponse


def a():
    return StreamingResponse(events(), media_type="text/event-stream")
# %% file app/main.py
from fastapi import FastAPI

app = FastAPI()


@app.middleware("http")
async def trace(request, call_next):
    response = await call_next(request)
    response.headers["X-Trace-Id"] = "1"
    return response

# %% flagged: headers made by dict
from fastapi.responses import StreamingResponse


def stream(events):
    headers = dict(Connection="keep-alive")
    return StreamingResponse(events, media_type="text/event-stream; charset=utf-8", headers=headers)
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `X-Trace-Id`
