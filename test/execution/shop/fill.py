"""The rows that every query function finds."""

from shop.models import Customer, Line, Order, Product, Region, Tag, Warehouse


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
