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
