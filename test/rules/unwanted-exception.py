# %% flagged: raised as a class, a call, by another name {"raised": ["HTTPException"]}
import fastapi
from fastapi import HTTPException as Failure


def find(key):
    if key == 1:
        raise Failure
#             ~~~~~~~ not to be raised here
    if key == 2:
        raise Failure(404) from None
#             ~~~~~~~ not to be raised
    raise fastapi.HTTPException(status_code=404)
#         ~~~~~~~~~~~~~~~~~~~~~ not to be raised
# %% fixed
import fastapi
from fastapi import HTTPException as Failure


class ModuleError(Exception):
    pass


def find(key):
    if key == 1:
        raise ModuleError
    if key == 2:
        raise ModuleError() from None
    raise ModuleError()

# %% flagged: with what to raise instead {"raised": ["builtins.ValueError"], "instead": "OrderError"}
def ship(order):
    raise ValueError("no order")
#         ~~~~~~~~~~ Raise `OrderError`
# %% fixed
class OrderError(Exception):
    pass


def ship(order):
    raise OrderError("no order")

# %% flagged: caught alone, in a tuple, with a name, in a group {"caught": ["builtins.BaseException", "SQLAlchemyError"]}
from sqlalchemy import exc


def load(run):
    try:
        run()
    except BaseException:
#          ~~~~~~~~~~~~~ not to be caught here
        pass
    try:
        run()
    except (OSError, exc.SQLAlchemyError) as error:
#                    ~~~~~~~~~~~~~~~~~~~ not to be caught
        print(error)
# %% fixed
from sqlalchemy import exc


def load(run):
    try:
        run()
    except Exception:
        pass
    try:
        run()
    except OSError as error:
        print(error)

# %% flagged in shop/services/orders.py: outside the place that may {"raised": ["HTTPException"], "owners": ["shop/web/"]}
from fastapi import HTTPException


def ship():
    raise HTTPException(404)
#         ~~~~~~~~~~~~~ outside `shop/web/`
# %% fixed
from fastapi import HTTPException


class OrderError(Exception):
    pass


def ship():
    raise OrderError()

# %% clean in shop/web/orders.py: in the place that may {"raised": ["HTTPException"], "owners": ["shop/web/"]}
from fastapi import HTTPException


def ship():
    raise HTTPException(404)

# %% clean: caught rather than raised, raised again, another class of that name {"raised": ["HTTPException", "builtins.ValueError"]}
from fastapi import HTTPException


class OrderValueError(Exception):
    pass


def ship(run):
    try:
        run()
    except HTTPException:
        raise
    except ValueError as error:
        raise OrderValueError from error


# %% clean: what Pydantic and Python read by its class {"raised": ["builtins.ValueError", "builtins.KeyError"]}
from pydantic import BaseModel, field_validator


class Order(BaseModel):
    total: int

    @field_validator("total")
    @classmethod
    def positive(cls, value):
        if value < 0:
            raise ValueError("negative")
        return value

    def __getitem__(self, name):
        raise KeyError(name)


# %% clean in migrations/versions/0001_orders.py: a step that has run {"caught": ["builtins.KeyError"]}
revision = "0001"


def upgrade(rows):
    try:
        return rows["a"]
    except KeyError:
        return None


# %% flagged: a constructor chooses its exceptions {"raised": ["builtins.ValueError"]}
class Order:
    def __init__(self, total):
        if total < 0:
            raise ValueError("negative")
#                 ~~~~~~~~~~ not to be raised
# %% fixed
class ModuleError(Exception):
    pass


class Order:
    def __init__(self, total):
        if total < 0:
            raise ModuleError("negative")

# %% flagged in shop/ship.py: with an exception of the workspace instead {"raised": ["builtins.ValueError"], "instead": "OrderError"}
def ship(order):
    raise ValueError("no order")
#         ~~~~~~~~~~ Raise `OrderError`
# %% file shop/errors.py
class OrderError(Exception):
    pass
# %% fixed
from shop.errors import OrderError


def ship(order):
    raise OrderError("no order")

# %% clean: what is tidied up and raised again {"caught": ["builtins.BaseException"]}
def lift(crane, load):
    try:
        crane.lift(load)
    except BaseException:
        crane.stop()
        raise

# %% flagged: what is raised again only sometimes, or as something else {"caught": ["builtins.BaseException"]}
def lift(crane, load):
    try:
        crane.lift(load)
    except BaseException:
    #      ~~~~~~~~~~~~~ not to be caught
        if crane.is_down:
            raise


def lower(crane):
    try:
        crane.lower()
    except BaseException as error:
    #      ~~~~~~~~~~~~~ not to be caught
        raise RuntimeError("stuck") from error
# %% fixed
def lift(crane, load):
    try:
        crane.lift(load)
    except Exception:
        if crane.is_down:
            raise


def lower(crane):
    try:
        crane.lower()
    except Exception as error:
        raise RuntimeError("stuck") from error

# %% clean: what Pydantic and argparse call to validate {"raised": ["builtins.ValueError"]}
import argparse
from typing import Annotated

from pydantic import AfterValidator


def even(number: int) -> int:
    if number % 2:
        raise ValueError("odd")
    return number


def weight(text: str) -> float:
    if not text:
        raise ValueError("empty")
    return float(text)


Even = Annotated[int, AfterValidator(even)]
parser = argparse.ArgumentParser()
parser.add_argument("--weight", type=weight)
