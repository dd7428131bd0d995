# %% flagged: rows that go without a word
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def remove(db: Session, part):
    db.delete(part)
    #<~~~~~~~~~~~~~ part
    db.commit()


def clear(db: Session, Part):
    db.query(Part).filter(Part.id == 1).delete()
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Part


async def purge(session: AsyncSession, Part):
    await session.execute(delete(Part).where(Part.id == 1))
    #     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Part


class Store:
    def __init__(self, session):
        self.session = session

    def drop(self, row):
        self.session.delete(row)
        #<~~~~~~~~~~~~~~~~~~~~~~ row
        self.session.commit()
# %% fixed
import logging

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

logger = logging.getLogger(__name__)


def remove(db: Session, part):
    db.delete(part)
    logger.info("Deleted part", extra={"part_id": part.id})
    db.commit()


def clear(db: Session, Part):
    db.query(Part).filter(Part.id == 1).delete()
    logger.info("Deleted Part rows")


async def purge(session: AsyncSession, Part):
    await session.execute(delete(Part).where(Part.id == 1))
    logger.info("Deleted Part rows")


class Store:
    def __init__(self, session):
        self.session = session

    def drop(self, row):
        self.session.delete(row)
        logger.info("Deleted row", extra={"row_id": row.id})
        self.session.commit()

# %% clean: logged, no rows, other things that delete
import logging

import httpx
from sqlalchemy.orm import Session

logger = logging.getLogger(__name__)


def remove(db: Session, parts):
    for part in parts:
        db.delete(part)
    db.commit()
    logger.info("removed %s parts", len(parts))


def audited(db: Session, part, audit_log):
    db.delete(part)
    audit_log.write(part)
    db.commit()


def web(client: httpx.Client, cache, db: Session):
    client.delete("/a")
    cache.delete("key")
    db.commit()


class Processes:
    def __init__(self):
        self.running = {}

    def stop(self, key):
        self.running.pop(key).terminate()
# %% flagged: cleanups that go without a word {"kinds": ["cleanup"]}
import os


class Processes:
    def __init__(self):
        self.running = {}

    def rotate(self, key, process):
        process.terminate()
        #<~~~~~~~~~~~~~~~~~ rotate
        process.kill()

    def cleanup(self, key, path):
        self.running.pop(key, None)
        #<~~~~~~~~~~~~~~~~~~~~~~~~~ cleanup
        os.remove(path)
# %% fixed
import logging
import os

logger = logging.getLogger(__name__)


class Processes:
    def __init__(self):
        self.running = {}

    def rotate(self, key, process):
        process.terminate()
        logger.info("Stopped %s", process)
        process.kill()

    def cleanup(self, key, path):
        self.running.pop(key, None)
        logger.info("Removed %s", key)
        os.remove(path)

# %% clean: cleanups with a line in the log, other functions {"kinds": ["cleanup"]}
import logging
import os

logger = logging.getLogger(__name__)


class Processes:
    def __init__(self):
        self.running = {}

    def cleanup(self, key):
        self.running.pop(key, None)
        logger.info("removed", extra={"key": key})

    def take(self, key):
        return self.running.pop(key, None)

    def write(self, path):
        os.remove(path)

# %% flagged in app/forest.py: once, in the method that deletes, and not where its own class calls it
from sqlalchemy.orm import Session

from app.models import Tree


class Forest:
    def __init__(self, session: Session) -> None:
        self.session = session

    def delete(self, tree: Tree) -> None:
        self.session.delete(tree)
        #<~~~~~~~~~~~~~~~~~~~~~~~ Nothing in the log

    def remove(self, tree: Tree) -> None:
        self.delete(tree)
# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Tree(Base):
    __tablename__ = "trees"
    id: Mapped[int] = mapped_column(primary_key=True)
# %% fixed
import logging

from sqlalchemy.orm import Session

from app.models import Tree

logger = logging.getLogger(__name__)


class Forest:
    def __init__(self, session: Session) -> None:
        self.session = session

    def delete(self, tree: Tree) -> None:
        self.session.delete(tree)
        logger.info("Deleted tree", extra={"tree_id": tree.id})

    def remove(self, tree: Tree) -> None:
        self.delete(tree)

# %% flagged in app/purge.py: a statement that is made first is told once, where it runs
from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.models import Tree


def purge(session: Session) -> None:
    statement = delete(Tree).where(Tree.id > 3)
    session.execute(statement)
    #<~~~~~~~~~~~~~~~~~~~~~~~~ Nothing in the log
# %% file app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Tree(Base):
    __tablename__ = "trees"
    id: Mapped[int] = mapped_column(primary_key=True)
# %% fixed
import logging

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.models import Tree

logger = logging.getLogger(__name__)


def purge(session: Session) -> None:
    statement = delete(Tree).where(Tree.id > 3)
    session.execute(statement)
    logger.info("Deleted Tree rows")

# %% flagged: once, though the model is known and the statement is made on the spot
from sqlalchemy import Column, Integer, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Part(Base):
    __tablename__ = "parts"
    id = Column(Integer, primary_key=True)


async def purge(session: AsyncSession) -> int:
    result = await session.execute(delete(Part).where(Part.id > 4))
    #              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Part
    return result.rowcount
# %% fixed
import logging

from sqlalchemy import Column, Integer, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import declarative_base

logger = logging.getLogger(__name__)

Base = declarative_base()


class Part(Base):
    __tablename__ = "parts"
    id = Column(Integer, primary_key=True)


async def purge(session: AsyncSession) -> int:
    result = await session.execute(delete(Part).where(Part.id > 4))
    logger.info("Deleted Part rows")
    return result.rowcount

# %% clean: a function of the file that is called logs it
import logging

from sqlalchemy.orm import Session

logger = logging.getLogger(__name__)


class Store:
    def __init__(self, db: Session):
        self.db = db

    def remove(self, part):
        self.db.delete(part)
        self._tell(part)

    def _tell(self, part):
        logger.info("part is gone", extra={"part_id": part.id})

# %% flagged: a function of the file that is called logs nothing either
from sqlalchemy.orm import Session


def remove(db: Session, part) -> None:
    db.delete(part)
    #<~~~~~~~~~~~~~ `part`
    count(part)


def count(part):
    return part.id
# %% fixed
import logging

from sqlalchemy.orm import Session

logger = logging.getLogger(__name__)


def remove(db: Session, part) -> None:
    db.delete(part)
    logger.info("Deleted part", extra={"part_id": part.id})
    count(part)


def count(part):
    return part.id

# %% clean: a signal to the own process is no cleanup {"kinds": ["cleanup"]}
import os
import signal


def hand_on(number):
    os.kill(os.getpid(), number)


def probe(pid):
    os.kill(pid, 0)

# %% clean in alembic/versions/7_prune.py: a migration
from alembic import op
from sqlalchemy import text
from sqlalchemy.orm import Session

revision = "7"
down_revision = "6"


def upgrade():
    session = Session(op.get_bind())
    session.execute(text("DELETE FROM moorings WHERE gone"))

# %% flagged: an entry that is deleted by its key {"kinds": ["cleanup"]}
class Piers:
    def __init__(self):
        self.boats = {}

    def cleanup(self, pier):
        del self.boats[pier]
        #<~~~~~~~~~~~~~~~~~~ cleanup
# %% fixed
import logging

logger = logging.getLogger(__name__)


class Piers:
    def __init__(self):
        self.boats = {}

    def cleanup(self, pier):
        del self.boats[pier]
        logger.info("Removed %s", pier)

# %% clean: a private helper, whose callers say what goes
import logging

from sqlalchemy.orm import Session

logger = logging.getLogger(__name__)


def sweep(db: Session, berths) -> None:
    for berth in berths:
        logger.info("Removing berth %s", berth.id)
        _remove(db, berth)
    db.commit()


def _remove(db: Session, berth) -> None:
    db.delete(berth)

# %% clean in app/boats.py: a function elsewhere that is told of it logs
from sqlalchemy.orm import Session

from app import events


def remove(db: Session, boat):
    db.delete(boat)
    events.emit(db, f"Boat {boat.name} deleted")
# %% file app/__init__.py
# %% file app/events.py
import logging

logger = logging.getLogger(__name__)


def emit(db, message):
    logger.info("Event: %s", message)
    db.add(message)

# %% flagged in app/boats.py: a function elsewhere logs other things, or none
import logging

from sqlalchemy.orm import Session

from app import events

logger = logging.getLogger(__name__)


def remove(db: Session, boat):
    db.delete(boat)
    #<~~~~~~~~~~~~~
    events.keep(db, "deleted")
    events.greet(db)
# %% file app/__init__.py
# %% file app/events.py
import logging

logger = logging.getLogger(__name__)


def keep(db, message):
    db.add(message)


def greet(db):
    logger.info("Hello")
# %% fixed
import logging

from sqlalchemy.orm import Session

from app import events

logger = logging.getLogger(__name__)


def remove(db: Session, boat):
    db.delete(boat)
    logger.info("Deleted boat", extra={"boat_id": boat.id})
    events.keep(db, "deleted")
    events.greet(db)

# %% clean in app/crud.py: every caller logs it
from sqlalchemy.orm import Session


def remove_boat(db: Session, boat):
    db.delete(boat)
    db.commit()
# %% file app/__init__.py
# %% file app/routes.py
import logging

from app import crud

logger = logging.getLogger(__name__)


def delete(db, boat):
    crud.remove_boat(db, boat)
    logger.info("Boat %s deleted", boat.name)

# %% flagged in app/crud.py: one caller logs something else
from sqlalchemy.orm import Session


def remove_boat(db: Session, boat):
    db.delete(boat)
    #<~~~~~~~~~~~~~
    db.commit()
# %% file app/__init__.py
# %% file app/routes.py
import logging

from app.crud import remove_boat

logger = logging.getLogger(__name__)


def delete(db, boat):
    remove_boat(db, boat)
    logger.info("Boat %s deleted", boat.name)


def replace(db, boat):
    logger.info("Replacing")
    remove_boat(db, boat)
# %% fixed
import logging

from sqlalchemy.orm import Session

logger = logging.getLogger(__name__)


def remove_boat(db: Session, boat):
    db.delete(boat)
    logger.info("Deleted boat", extra={"boat_id": boat.id})
    db.commit()

# %% clean: helpers of a cleanup that logs, and a logger of Tornado's {"kinds": ["rows", "cleanup"]}
from tornado.log import app_log


class Proxy:
    def stop(self):
        self.log.info("Stopping proxy")
        self._terminate()

    def _terminate(self):
        if self.has_children:
            self._terminate_children()
        else:
            self.process.terminate()

    def _terminate_children(self):
        for child in self.children:
            child.terminate()


def remove(db, part):
    db.delete(part)
    db.commit()
    app_log.info("Part %s is gone", part)

# %% clean: a decorator writes it down
from sqlalchemy.orm import Session

from harbour.audit import audit_log, logged


@audit_log(resource="berth", action="delete")
def remove_berth(db: Session, berth) -> None:
    db.delete(berth)
    db.commit()


@logged
def remove_crane(db: Session, crane) -> None:
    db.delete(crane)
    db.commit()


class Berths:
    def drop(self, db: Session, berth) -> None:
        self.record_event({"action": "delete", "berth": berth.id})
        db.delete(berth)
