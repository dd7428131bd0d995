# %% flagged: nothing but the suffix
import os
from pathlib import Path

from fastapi import HTTPException, UploadFile

ALLOWED = {".png", ".gif"}


async def ends(photo: UploadFile) -> None:
    if not photo.filename.lower().endswith((".png", ".gif")):
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        raise HTTPException(415)


async def suffix(photo: UploadFile) -> None:
    if Path(photo.filename).suffix.lower() not in ALLOWED:
    #  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        raise HTTPException(415)


async def local(photo: UploadFile) -> None:
    ending = os.path.splitext(photo.filename)[1]
    if ending not in ALLOWED:
    #  ~~~~~~~~~~~~~~~~~~~~~
        raise HTTPException(415)


async def unpacked(photos: list[UploadFile]) -> None:
    for photo in photos:
        _, ending = os.path.splitext(photo.filename or "")
        if ending.lower() == ".png":
        #  ~~~~~~~~~~~~~~~~~~~~~~~~
            print("an image")


def split(photo: UploadFile) -> bool:
    return photo.filename.split(".")[-1] in ("png", "gif")
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def allowed(name: str) -> bool:
    return "." in name and name.rsplit(".", 1)[1].lower() in ALLOWED
    #                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


async def helped(photo: UploadFile) -> None:
    if not allowed(photo.filename):
        raise HTTPException(415)
# %% fixed
import os
from pathlib import Path

from fastapi import HTTPException, UploadFile

ALLOWED = {".png", ".gif"}


async def ends(photo: UploadFile) -> None:
    if not photo.filename.lower().endswith((".png", ".gif")):
        raise HTTPException(415)
    head = await photo.read(16)
    await photo.seek(0)
    if not head.startswith((b"\x89PNG\r\n\x1a\n", b"GIF8")):
        raise HTTPException(415)


async def suffix(photo: UploadFile) -> None:
    if Path(photo.filename).suffix.lower() not in ALLOWED:
        raise HTTPException(415)
    head = await photo.read(16)
    await photo.seek(0)
    if not head.startswith((b"\x89PNG\r\n\x1a\n", b"GIF8")):
        raise HTTPException(415)


async def local(photo: UploadFile) -> None:
    ending = os.path.splitext(photo.filename)[1]
    if ending not in ALLOWED:
        raise HTTPException(415)
    head = await photo.read(16)
    await photo.seek(0)
    if not head.startswith((b"\x89PNG\r\n\x1a\n", b"GIF8")):
        raise HTTPException(415)


async def unpacked(photos: list[UploadFile]) -> None:
    for photo in photos:
        _, ending = os.path.splitext(photo.filename or "")
        if ending.lower() == ".png":
            print("an image")


def split(photo: UploadFile) -> bool:
    return photo.filename.split(".")[-1] in ("png", "gif")


def allowed(name: str) -> bool:
    return "." in name and name.rsplit(".", 1)[1].lower() in ALLOWED


async def helped(photo: UploadFile) -> None:
    if not allowed(photo.filename):
        raise HTTPException(415)

# %% clean: the content is looked at, the suffix decides nothing
import uuid
from pathlib import Path

import magic
from fastapi import HTTPException, UploadFile

from app.signatures import is_png

ALLOWED = {".png", ".gif"}


async def libmagic(photo: UploadFile) -> None:
    if Path(photo.filename).suffix not in ALLOWED:
        raise HTTPException(415)
    if magic.from_buffer(await photo.read(2048), mime=True) != "image/png":
        raise HTTPException(415)


async def first_bytes(photo: UploadFile) -> None:
    head = await photo.read(8)
    if not photo.filename.endswith(".png") or not head.startswith(b"\x89PNG"):
        raise HTTPException(415)


async def helper(photo: UploadFile) -> None:
    if not photo.filename.endswith(".png") or not is_png(await photo.read(8)):
        raise HTTPException(415)


def renamed(photo: UploadFile) -> str:
    return f"{uuid.uuid4()}{Path(photo.filename).suffix}"


def listed(folder: Path) -> list[Path]:
    return [entry for entry in folder.iterdir() if entry.suffix in ALLOWED]


def named(photo: UploadFile) -> None:
    if not photo.filename:
        raise HTTPException(422)

# %% file app/signatures.py
PNG = b"\x89PNG"


def is_png(head: bytes) -> bool:
    return head[:4] == PNG

# %% clean: the first bytes are looked up
from pathlib import Path

from fastapi import HTTPException, UploadFile

SIGNATURES = {b"%PDF": ".pdf"}


async def keep(file: UploadFile) -> str:
    head = await file.read(4)
    suffix = Path(file.filename or "").suffix
    if SIGNATURES.get(head) != suffix:
        raise HTTPException(415)
    return suffix
