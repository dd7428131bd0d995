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
# %% fixed
from decimal import Decimal

from sqlalchemy import Column, Float, Numeric


class Item:
    price: Decimal
    amount_eur = Column(Numeric(12, 2))


RATE = Decimal("0.1")

# %% clean: other numbers, and money as Decimal
from decimal import Decimal


class Item:
    weight: float
    price: Decimal
    price_ratio: float
    rain_amount: float
    search_cost: float


RATE = Decimal("0.1")
