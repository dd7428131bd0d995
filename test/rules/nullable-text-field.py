# %% flagged: text
from django.db import models


class Boat(models.Model):
    name = models.CharField(max_length=20, null=True)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    notes = models.TextField(null=True, blank=True)
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
from django.db import models


class Boat(models.Model):
    name = models.CharField(max_length=20, blank=True, default="")
    notes = models.TextField(default="", blank=True)

# %% clean: other fields, and text that is only blank
from django.db import models


class Boat(models.Model):
    name = models.CharField(max_length=20, blank=True)
    sold = models.DateField(null=True)
