# %% flagged: engine, factory, and an annotation
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("postgresql:///boats")
#        ~~~~~~~~~~~~~
make = sessionmaker(engine)
#      ~~~~~~~~~~~~


def count(db: Session) -> int:
#             ~~~~~~~
    with Session(engine) as other:
#        ~~~~~~~
        return other.count() + db.count()

# %% clean: async ones, and other sessions
from requests import Session
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import sessionmaker

engine = create_async_engine("postgresql+asyncpg:///boats")
make = async_sessionmaker(engine)
older = sessionmaker(engine, class_=AsyncSession)


async def count(db: AsyncSession, web: Session) -> int:
    return await db.count() + Session().count()
