# %% flagged: a variable and a parameter
def total(p):
#         ~ parameter `p`
    s = sum(p)
#   ~ variable `s`
    return s

# %% clean: counters, comprehensions, files, errors and type variables
from typing import TypeVar

T = TypeVar("T")


def read(rows):
    for i in range(3):
        print(i)
    try:
        with open("a") as f:
            return [r for r in f], sorted(rows, key=lambda r: r.id)
    except OSError as e:
        raise ValueError from e

# %% flagged: the letters that the guide names, and no others {"only": ["l", "O"]}
def total(p, l):
#            ~ parameter `l`
    s = p + l
    return s

# %% flagged in app/orders.py: named after a class, what a function gets, an attribute, a key
async def total(session, o: "Order", c: Customer | None = None):
#                                    ~ parameter `c`
#                        ~ parameter `o`
    r = OrderRepository(session)
#   ~ variable `r`
    l = await r.get_lines(c)
#   ~ variable `l`
    d = o.discount
#   ~ variable `d`
    w = l[0]["weight"]
#   ~ variable `w`
    q = [line.price for line in r.all(c)]
#   ~ variable `q`
    return sum(q) - d, w


async def shown(session):
    return await total(session, o=1, c=None)

# %% fixed
async def total(session, order: "Order", customer: Customer | None = None):
    order_repository = OrderRepository(session)
    lines = await order_repository.get_lines(customer)
    discount = order.discount
    weight = lines[0]["weight"]
    q = [line.price for line in order_repository.all(customer)]
    return sum(q) - discount, weight


async def shown(session):
    return await total(session, order=1, customer=None)

# %% flagged in app/orders.py: given twice, Python's own, called from elsewhere
def total(order, p: Point):
    #            ~ parameter `p`
    s = order.price
    #<
    s = order.tax
    t = order.type
    #<
    return s, t, p

# %% file app/__init__.py

# %% file app/pages.py
from app.orders import total

total(1, p=2)

# %% flagged: parameters and names of the module, where locals are free {"locals": false}
q = 3
#<
def moor(b):
#        ~ parameter
    w = b.width
    for h in w:
        print(h)
