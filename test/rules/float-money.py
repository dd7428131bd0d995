# %% flagged: fields and columns of money, a Decimal of a float
from decimal import Decimal

from sqlalchemy import Column, Float


class Item:
    price: float
#   ~~~~~ float
    total_amount = Column(Float)
#   ~~~~~~~~~~~~ float


RATE = Decimal(0.1)
#              ~~~ Decimal

# %% clean: other numbers, and money as Decimal
from decimal import Decimal


class Item:
    weight: float
    price: Decimal
    price_ratio: float


RATE = Decimal("0.1")
