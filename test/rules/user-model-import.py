# %% flagged: plain and with an alias
from django.contrib.auth.models import Group, User
#                                             ~~~~
from django.contrib.auth.models import User as Account
#                                      ~~~~

print(Group, User, Account)
# %% fixed
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.models import User as Account

User = get_user_model()

print(Group, User, Account)

# %% clean: the project's own
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group

from app.models import User

print(get_user_model(), AbstractUser, Group, User)

# %% flagged in blog/models.py: the module that has the project's user model
from django.contrib.auth.models import AbstractUser, User
#                                                    ~~~~
from django.db import models


class Author(AbstractUser):
    bio = models.TextField()


class Comment(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
# %% fixed
from django.contrib.auth.models import AbstractUser, User
from django.db import models


class Author(AbstractUser):
    bio = models.TextField()


class Comment(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
