# %% file shop/__init__.py
from shop.orders import Order
# %% file shop/orders.py
import json

LIMIT = 3


class Order:
    pass


def load(path):
    return json.load(path)
# %% file shop/web/__init__.py
# %% file shop/web/forms.py
class Form:
    pass

# %% flagged in shop/service.py: members of the workspace's modules and of the standard library
from dataclasses import dataclass
#                       ~~~~~~~~~ `dataclass` is no module; import `dataclasses` and write `dataclasses.dataclass`,
from pathlib import Path
#                   ~~~~
from shop.orders import Order, load
#                       ~~~~~ import `orders` and write `orders.Order`
#                              ~~~~
from shop.web.forms import Form as OrderForm
#                          ~~~~~~~~~~~~~~~~~


@dataclass
class Service:
    order: Order
    form: OrderForm

    def run(self, path: Path) -> Order:
        return load(path) or Order()
# %% fixed
import dataclasses
import pathlib
from shop import orders
from shop.web import forms


@dataclasses.dataclass
class Service:
    order: orders.Order
    form: forms.Form

    def run(self, path: pathlib.Path) -> orders.Order:
        return orders.load(path) or orders.Order()

# %% clean in shop/service.py: modules, what may be one, and the names of typing
from __future__ import annotations

from collections.abc import Iterable
from concurrent import futures
from os import path
from typing import Any
from xml.etree import ElementTree

from fastapi import FastAPI
from shop import orders, Order
from shop.orders import LIMIT
from shop.web import forms

print(Iterable, futures, path, Any, ElementTree, FastAPI, orders, Order, LIMIT, forms)

# %% clean in shop/service.py: a module that the guide leaves out {"allowed": ["dataclasses"]}
from dataclasses import dataclass

print(dataclass)

# %% flagged in shop/service.py: named in a text, so that somebody looks
from shop.orders import Order
#                       ~~~~~


def run() -> "Order":
    return Order()
# %% fixed
from shop.orders import Order


def run() -> "Order":
    return Order()

# %% clean in shop/web/__init__.py: a package hands names on
from shop.orders import Order
from shop.web.forms import Form

__all__ = ["Form", "Order"]
