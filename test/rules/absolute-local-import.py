# %% file shop/__init__.py
# %% file shop/models.py
class Order:
    pass

# %% flagged in shop/orders.py: the package's own
from shop.models import Order
#    ~~~~~~~~~~~ relatively

print(Order)
# %% fixed
from .models import Order

print(Order)

# %% clean in shop/orders.py: relative, and other packages
from json import dumps

from .models import Order

print(Order, dumps)

# %% clean in scripts/run.py: outside the package
from shop.models import Order

print(Order)
