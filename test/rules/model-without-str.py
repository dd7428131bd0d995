# %% flagged: without
from django.db import models


class Boat(models.Model):
#     ~~~~
    name = models.CharField(max_length=20)
# %% fixed
from django.db import models


class Boat(models.Model):
    name = models.CharField(max_length=20)

    def __str__(self):
        return self.name

# %% clean: with, abstract, and other classes
from django.db import models


class Boat(models.Model):
    name = models.CharField(max_length=20)

    def __str__(self):
        return self.name


class Base(models.Model):
    class Meta:
        abstract = True


class Plain:
    pass
