# %% flagged: commits between deletions
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def remove(db: Session, parts, whole):
    for part in parts:
        db.delete(part)
    db.commit()
    #<~~~~~~~~~ Commit once
    db.delete(whole)


async def purge(session: AsyncSession, Part, Whole):
    await session.execute(delete(Part))
    await session.commit()
    #     ~~~~~~~~~~~~~~~~ Commit once
    await session.execute(delete(Whole).where(Whole.id == 1))
    await session.commit()


def each(db, parts):
    for part in parts:
        db.delete(part)
        db.commit()
        #<~~~~~~~~~ Commit once
# %% fixed
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def remove(db: Session, parts, whole):
    for part in parts:
        db.delete(part)
    db.delete(whole)
    db.commit()


async def purge(session: AsyncSession, Part, Whole):
    await session.execute(delete(Part))
    await session.execute(delete(Whole).where(Whole.id == 1))
    await session.commit()


def each(db, parts):
    for part in parts:
        db.delete(part)
    db.commit()

# %% clean: one commit, batches, branches, other deletions
import httpx
from sqlalchemy.orm import Session


def remove(db: Session, part, whole):
    db.add(part)
    db.commit()
    db.delete(part)
    db.delete(whole)
    db.commit()
    db.add(whole)
    db.commit()


def batches(db: Session, Part):
    while True:
        rows = db.query(Part).limit(100).all()
        if not rows:
            break
        for row in rows:
            db.delete(row)
        db.commit()


def counted(db: Session, parts):
    for number, part in enumerate(parts):
        db.delete(part)
        if number % 100 == 0:
            db.commit()
    db.commit()


def branches(db: Session, part, whole):
    if part:
        db.delete(part)
        db.commit()
        return
    db.delete(whole)
    db.commit()


def web(client: httpx.Client, db: Session):
    client.delete("/a")
    db.commit()
    client.delete("/b")

# %% flagged: a helper that commits
from sqlalchemy.orm import Session


def save(session: Session) -> None:
    session.commit()


class Store:
    def __init__(self, session: Session) -> None:
        self.session = session

    def _finish(self) -> None:
        self.session.commit()

    def clear(self, part, whole) -> None:
        self.session.delete(part)
        self._finish()
        #<~~~~~~~~~~~~ this call, which commits
        self.session.delete(whole)
        self._finish()


def clear(db: Session, part, whole) -> None:
    db.delete(part)
    save(db)
    #<~~~~~~ this call, which commits
    db.delete(whole)
    save(db)

# %% fixed
from sqlalchemy.orm import Session


def save(session: Session) -> None:
    session.commit()


class Store:
    def __init__(self, session: Session) -> None:
        self.session = session

    def _finish(self) -> None:
        self.session.commit()

    def clear(self, part, whole) -> None:
        self.session.delete(part)
        self.session.delete(whole)
        self._finish()


def clear(db: Session, part, whole) -> None:
    db.delete(part)
    db.delete(whole)
    save(db)

# %% clean: helpers that do not commit this session
from sqlalchemy.orm import Session


def note(session: Session, text: str) -> None:
    if text:
        session.commit()


def other(db: Session, archive: Session) -> None:
    archive.commit()


def clear(db: Session, archive: Session, part, whole) -> None:
    db.delete(part)
    note(db, "")
    db.delete(whole)
    db.commit()

# %% flagged: helpers that do more than commit, and one that is the last
from sqlalchemy.orm import Session


def save(session: Session) -> None:
    """Keeps it."""
    session.commit()


def note(session: Session) -> None:
    print("saved")
    session.commit()


def clear(db: Session, part, whole) -> None:
    db.delete(part)
    # So far.
    save(db)
    #<~~~~~~ which commits

    db.delete(whole)
    note(db)


def drop(db: Session, part, whole) -> None:
    db.delete(part)
    note(db)
    #<~~~~~~ which commits
    db.delete(whole)
    save(db)

# %% fixed
from sqlalchemy.orm import Session


def save(session: Session) -> None:
    """Keeps it."""
    session.commit()


def note(session: Session) -> None:
    print("saved")
    session.commit()


def clear(db: Session, part, whole) -> None:
    db.delete(part)
    # So far.

    db.delete(whole)
    note(db)


def drop(db: Session, part, whole) -> None:
    db.delete(part)
    note(db)
    db.delete(whole)
    save(db)

# %% clean: each session is a transaction of its own
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")
Maker = sessionmaker(engine)


def retire(berth, mooring) -> None:
    with Session(engine) as db:
        db.delete(berth)
        db.commit()
    with Session(engine) as db:
        db.delete(mooring)
        db.commit()


def retire_apart(db: Session, berth, moorings) -> None:
    db.delete(berth)
    with Maker() as other:
        other.add(berth.notice())
        other.commit()
    for mooring in moorings:
        with Maker() as own:
            own.delete(mooring)
            own.commit()
    db.delete(berth.quay)
    db.commit()

# %% flagged: one session, in blocks inside of its own
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

engine = create_engine("sqlite://")


def retire(berth, mooring, path) -> None:
    with Session(engine) as db:
        with open(path) as log:
            db.delete(berth)
            log.write("gone")
            db.commit()
            #<~~~~~~~~~
        db.delete(mooring)
        db.commit()

# %% clean: what follows the second commit was never begun with it
import logging

from sqlalchemy.orm import Session

logger = logging.getLogger(__name__)


def renew(db: Session, crate, items) -> None:
    db.delete(crate.lid)
    db.delete(crate)
    db.commit()
    for item in items:
        db.add(item)
    db.commit()
    logger.info("renewed")

# %% clean: the round that deletes is the last
from sqlalchemy.orm import Session


def find(db: Session, tokens, text):
    for token in tokens:
        if token.text == text:
            if token.is_stale:
                db.delete(token)
                db.commit()
                return None
            return token
    return None


def load(db: Session, names):
    for name in names:
        boat = Boat(name)
        db.add(boat)
        db.commit()
        try:
            boat.launch()
        except OSError:
            db.delete(boat)
            db.commit()
            raise

# %% clean: another round follows a commit that failed alone
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from harbour.models import Label


def save_labels(db: Session, boat, names):
    for name in names:
        try:
            db.execute(delete(Label).where(Label.boat_id == boat.id))
            db.add(Label(boat_id=boat.id, name=name))
            db.commit()
        except IntegrityError:
            db.rollback()
        else:
            return name
    raise ValueError("no name is free")
