# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = "jobs"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str]


def begin(job: Job) -> None:
    job.status = Status.RUNNING

# %% flagged in app/main.py: starts with other things
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.jobs import create_tables


@asynccontextmanager
async def lifespan(app):
    create_tables()
    yield


app = FastAPI(lifespan=lifespan)
#     ~~~~~~~~~~~~~~~~~~~~~~~~~~ cleans nothing up

# %% file app/jobs.py
def create_tables():
    pass


def cleanup_zombies():
    pass
# %% fixed
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.jobs import cleanup_zombies, create_tables


@asynccontextmanager
async def lifespan(app):
    create_tables()
    cleanup_zombies()
    yield


app = FastAPI(lifespan=lifespan)

# %% flagged in app/main.py: an event, and a cleanup that waits and says so by what it does
from fastapi import FastAPI

from app import jobs

app = FastAPI()
#     ~~~~~~~~~ cleans nothing up


@app.on_event("startup")
async def prepare():
    """Opens the harbour."""
    if app.debug:
        print("open")
    # Then the work.

# %% file app/jobs.py
from sqlalchemy import update

from app.models import Job, session


async def close_old_days(limit=3):
    await session.execute(update(Job).where(Job.status == "running").values(status="failed"))


async def reset_session(name):
    print(name)
# %% clean in app/main.py: through a call
from fastapi import FastAPI

app = FastAPI()


@app.on_event("startup")
async def prepare():
    await reset_jobs()


async def reset_jobs():
    pass

# %% flagged in app/main.py: several could be meant
from fastapi import FastAPI

app = FastAPI()
#     ~~~~~~~~~ cleans nothing up


@app.on_event("startup")
async def prepare():
    print("open")


async def reset_stale_jobs():
    pass


async def purge_dead_tasks():
    pass

# %% flagged in app/main.py: recovers first
from fastapi import FastAPI

from app.jobs import cleanup_zombies, recover_jobs

app = FastAPI()
#     ~~~~~~~~~ `recover_jobs` runs before the cleanup


@app.on_event("startup")
async def prepare():
    await recover_jobs()
    await cleanup_zombies()

# %% file app/jobs.py
async def recover_jobs():
    pass


async def cleanup_zombies():
    pass
# %% fixed
from fastapi import FastAPI

from app.jobs import cleanup_zombies, recover_jobs

app = FastAPI()


@app.on_event("startup")
async def prepare():
    await cleanup_zombies()
    await recover_jobs()

# %% clean in app/main.py: through a service, under another name
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.jobs import Jobs


@asynccontextmanager
async def manage(app):
    jobs.begin_day()
    yield


jobs = Jobs()
app = FastAPI(lifespan=manage)

# %% file app/jobs.py
from sqlalchemy import update

from app.models import Job


class Jobs:
    def begin_day(self):
        self.db.execute(update(Job).where(Job.status == "running").values(status="failed"))

# %% clean in app/main.py: cleans, then recovers
from fastapi import FastAPI

from app.jobs import cleanup_zombies, recover_jobs


async def startup() -> None:
    await cleanup_zombies()
    await recover_jobs()


app = FastAPI(on_startup=[startup])

# %% file app/jobs.py
async def recover_jobs():
    pass


async def cleanup_zombies():
    pass

# %% clean in app/main.py: no state outlives the process
from fastapi import FastAPI

app = FastAPI()

# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str]


def launch(boat: Boat) -> None:
    boat.status = "afloat"

# %% clean in app/main.py: the start-up function cleans up itself
from fastapi import FastAPI
from sqlalchemy import update

from app.models import Job, session

app = FastAPI()


@app.on_event("startup")
def begin_day():
    with session() as db:
        db.execute(update(Job).where(Job.status == "running").values(status="failed"))
        db.commit()
# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = "jobs"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str]


def begin() -> Job:
    return Job(status="running")

# %% clean in app/main.py: a method of an object that start-up makes, and a function that it hands on
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.boot import Boot


@asynccontextmanager
async def open_harbour(app):
    boot = Boot()
    await boot.prepare()
    yield


app = FastAPI(lifespan=open_harbour)
# %% file app/boot.py
import asyncio

from app.models import reset_stale_jobs


class Boot:
    async def prepare(self):
        await self._first()

    async def _first(self):
        await asyncio.to_thread(reset_stale_jobs)
# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = "jobs"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str]


def begin() -> Job:
    return Job(status="running")


def reset_stale_jobs():
    pass

# %% clean in shore/main.py: what is running is another application's
from contextlib import asynccontextmanager

from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app):
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/berths")
def berths():
    return []


@app.get("/piers")
def piers():
    return []
# %% file app/main.py
from fastapi import FastAPI

from app.models import begin

app = FastAPI()


@app.post("/jobs")
def begun():
    return begin()
