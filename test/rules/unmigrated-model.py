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
revision = "0001"
down_revision = None
# %% before alembic/versions/0001_start.py
revision = "0001"
down_revision = None

# %% fixed alembic/versions/cb0e261665d0_add_orders_note.py
"""Adds orders.note."""

import sqlalchemy as sa
from alembic import op

revision = "cb0e261665d0"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("orders", sa.Column("note", sa.String(), nullable=False))


def downgrade() -> None:
    op.drop_column("orders", "note")

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

# %% fixed shop/migrations/0002_remove_order_note.py
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]

    operations = [
        migrations.RemoveField(model_name="order", name="note"),
    ]

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

# %% flagged in shop/models.py: a new field of Django's
from django.db import models


class Order(models.Model):
    total = models.IntegerField()
    note = models.CharField(max_length=20, default="")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ `Order.note` is new
# %% before
from django.db import models


class Order(models.Model):
    total = models.IntegerField()
# %% file shop/migrations/0001_initial.py
VALUE = 1
# %% before shop/migrations/0001_initial.py
VALUE = 1
# %% file shop/migrations/0002_total.py
VALUE = 1
# %% before shop/migrations/0002_total.py
VALUE = 1

# %% fixed shop/migrations/0003_order_note.py
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0002_total")]

    operations = [
        migrations.AddField(model_name="order", name="note", field=models.CharField(max_length=20, default="")),
    ]
