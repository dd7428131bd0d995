"""Runs every query function on a fresh database and prints what it gives and how many queries it took, as JSON."""

import inspect
import json
import sys

from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

sys.path.insert(0, sys.argv[1])

from shop import queries  # noqa: E402
from shop.fill import fill  # noqa: E402
from shop.models import Base  # noqa: E402


def run(function):
    engine = create_engine("sqlite://", future=True)
    Base.metadata.create_all(engine)
    with Session(engine, future=True) as db:
        fill(db)
    count = 0

    def counted(*_):
        nonlocal count
        count += 1

    event.listen(engine, "before_cursor_execute", counted)
    with Session(engine, future=True) as db:
        result = function(db)
    return {"result": result, "queries": count}


functions = [
    function
    for name, function in inspect.getmembers(queries, inspect.isfunction)
    if function.__module__ == "shop.queries"
    and next(iter(inspect.signature(function).parameters)) == "db"
    and name not in ("open_orders", "every_order")
]
print(json.dumps({function.__name__: run(function) for function in functions}))
