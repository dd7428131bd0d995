# %% flagged in app/models.py: a new column
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str]
#   ~~~~~~~~~~~~~~~~~ The column `Order.note` is new
# %% before
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
# %% file alembic/versions/0001_start.py
VALUE = 1
# %% before alembic/versions/0001_start.py
VALUE = 1

# %% flagged in shop/models.py: of Django, and one that is gone
from django.db import models


class Order(models.Model):
#     ~~~~~ `Order.note` is gone
    total = models.IntegerField()
# %% before
from django.db import models


class Order(models.Model):
    total = models.IntegerField()
    note = models.TextField()
# %% file shop/migrations/0001_initial.py
VALUE = 1
# %% before shop/migrations/0001_initial.py
VALUE = 1

# %% clean in shop/models.py: with a migration
from django.db import models


class Order(models.Model):
    total = models.BigIntegerField()
# %% before
from django.db import models


class Order(models.Model):
    total = models.IntegerField()
# %% file shop/migrations/0002_total.py
VALUE = 1

# %% clean in shop/models.py: methods and formatting
from django.db import models


class Order(models.Model):
    total = models.IntegerField(
        default=0,
    )

    def __str__(self):
        return "order"
# %% before
from django.db import models


class Order(models.Model):
    total = models.IntegerField(default=0)
# %% file shop/migrations/0001_initial.py
VALUE = 1
# %% before shop/migrations/0001_initial.py
VALUE = 1

# %% clean in shop/models.py: no migrations in the project
from django.db import models


class Order(models.Model):
    total = models.BigIntegerField()
# %% before
from django.db import models


class Order(models.Model):
    total = models.IntegerField()
