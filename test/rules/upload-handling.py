# %% flagged: bytes
from typing import Annotated

from fastapi import APIRouter, Body, File, Form

import fastapi

router = APIRouter()


@router.post("/a")
async def a(photo: bytes = File(...)) -> int:
#                  ~~~~~ `photo` holds the whole upload
    return len(photo)


@router.post("/b")
def b(photo: Annotated[bytes, File(description="A photo")], more: list[bytes] = fastapi.File()) -> int:
#                                                                      ~~~~~
#                      ~~~~~
    return len(photo)


@router.put("/c")
async def c(photo: Annotated[bytes | None, File()] = None) -> None:
#                            ~~~~~
    print("none")

# %% flagged: base64
import base64
from base64 import b64decode as decode

from fastapi import APIRouter, Body, Form
from pydantic import Base64Bytes, BaseModel

router = APIRouter()


class Photo(BaseModel):
    name: str
    content: str


class Scan(BaseModel):
    content: Base64Bytes
    #        ~~~~~~~~~~~ This field


@router.post("/a")
async def a(photo: Photo) -> int:
    return len(base64.b64decode(photo.content))
    #          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ base64 text


@router.post("/b")
def b(content: str = Form()) -> int:
    text = content.strip()
    return len(decode(text))
    #          ~~~~~~~~~~~~


@router.post("/c")
def c(photo: dict = Body()) -> int:
    return len(decode(photo["content"]))
    #          ~~~~~~~~~~~~~~~~~~~~~~~~


@router.post("/d")
def d(scan: Scan) -> int:
    return len(scan.content)

# %% clean: UploadFile, other bytes, other base64
import base64
from typing import Annotated

from fastapi import APIRouter, Body, Cookie, File, Header, Request, UploadFile
from pydantic import BaseModel

router = APIRouter()


class Cursor(BaseModel):
    token: str


@router.post("/a")
async def a(photo: UploadFile, more: Annotated[UploadFile, File()], other: list[UploadFile] = File()) -> None:
    print(base64.b64encode(await photo.read(100)))


@router.post("/b")
def b(request: Request, cursor: Annotated[str, Cookie()], auth: str = Header()) -> bytes:
    return base64.b64decode(cursor) + base64.b64decode(auth)


@router.get("/c")
def c(cursor: str) -> bytes:
    return base64.b64decode(cursor)


def hashed(content: bytes) -> bytes:
    return content

# %% flagged: with a fix
from fastapi import FastAPI, File

app = FastAPI()


@app.post("/a")
def a(photos: list[bytes] = File()) -> None:
#                  ~~~~~
    print(len(photos))

# %% fixed
from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/a")
def a(photos: list[UploadFile] = File()) -> None:
    print(len(photos))

# %% flagged: bytes that are read once, or more often
from typing import Annotated

from fastapi import FastAPI, File

app = FastAPI()


@app.post("/size")
def size(photo: bytes = File()) -> int:
    #           ~~~~~
    return len(photo)


@app.post("/text")
async def text(note: Annotated[bytes, File()]) -> str:
    #                          ~~~~~
    return note.decode()


@app.post("/both")
async def both(note: bytes = File()) -> tuple[int, str]:
    #                ~~~~~
    """Counts and reads."""
    return len(note), note.decode()


@app.post("/maybe")
async def maybe(note: bytes | None = File(None)) -> int:
    #                 ~~~~~
    return len(note or b"")
# %% fixed
from typing import Annotated

from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/size")
def size(photo: UploadFile = File()) -> int:
    return len(photo.file.read())


@app.post("/text")
async def text(note: Annotated[UploadFile, File()]) -> str:
    return (await note.read()).decode()


@app.post("/both")
async def both(note: UploadFile = File()) -> tuple[int, str]:
    """Counts and reads."""
    note_content = await note.read()
    return len(note_content), note_content.decode()


@app.post("/maybe")
async def maybe(note: bytes | None = File(None)) -> int:
    return len(note or b"")

# %% clean: text in base64, which is no file
import base64

from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class Renewal(BaseModel):
    ticket: str


@router.post("/renewals")
def renew(data: Renewal) -> str:
    return base64.b64decode(data.ticket[4:]).decode()
