# %% flagged in alembic/versions/1_a.py: steps that can be undone
import sqlalchemy as sa
from alembic import op

revision: str = "a1"
down_revision: str | None = None


def upgrade() -> None:
    """Boats and their names."""
    op.create_table("boats", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("ports", sa.Column("name", sa.String()))
    op.create_index(op.f("ix_boats_id"), "boats", ["id"], unique=True)


def downgrade() -> None:
#   ~~~~~~~~~ is empty
    """Not yet."""
    pass

# %% fixed
import sqlalchemy as sa
from alembic import op

revision: str = "a1"
down_revision: str | None = None


def upgrade() -> None:
    """Boats and their names."""
    op.create_table("boats", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("ports", sa.Column("name", sa.String()))
    op.create_index(op.f("ix_boats_id"), "boats", ["id"], unique=True)


def downgrade() -> None:
    """Not yet."""
    op.drop_index(op.f("ix_boats_id"), table_name="boats")
    op.drop_column("ports", "name")
    op.drop_table("boats")

# %% flagged in alembic/versions/2_b.py: data, and none at all
from alembic import op

revision = "b2"
down_revision = "a1"


def upgrade():
#   ~~~~~~~ has no `downgrade()`
    op.execute("UPDATE boats SET name = ''")

# %% flagged in alembic/versions/3_c.py: only dots
from alembic import op

revision = "c3"
down_revision = "b2"


def upgrade():
    op.execute("UPDATE boats SET name = ''")


def downgrade():
#   ~~~~~~~~~ is empty
    ...

# %% clean in alembic/versions/4_d.py: joins two branches
revision = "d4"
down_revision = ("b2", "c3")


def upgrade():
    pass


def downgrade():
    pass

# %% clean in alembic/versions/5_e.py: nothing to undo, refused, undone
from alembic import op

revision = "e5"
down_revision = "d4"


def upgrade():
    op.drop_table("boats")


def downgrade():
    raise NotImplementedError("The boats are gone.")

# %% clean in app/plans.py: no migration
def upgrade(plan):
    plan.level += 1


def downgrade(plan):
    pass

# %% flagged in alembic/versions/6_f.py: a word in a text is no function
"""Adds the mast; no downgrade yet."""
import sqlalchemy as sa
from alembic import op

revision = "f6"
down_revision = "e5"


def upgrade():
#   ~~~~~~~ no `downgrade()`
    op.add_column("boats", sa.Column("mast", sa.Integer()))
# %% fixed alembic/versions/6_f.py
"""Adds the mast; no downgrade yet."""
import sqlalchemy as sa
from alembic import op

revision = "f6"
down_revision = "e5"


def upgrade():
    op.add_column("boats", sa.Column("mast", sa.Integer()))


def downgrade():
    op.drop_column("boats", "mast")

# %% flagged in alembic/versions/8_h.py: nothing goes back, and more follows
import sqlalchemy as sa
from alembic import op

revision = "h8"
down_revision = "g7"


def upgrade() -> None:
#   ~~~~~~~ no `downgrade()`
    """Adds keels."""
    op.create_table("keels", sa.Column("id", sa.Integer()))
    op.create_index("ix_keels", "keels", ["id"])  # for the report


def column():
    return sa.Column("id", sa.Integer())
# %% fixed
import sqlalchemy as sa
from alembic import op

revision = "h8"
down_revision = "g7"


def upgrade() -> None:
    """Adds keels."""
    op.create_table("keels", sa.Column("id", sa.Integer()))
    op.create_index("ix_keels", "keels", ["id"])  # for the report


def downgrade() -> None:
    op.drop_index("ix_keels", table_name="keels")
    op.drop_table("keels")


def column():
    return sa.Column("id", sa.Integer())

# %% clean in alembic/versions/7_g.py: it comes from elsewhere
import sqlalchemy as sa
from alembic import op

from boats.migrations import nothing as downgrade

revision = "g7"
down_revision = "f6"


def upgrade():
    op.add_column("boats", sa.Column("flag", sa.Integer()))
