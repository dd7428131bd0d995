# %% flagged: read whole
from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from starlette.datastructures import UploadFile as Raw

router = APIRouter()


@router.post("/a")
async def a(photo: UploadFile) -> int:
    return len(await photo.read())
    #                ~~~~~~~~~~~~ `photo.read()` holds the whole upload


@router.post("/b")
def b(photo: Annotated[UploadFile, File()], other: UploadFile | None = None) -> bytes:
    content = photo.file.read()
    #         ~~~~~~~~~~~~~~~~~
    return content + other.file.read(-1)
    #                ~~~~~~~~~~~~~~~~~~~


async def c(photos: list[UploadFile], raw: Raw) -> list[bytes]:
    await raw.read(size=-1)
    #     ~~~~~~~~~~~~~~~~~
    return [await photo.read() for photo in photos]
    #             ~~~~~~~~~~~~


async def d(photo: UploadFile) -> None:
    content = await photo.read()
    #               ~~~~~~~~~~~~
    if len(content) > 1000:
        raise ValueError("too large")
# %% fixed
from typing import Annotated

from fastapi import APIRouter, File, HTTPException, UploadFile
from starlette.datastructures import UploadFile as Raw

router = APIRouter()


@router.post("/a")
async def a(photo: UploadFile) -> int:
    if (photo.size or 0) > 10 * 1024 * 1024:
        raise HTTPException(status_code=413, detail="The file is too large")
    return len(await photo.read())


@router.post("/b")
def b(photo: Annotated[UploadFile, File()], other: UploadFile | None = None) -> bytes:
    if (photo.size or 0) > 10 * 1024 * 1024:
        raise HTTPException(status_code=413, detail="The file is too large")
    content = photo.file.read()
    if (other.size or 0) > 10 * 1024 * 1024:
        raise HTTPException(status_code=413, detail="The file is too large")
    return content + other.file.read(-1)


async def c(photos: list[UploadFile], raw: Raw) -> list[bytes]:
    if (raw.size or 0) > 10 * 1024 * 1024:
        raise HTTPException(status_code=413, detail="The file is too large")
    await raw.read(size=-1)
    return [await photo.read() for photo in photos]


async def d(photo: UploadFile) -> None:
    if (photo.size or 0) > 10 * 1024 * 1024:
        raise HTTPException(status_code=413, detail="The file is too large")
    content = await photo.read()
    if len(content) > 1000:
        raise ValueError("too large")

# %% clean: with a size, tested before, other files
import shutil
from typing import IO

from fastapi import HTTPException, Request, UploadFile

LIMIT = 1000


async def chunks(photo: UploadFile, out: IO[bytes]) -> None:
    while part := await photo.read(65536):
        out.write(part)


async def tested(photo: UploadFile) -> bytes:
    if photo.size is None or photo.size > LIMIT:
        raise HTTPException(413)
    return await photo.read()


async def helped(photo: UploadFile) -> bytes:
    refuse_large(photo)
    return await photo.read()


def refuse_large(photo: UploadFile) -> None:
    if (photo.size or 0) > LIMIT:
        raise HTTPException(413)


async def header(photo: UploadFile, request: Request) -> bytes:
    length = int(request.headers["content-length"])
    if length > LIMIT:
        raise HTTPException(413)
    return await photo.read()


def copied(photo: UploadFile, out: IO[bytes], other: IO[bytes]) -> bytes:
    shutil.copyfileobj(photo.file, out)
    with open("/srv/a") as config:
        config.read()
    return other.read() + photo.file.read(LIMIT + 1)

# %% flagged: with a fix
from fastapi import UploadFile


async def direct(photo: UploadFile, path: str) -> None:
    with open(path, "wb") as out:
        out.write(await photo.read())  # all of it
        #               ~~~~~~~~~~~~


async def local(photo: UploadFile, path: str) -> None:
    content = await photo.read()
    #               ~~~~~~~~~~~~
    with open(path, "wb") as out:
        out.write(content)

# %% fixed
from fastapi import UploadFile


async def direct(photo: UploadFile, path: str) -> None:
    with open(path, "wb") as out:
        while chunk := await photo.read(1024 * 1024):
            out.write(chunk)  # all of it


async def local(photo: UploadFile, path: str) -> None:
    with open(path, "wb") as out:
        while chunk := await photo.read(1024 * 1024):
            out.write(chunk)

# %% flagged: read whole, and written by the path itself
from pathlib import Path

from fastapi import UploadFile

MEDIA = Path("/srv/media")


async def keep(photo: UploadFile, name: str) -> str:
    data = await photo.read()
    #            ~~~~~~~~~~~~
    target = MEDIA / name
    target.write_bytes(data)
    return target.name
# %% fixed
from pathlib import Path

from fastapi import UploadFile

MEDIA = Path("/srv/media")


async def keep(photo: UploadFile, name: str) -> str:
    target = MEDIA / name
    with target.open("wb") as out:
        while chunk := await photo.read(1024 * 1024):
            out.write(chunk)
    return target.name

# %% clean in shop/photos.py: every caller has tested how large it is
from fastapi import UploadFile


async def keep(store, photo: UploadFile) -> None:
    store.put(await photo.read())
# %% file shop/__init__.py
# %% file shop/routes.py
from fastapi import APIRouter, HTTPException, Request, UploadFile

from shop import photos
from shop.sizes import LIMIT, size_of

router = APIRouter()


@router.post("/photos")
async def add(request: Request, photo: UploadFile, store):
    request_size = size_of(request)
    if LIMIT > 0 and request_size > LIMIT:
        raise HTTPException(413)
    await photos.keep(store=store, photo=photo)

# %% flagged in shop/photos.py: one caller has not
from fastapi import UploadFile


async def keep(out, photo: UploadFile) -> None:
    out.write(await photo.read())
    #               ~~~~~~~~~~~~
# %% file shop/__init__.py
# %% file shop/routes.py
from fastapi import APIRouter, HTTPException, UploadFile

from shop import photos

router = APIRouter()


@router.post("/photos")
async def add(photo: UploadFile, store, request_size: int):
    if request_size > 9000:
        raise HTTPException(413)
    await photos.keep(store, photo)


@router.put("/photos")
async def change(photo: UploadFile, store):
    await photos.keep(store, photo)
# %% fixed
from fastapi import UploadFile


async def keep(out, photo: UploadFile) -> None:
    while chunk := await photo.read(1024 * 1024):
        out.write(chunk)
