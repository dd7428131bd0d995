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

# %% flagged in tests/test_made.py: where a factory or a function makes them
from shop.models import Boat, Crew


def test_name(session):
    boat = Boat(name="Ada")
#          ~~~~ the team's factory
    assert boat.name
    crew = Crew.objects.create(name="Ada")
#          ~~~~~~~~~~~~~~~~~~~ `Crew` by hand
    assert crew


def test_some():
    some = Crew.objects.bulk_create([1])
#          ~~~~~~~~~~~~~~~~~~~~~~~~ `Crew` by hand
    assert some

# %% file tests/__init__.py

# %% file tests/factories.py
from factory import Factory
from factory.django import DjangoModelFactory

from shop.models import Boat, Crew


class BoatFactory(Factory):
    class Meta:
        model = Boat


class CrewFactory(DjangoModelFactory):
    class Meta:
        model = Crew

# %% fixed
from shop.models import Crew
from tests.factories import BoatFactory, CrewFactory


def test_name(session):
    boat = BoatFactory.build(name="Ada")
    assert boat.name
    crew = CrewFactory(name="Ada")
    assert crew


def test_some():
    some = Crew.objects.bulk_create([1])
    assert some

# %% flagged in tests/test_made.py: by a function that takes what is given, and one that does not {"makers": ["make_boat", "make_crew"]}
from shop.models import Boat, Crew


def test_name():
    assert Boat(name="Ada", id=3).name
#          ~~~~ Let `make_boat` or `make_crew` make it
    assert Boat(name="Ada").name
#          ~~~~ Let `make_boat` or `make_crew` make it
    assert Boat(**{"name": "Ada"}).name
#          ~~~~ Let `make_boat` or `make_crew` make it

# %% file tests/__init__.py

# %% file tests/helpers.py
from shop.models import Boat


def make_boat(name="Ada"):
    """A boat."""
    return Boat(name=name)

# %% fixed
from shop.models import Boat, Crew
from tests.helpers import make_boat


def test_name():
    assert Boat(name="Ada", id=3).name
    assert make_boat(name="Ada").name
    assert Boat(**{"name": "Ada"}).name
