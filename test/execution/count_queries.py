"""Runs every query function on a fresh database and prints what it gives and how many queries it took, as JSON."""

import inspect
import json
import sys

from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

sys.path.insert(0, sys.argv[1])

from shop import queries  # noqa: E402
from shop.models import Base, Customer, Line, Order, Product, Region, Tag, Warehouse  # noqa: E402


def fill(db):
    regions = [Region(name=f"r{i}") for i in range(4)]
    tags = [Tag(name=f"t{i}") for i in range(3)]
    products = [Product(name=f"p{i}", warehouse=Warehouse(city=f"w{i}")) for i in range(6)]
    for i in range(8):
        customer = Customer(name=f"c{i}", region=regions[i % 4])
        for j in range(2):
            order = Order(total=10 + i, customer=customer, tags=tags[: (i + j) % 3])
            order.lines = [Line(amount=k, product=products[(i + j + k) % 6]) for k in range(3)]
            db.add(order)
    db.commit()


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
    if function.__module__ == "shop.queries" and list(inspect.signature(function).parameters) == ["db"] and name != "open_orders"
]
print(json.dumps({function.__name__: run(function) for function in functions}))
