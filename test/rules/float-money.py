# %% flagged: fields and columns of money, a Decimal of a float
from decimal import Decimal

from sqlalchemy import Column, Float


class Item:
    price: float
#   ~~~~~ float
    amount_eur = Column(Float)
#   ~~~~~~~~~~ float


RATE = Decimal(0.1)
#              ~~~ Decimal

# %% clean: other numbers, and money as Decimal
from decimal import Decimal


class Item:
    weight: float
    price: Decimal
    price_ratio: float
    rain_amount: float
    search_cost: float


RATE = Decimal("0.1")
