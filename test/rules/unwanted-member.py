# %% flagged in tests/test_orders.py: a constructor in a test class {"kind": "test", "members": ["__init__"]}
class TestOrders:
    def __init__(self):
#       ~~~~~~~~ defines `__init__`
        self.total = 0

    def test_total(self):
        assert self.total == 0

# %% clean in tests/test_orders.py: another class of the tests {"kind": "test", "members": ["__init__"]}
class FakeShop:
    def __init__(self):
        self.total = 0


class TestOrders:
    def test_total(self):
        assert FakeShop().total == 0

# %% flagged: a model that overrides what it inherits {"kind": "orm model", "members": ["save"]}
from django.db import models


class Order(models.Model):
    total = models.IntegerField()

    def save(self, *args, **kwargs):
#       ~~~~ defines `save`
        super().save(*args, **kwargs)


class Basket:
    def save(self):
        return None

# %% flagged in shop/services/orders.py: an attribute counts as well {"kind": "service", "members": ["instance"]}
class OrderService:
    instance = None
#   ~~~~~~~~ defines `instance`
