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

# %% flagged: run for a try, and no program
def moor(boat):
    print(boat)
    #<~~~ `print`


if __name__ == "__main__":
    moor("Anna")

# %% clean in bench/speed.py: the team's linter is told to leave prints alone there
def speed(seconds):
    print(seconds)

# %% file pyproject.toml
[tool.ruff.lint.per-file-ignores]
"bench/*" = ["T20"]
