"""Runs every async query function on a fresh database and prints what it gives and how many queries it took, as JSON."""

import asyncio
import inspect
import json
import sys

from sqlalchemy import event
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.pool import StaticPool

sys.path.insert(0, sys.argv[1])

from shop import async_queries  # noqa: E402
from shop.fill import fill  # noqa: E402
from shop.models import Base  # noqa: E402


async def run(function):
    engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session:
        await session.run_sync(fill)
    count = 0

    def counted(*_):
        nonlocal count
        count += 1

    event.listen(engine.sync_engine, "before_cursor_execute", counted)
    async with AsyncSession(engine) as session:
        try:
            result = await function(session)
        except MissingGreenlet:
            result = "MissingGreenlet"
    await engine.dispose()
    return {"result": result, "queries": count}


async def main():
    found = {}
    for name, function in inspect.getmembers(async_queries, inspect.iscoroutinefunction):
        found[name] = await run(function)
    print(json.dumps(found))


asyncio.run(main())
