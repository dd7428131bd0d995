# %% flagged: joined to a path
import os
from pathlib import Path

import aiofiles
from fastapi import UploadFile
from starlette.datastructures import UploadFile as Raw

ROOT = Path("/srv/scans")


async def slash(scan: UploadFile) -> None:
    target = ROOT / scan.filename
    #        ~~~~~~~~~~~~~~~~~~~~ `scan.filename` becomes a part of the path
    target.write_bytes(b"")


async def join(scan: UploadFile, owner: int) -> None:
    path = os.path.join("/srv", str(owner), scan.filename or "scan")
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    async with aiofiles.open(path, "wb") as out:
        await out.write(b"")


def many(scans: list[UploadFile]) -> None:
    for scan in scans:
        name = os.path.basename(scan.filename)
        ROOT.joinpath(name).touch()
        #<~~~~~~~~~~~~~~~~~


def raw(scan: Raw | None = None) -> None:
    open("/srv/scans/" + scan.filename, "wb")
    #    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def helped(scan: UploadFile) -> None:
    store(scan.filename, b"")


def store(name: str, content: bytes) -> None:
    (ROOT / name).write_bytes(content)
   # ~~~~~~~~~~~


def text(scan: UploadFile) -> None:
    where = f"/srv/scans/{scan.filename}"
    #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    with open(where, "wb") as out:
        out.write(b"")
# %% fixed
import os
import uuid
from pathlib import Path

import aiofiles
from fastapi import UploadFile
from starlette.datastructures import UploadFile as Raw

ROOT = Path("/srv/scans")


async def slash(scan: UploadFile) -> None:
    target = ROOT / f"{uuid.uuid4()}{Path(scan.filename).suffix}"
    target.write_bytes(b"")


async def join(scan: UploadFile, owner: int) -> None:
    path = os.path.join("/srv", str(owner), f"{uuid.uuid4()}{Path(scan.filename or '').suffix}")
    async with aiofiles.open(path, "wb") as out:
        await out.write(b"")


def many(scans: list[UploadFile]) -> None:
    for scan in scans:
        name = os.path.basename(scan.filename)
        ROOT.joinpath(f"{uuid.uuid4()}{Path(name).suffix}").touch()


def raw(scan: Raw | None = None) -> None:
    open("/srv/scans/" + f"{uuid.uuid4()}{Path(scan.filename).suffix}", "wb")


def helped(scan: UploadFile) -> None:
    store(scan.filename, b"")


def store(name: str, content: bytes) -> None:
    (ROOT / f"{uuid.uuid4()}{Path(name).suffix}").write_bytes(content)


def text(scan: UploadFile) -> None:
    where = f"/srv/scans/{uuid.uuid4()}{Path(scan.filename).suffix}"
    with open(where, "wb") as out:
        out.write(b"")

# %% clean: suffixes, unique names, and other uses
import os
import uuid
from pathlib import Path

from fastapi import UploadFile

ROOT = Path("/srv/scans")


class Entry:
    filename: str


def suffix(scan: UploadFile) -> Path:
    return ROOT / f"{uuid.uuid4()}{Path(scan.filename).suffix}"


def extension(scan: UploadFile) -> str:
    _, ending = os.path.splitext(scan.filename)
    other = scan.filename.rsplit(".", 1)[-1]
    return os.path.join("/srv", uuid.uuid4().hex + ending) + os.path.join("/srv", f"a.{other}")


def prefixed(scan: UploadFile) -> Path:
    token = uuid.uuid4().hex
    return ROOT / f"{token}_{scan.filename}"


def known(entry: Entry, scan: UploadFile) -> str:
    print(f"{scan.filename} has come")
    (ROOT / entry.filename).touch()
    return f"{scan.filename}/{entry.filename}"


def replaced(scan: UploadFile) -> Path:
    name = scan.filename
    print(name)
    name = uuid.uuid4().hex
    return ROOT / name


def ratio(scan: UploadFile, total: int) -> float:
    return total / len(scan.filename)

# %% flagged: with a fix
from pathlib import Path

from fastapi import UploadFile

ROOT = Path("/srv")


def one(scan: UploadFile) -> Path:
    return ROOT / "in" / scan.filename
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~


def two(scan: UploadFile) -> None:
    open(f"/srv/{scan.filename}", "wb").close()
    #    ~~~~~~~~~~~~~~~~~~~~~~~

# %% fixed
import uuid
from pathlib import Path

from fastapi import UploadFile

ROOT = Path("/srv")


def one(scan: UploadFile) -> Path:
    return ROOT / "in" / f"{uuid.uuid4()}{Path(scan.filename).suffix}"


def two(scan: UploadFile) -> None:
    open(f"/srv/{uuid.uuid4()}{Path(scan.filename).suffix}", "wb").close()

# %% flagged: behind a unique identifier, where the team wants none of it {"prefixAllowed": false}
import uuid
from pathlib import Path

from fastapi import UploadFile

MEDIA = Path("/srv/media")


async def keep(photo: UploadFile) -> Path:
    with open(f"/srv/media/{uuid.uuid4()}_{photo.filename}", "wb") as out:
        #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        out.write(b"")
    return MEDIA / f"{uuid.uuid4()}{Path(photo.filename).suffix}"
# %% fixed
import uuid
from pathlib import Path

from fastapi import UploadFile

MEDIA = Path("/srv/media")


async def keep(photo: UploadFile) -> Path:
    with open(f"/srv/media/{uuid.uuid4()}_{uuid.uuid4()}{Path(photo.filename).suffix}", "wb") as out:
        out.write(b"")
    return MEDIA / f"{uuid.uuid4()}{Path(photo.filename).suffix}"

# %% flagged: one path, built twice
import shutil
from pathlib import Path

from fastapi import UploadFile


def keep(folder: Path, photo: UploadFile) -> Path:
    with folder.joinpath(photo.filename).open("wb") as kept:
    #    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ own file name
        shutil.copyfileobj(photo.file, kept)
    return folder.joinpath(photo.filename)
# %% fixed
import shutil
import uuid
from pathlib import Path

from fastapi import UploadFile


def keep(folder: Path, photo: UploadFile) -> Path:
    stored_name = f"{uuid.uuid4()}{Path(photo.filename).suffix}"
    with folder.joinpath(stored_name).open("wb") as kept:
        shutil.copyfileobj(photo.file, kept)
    return folder.joinpath(stored_name)

# %% flagged: one path, built twice in a loop, and in branches
import os
from pathlib import Path

from fastapi import UploadFile


async def keep_all(folder: Path, photos: list[UploadFile]) -> None:
    for photo in photos:
        # One after the other.
        (folder / photo.filename).touch()
       # ~~~~~~~~~~~~~~~~~~~~~~~ `photo.filename`
        os.chmod(folder / photo.filename, 0o600)


async def keep_first(folder: Path, photos: list[UploadFile]) -> None:
    for photo in photos: (folder / photo.filename).touch()
    #                     ~~~~~~~~~~~~~~~~~~~~~~~ `photo.filename`
    os.chmod(folder / photo.filename, 0o600)


async def keep_named(folder: Path, photo: UploadFile, small: bool) -> None:
    if small:
        (folder / photo.filename).touch()
       # ~~~~~~~~~~~~~~~~~~~~~~~ `photo.filename`
    else:
        (folder / photo.filename).write_bytes(b"")


async def base(folder: Path, photo: UploadFile) -> None:
    (folder / Path(photo.filename).name).touch()
   # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `photo.filename`
    folder.joinpath(Path(photo.filename or "x").name).touch()

# %% fixed
import os
import uuid
from pathlib import Path

from fastapi import UploadFile


async def keep_all(folder: Path, photos: list[UploadFile]) -> None:
    for photo in photos:
        # One after the other.
        stored_name = f"{uuid.uuid4()}{Path(photo.filename).suffix}"
        (folder / stored_name).touch()
        os.chmod(folder / stored_name, 0o600)


async def keep_first(folder: Path, photos: list[UploadFile]) -> None:
    for photo in photos: (folder / photo.filename).touch()
    os.chmod(folder / photo.filename, 0o600)


async def keep_named(folder: Path, photo: UploadFile, small: bool) -> None:
    stored_name = f"{uuid.uuid4()}{Path(photo.filename).suffix}"
    if small:
        (folder / stored_name).touch()
    else:
        (folder / stored_name).write_bytes(b"")


async def base(folder: Path, photo: UploadFile) -> None:
    (folder / Path(photo.filename).name).touch()
    folder.joinpath(Path(photo.filename or "x").name).touch()
