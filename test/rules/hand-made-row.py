# %% file shop/__init__.py
# %% file shop/models.py
from django.db import models
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boats"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Crew(models.Model):
    name = models.TextField()


class Plan:
    objects = None

# %% file shop/schemas.py
from pydantic import BaseModel


class BoatCreate(BaseModel):
    name: str

# %% flagged in tests/test_boats.py: rows of both kinds, in functions and in methods of tests {"makers": ["make_boat"]}
from shop import models
from shop.models import Boat, Crew


def test_name():
    boat = Boat(name="Ada")
#          ~~~~ Let `make_boat` make it
    assert boat.name


class TestCrew:
    async def test_crew(self):
        crew = Crew.objects.create(name="Ada")
#              ~~~~~~~~~~~~~~~~~~~ `Crew` by hand
        other = models.Boat(name="Bob")
#               ~~~~~~~~~~~ `Boat` by hand
        assert crew and other

# %% clean in tests/test_made.py: fixtures, helpers, schemas, queries, and what is no model of the database
import pytest

from shop.models import Boat, Crew, Plan
from shop.schemas import BoatCreate


@pytest.fixture
def boat():
    return Boat(name="Ada")


def make_boat(name):
    return Boat(name=name)


def test_name(boat, client):
    assert make_boat("Ada").name == BoatCreate(name="Ada").name
    assert Crew.objects.filter(name="Ada")
    assert Plan.objects.create(name="Ada")
    assert client.boats.create(name="Ada")

# %% clean in tests/factories.py: the factories themselves
from shop.models import Boat


def test_boat():
    return Boat(name="Ada")

# %% clean in shop/service.py: the app makes its rows as it likes
from shop.models import Boat


def add(name):
    return Boat(name=name)
