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
