# %% flagged: left behind
import os
import shutil
import tempfile
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp as make_folder

import aiofiles


def never(data: bytes) -> None:
    fd, path = tempfile.mkstemp(suffix=".bin")
    #          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This temporary file is never removed
    os.write(fd, data)
    os.close(fd)


def straight(data: bytes) -> int:
    folder = make_folder()
    #        ~~~~~~~~~~~~~ stays behind when something fails
    size = len(os.listdir(folder))
    shutil.rmtree(folder)
    return size


def named(data: bytes) -> int:
    with NamedTemporaryFile(delete=False) as tmp:
    #    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        tmp.write(data)
    return os.path.getsize(tmp.name)


async def below_tmp(data: bytes, key: str) -> None:
    path = f"/tmp/{key}.bin"
    async with aiofiles.open(path, "wb") as out:
    #          ~~~~~~~~~~~~~~~~~~~~~~~~~
        await out.write(data)
    await convert(path)


def below_folder(data: bytes) -> None:
    target = Path(tempfile.gettempdir()) / "scan.bin"
    target.write_bytes(data)
    #<~~~~~~~~~~~~~~~~~~~~~~


def early(data: bytes) -> int:
    path = tempfile.mkdtemp()
    #      ~~~~~~~~~~~~~~~~~~
    if not data:
        return 0
    shutil.rmtree(path)
    return 1


def only_failed() -> None:
    folder = tempfile.mkdtemp()
    #        ~~~~~~~~~~~~~~~~~~
    try:
        convert(folder)
    except ValueError:
        shutil.rmtree(folder)
        raise

# %% fixed
import os
import shutil
import tempfile
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp as make_folder

import aiofiles


def never(data: bytes) -> None:
    fd, path = tempfile.mkstemp(suffix=".bin")
    try:
        os.write(fd, data)
        os.close(fd)
    finally:
        os.unlink(path)


def straight(data: bytes) -> int:
    folder = make_folder()
    try:
        size = len(os.listdir(folder))
    finally:
        shutil.rmtree(folder)
    return size


def named(data: bytes) -> int:
    tmp = NamedTemporaryFile(delete=False)
    try:
        with tmp:
            tmp.write(data)
        return os.path.getsize(tmp.name)
    finally:
        os.unlink(tmp.name)


async def below_tmp(data: bytes, key: str) -> None:
    path = f"/tmp/{key}.bin"
    try:
        async with aiofiles.open(path, "wb") as out:
            await out.write(data)
        await convert(path)
    finally:
        Path(path).unlink(missing_ok=True)


def below_folder(data: bytes) -> None:
    target = Path(tempfile.gettempdir()) / "scan.bin"
    try:
        target.write_bytes(data)
    finally:
        target.unlink(missing_ok=True)


def early(data: bytes) -> int:
    path = tempfile.mkdtemp()
    try:
        if not data:
            return 0
    finally:
        shutil.rmtree(path)
    return 1


def only_failed() -> None:
    folder = tempfile.mkdtemp()
    try:
        convert(folder)
    except ValueError:
        shutil.rmtree(folder)
        raise

# %% clean: removed, handed on, managed
import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

LOCK = Path("/tmp/app.lock")


def managed(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as out:
        out.write(data)
        (Path(folder) / "a").write_bytes(data)


def last(data: bytes) -> None:
    fd, path = tempfile.mkstemp()
    try:
        os.write(fd, data)
    finally:
        os.close(fd)
        os.unlink(path)


def by_path(data: bytes) -> None:
    tmp = tempfile.NamedTemporaryFile(delete=False)
    where = Path(tmp.name)
    try:
        tmp.write(data)
    finally:
        where.unlink(missing_ok=True)


def returned(data: bytes) -> Path:
    folder = tempfile.mkdtemp()
    (Path(folder) / "a").write_bytes(data)
    return Path(folder)


def given() -> str:
    return tempfile.mkdtemp()


class Job:
    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp()

    def keep(self) -> None:
        folder = tempfile.mkdtemp()
        self.folders["a"] = folder


def later(tasks) -> None:
    folder = tempfile.mkdtemp()
    tasks.add_task(shutil.rmtree, folder)


def stacked() -> None:
    with ExitStack() as stack:
        folder = tempfile.mkdtemp()
        stack.callback(shutil.rmtree, folder)
        convert(folder)


def both() -> None:
    folder = tempfile.mkdtemp()
    try:
        convert(folder)
    except ValueError:
        shutil.rmtree(folder)
        raise
    shutil.rmtree(folder)


def closed() -> None:
    fd, path = tempfile.mkstemp()
    os.close(fd)
    os.remove(path)


def moved(data: bytes) -> None:
    fd, path = tempfile.mkstemp()
    os.close(fd)
    shutil.move(path, "/srv/scan")


def reading() -> bytes:
    LOCK.write_text("1")
    return open("/tmp/state", "rb").read()


def elsewhere(data: bytes, path: str) -> None:
    with open(path, "wb") as out:
        out.write(data)

# %% flagged: with a fix
import tempfile


def folder(build) -> None:
    path = tempfile.mkdtemp()
    #      ~~~~~~~~~~~~~~~~~~
    # Built in one go.
    if build:
        build(path)

# %% fixed
import shutil
import tempfile


def folder(build) -> None:
    path = tempfile.mkdtemp()
    try:
        # Built in one go.
        if build:
            build(path)
    finally:
        shutil.rmtree(path)

# %% clean: in a folder that is removed
import tempfile


def inside(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        part = tempfile.NamedTemporaryFile(dir=folder, delete=False)
        part.write(data)

# %% flagged: removed where all goes well
import os
import shutil
import tempfile


def count(data: bytes) -> int:
    folder = tempfile.mkdtemp()
    #        ~~~~~~~~~~~~~~~~~~ stays behind when something fails
    # All of it.
    size = len(os.listdir(folder)) + work(folder)

    shutil.rmtree(folder)
    return size
# %% fixed
import os
import shutil
import tempfile


def count(data: bytes) -> int:
    folder = tempfile.mkdtemp()
    try:
        # All of it.
        size = len(os.listdir(folder)) + work(folder)
    finally:
        shutil.rmtree(folder)
    return size

# %% flagged: comments, branches, and a name that is bound again
import os
import tempfile
from pathlib import Path


def report(rows: list, deep: bool) -> int:
    if deep:
        path = Path(tempfile.gettempdir()) / "report.csv"
        # Written anew each time.
        path.write_text("a")  # its head
        #<~~~~~~~~~~~~~~~~~~

        for row in rows:
            print(row)
        # That was all.
    return len(rows)


def twice(data: bytes) -> None:
    path = "/tmp/a.bin"
    path = path + ".old"
    open(path, "wb").write(data)
    #<~~~~~~~~~~~~~~ never removed


def sql(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".sql", delete=False) as out:
    #    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        out.write(
            b"a"
        )

# %% fixed
import os
import tempfile
from pathlib import Path


def report(rows: list, deep: bool) -> int:
    if deep:
        path = Path(tempfile.gettempdir()) / "report.csv"
        # Written anew each time.
        try:
            path.write_text("a")  # its head

            for row in rows:
                print(row)
        finally:
            path.unlink(missing_ok=True)
        # That was all.
    return len(rows)


def twice(data: bytes) -> None:
    path = "/tmp/a.bin"
    path = path + ".old"
    open(path, "wb").write(data)


def sql(data: bytes) -> None:
    out = tempfile.NamedTemporaryFile(suffix=".sql", delete=False)
    try:
        with out:
            out.write(
                b"a"
            )
    finally:
        os.unlink(out.name)

# %% clean: kept in a global for later, or made in a folder of the caller's
import tempfile

HOME = None


def set_up():
    global HOME
    HOME = tempfile.mkdtemp()


def write(folder, text):
    made = tempfile.NamedTemporaryFile(dir=folder, delete=False)
    made.write(text)

# %% clean: removed whenever something fails, and handed over where nothing does
import os
import tempfile


def fetch(client, publish):
    handle, name = tempfile.mkstemp()
    os.close(handle)
    try:
        client.load(name)
        return publish(name)
    except BaseException:
        os.unlink(name)
        raise

# %% clean: inside an object or a folder that is handed on, removed by what holds it, or under its resolved name
import os
import tempfile
from pathlib import Path


def load(client, folder=None):
    folder = folder or tempfile.mkdtemp(prefix="boats-")
    path = Path(folder) / os.path.basename(client.key)
    client.load(str(path))
    return {"path": str(path)}


def berth(client):
    folder = Path(tempfile.mkdtemp())
    try:
        berth = Berth(path=folder)
        client.load(berth)
        return berth
    except OSError:
        folder.rmdir()
        raise


def unpack(data: bytes) -> int:
    with tempfile.NamedTemporaryFile(delete=False) as out:
        out.write(data)
        path = Path(out.name)
    archive = Archive(path)
    try:
        count = archive.unpack()
        archive.cleanup()
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return count


def store(client, folder: Path, name: str) -> str:
    out = tempfile.NamedTemporaryFile(delete=False)
    path = Path(out.name).resolve()
    try:
        client.load(out)
        path.replace(folder / name)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return name

# %% flagged: what is made of it stays in the function
import tempfile
from pathlib import Path


def count(client) -> int:
    folder = tempfile.mkdtemp()
    #        ~~~~~~~~~~~~~~~~~~ is never removed
    path = Path(folder) / "boats"
    client.load(path)
    path.unlink()
    return client.count


def read(client) -> str:
    with tempfile.NamedTemporaryFile(delete=False) as out:
    #    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ is never removed
        client.load(out)
    path = Path(out.name).resolve()
    return path.read_text()

# %% clean: a folder that the caller may name holds the results
import tempfile
from pathlib import Path


def pack(source: Path, target: Path | None = None) -> str:
    if target is None:
        target = Path(tempfile.mkdtemp())
    return compress(source, target)
