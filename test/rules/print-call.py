# %% flagged: print and pprint
from pprint import pprint


def greet(name):
    print(f"hello {name}")
    #<~~~ `print`
    pprint(name)
    #<~~~~ `pprint`
# %% fixed
import logging
from pprint import pprint

logger = logging.getLogger(__name__)


def greet(name):
    logger.info("hello %s", name)
    logger.info("%s", name)

# %% clean: methods and names of others
from rich import print


def greet(name, printer):
    print(name)
    printer.print(name)

# %% clean in tools/report.py: a program that speaks to whoever started it
import argparse


def main():
    parser = argparse.ArgumentParser()
    print(parser.parse_args())


if __name__ == "__main__":
    main()

# %% clean in scripts/moor.py: it lies with the scripts
def moor(boat):
    print(f"{boat} is moored")

# %% clean: its exit status is its answer
import sys


def main():
    if len(sys.argv) < 2:
        print("Which boat?")
        sys.exit(1)


if __name__ == "__main__":
    main()

# %% clean: the commands of a program
import typer

app = typer.Typer()


@app.command()
def moor(boat: str):
    print(f"{boat} is moored")

# %% flagged in harbour/mooring.py: run for a try, and no program
def moor(boat):
    print(boat)
    #<~~~ `print`


if __name__ == "__main__":
    moor("Anna")

# %% file harbour/day.py
from harbour.mooring import moor

# %% clean in harbour/mooring.py: what the file says when it is run for a try
def moor(boat):
    return boat


if __name__ == "__main__":
    print(moor("Anna"))

# %% file harbour/day.py
from harbour.mooring import moor

# %% clean in load/watch.py: nobody imports what its guard starts
def watch(boats):
    print(len(boats))


def main():
    watch([])


if __name__ == "__main__":
    main()

# %% flagged in load/watch.py: it has a logger, or starts something else
import logging

logger = logging.getLogger(__name__)


def main():
    print("watching")
    #<~~~ `print`


if __name__ == "__main__":
    main()

# %% flagged in load/serve.py: a server that is started
import uvicorn


def greet(name):
    print(name)
    #<~~~ `print`


if __name__ == "__main__":
    uvicorn.run("load.serve:app")

# %% clean in tools/cli.py: arguments are read at once
import argparse
import sys

parser = argparse.ArgumentParser()
args = parser.parse_args()
print("Bad boat", file=sys.stderr)

# %% clean in berths/release.py: a part of a program
def release(boat):
    print(f"Releasing {boat}")

# %% file berths/cli.py
import argparse

from berths.release import release

parser = argparse.ArgumentParser()
args = parser.parse_args()
release(args.boat)

# %% clean in alembic/versions/1a_berths.py: whoever upgrades looks on
from alembic import op

revision = "1a"
down_revision = None


def upgrade():
    print("Adding berths")
    op.drop_table("boats")

# %% clean: lines of another program that are passed on
import sys


def watch(process):
    for line in process.stdout:
        print(line, file=sys.stderr)

# %% flagged: an error, and words about what was read
import sys


def watch(process):
    for line in process.stdout:
        print(f"read {line}", file=sys.stderr)
        #<~~~ `print`
    try:
        process.wait()
    except OSError as error:
        print(error, file=sys.stderr)
        #<~~~ `print`

# %% clean: what a program does when it is given nothing else
import json

import cyclopts

app = cyclopts.App()


@app.default
def show(boat: str):
    print(json.dumps(boat))

# %% clean in migrations/007_berths.py: the same with steps of the team's own
def upgrade(db):
    db.execute("DROP TABLE boats")
    print("Migration 007: no more boats")


def downgrade(db):
    print("Boats do not come back")

# %% flagged in migrations/helpers.py: beside the steps
def table(db, name):
    print(name)
    #<~~~ `print`
    return db.table(name)

# %% clean in berths/release.py: others only have everything of another module
def release(boat):
    print(f"Releasing {boat}")

# %% file berths/cli.py
import argparse

from berths.release import release

parser = argparse.ArgumentParser()
args = parser.parse_args()
release(args.boat)

# %% file berths/service.py
from berths.models import *

# %% file berths/models.py

# %% flagged in berths/release.py: a part of more than a program
def release(boat):
    print(f"Releasing {boat}")
    #<~~~ `print`

# %% file berths/cli.py
import argparse

from berths.release import release

parser = argparse.ArgumentParser()
args = parser.parse_args()
release(args.boat)

# %% file berths/service.py
from berths.release import release

# %% clean: the last words, what stands in for print, and the logger itself has failed
import io
import logging
import sys


def start(boats):
    if not boats:
        print("No boats", file=sys.stderr)
        sys.exit(1)
    if len(boats) > 5:
        print("Too many boats")
        raise SystemExit(2)


def quiet_print(*values, sep=" ", end="\n"):
    text = io.StringIO()
    print(*values, sep=sep, end=end, file=text)
    print(text.getvalue().lower(), end="")


def traced(*args, **kwargs):
    return print(*args, **kwargs)


def warn(boats):
    try:
        logging.getLogger("boats").warning("%s boats", boats)
    except Exception:
        print("no logger", file=sys.stderr)

# %% clean in bench/speed.py: the team's linter is told to leave prints alone there
def speed(seconds):
    print(seconds)

# %% file pyproject.toml
[tool.ruff.lint.per-file-ignores]
"bench/*" = ["T20"]

# %% flagged in moor/store.py: library code that a program imports {"library": true}
def save(berth):
    print("saved", berth)
    #<~~~ print

# %% file moor/__init__.py

# %% file moor/cli.py
import argparse

from moor.store import save

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    save(parser.parse_args())

# %% clean in moor/report.py: what a program shows has a module of its own {"library": true}
def show(berth):
    print("berth", berth)

# %% file moor/__init__.py

# %% file moor/cli.py
import argparse

from moor.report import show

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    show(parser.parse_args())
