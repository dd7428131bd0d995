# %% flagged in alembic/versions/1_boats.py: a committed migration does something else
revision = "1"
down_revision = None


def upgrade():
    create("ships")
#<~~~~~~~~~~~~~~~~~ add a new migration
# %% before
revision = "1"
down_revision = None


def upgrade():
    create("boats")

# %% clean in alembic/versions/2_ports.py: a new migration
revision = "2"
down_revision = "1"


def upgrade():
    create("ports")

# %% clean in alembic/versions/1_boats.py: comments and formatting
# What sails.
revision = "1"
down_revision = None

def upgrade():
    create('boats')
# %% before
revision = "1"
down_revision = None


def upgrade():
    create("boats")

# %% clean in app/versions/list.py: no migration
versions = [1, 2]
# %% before
versions = [1]
