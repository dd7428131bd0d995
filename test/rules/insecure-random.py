# %% flagged: any function of the module
import random
from random import choice

token = random.randint(0, 9)
#       ~~~~~~~~~~~~~~~~~~~~
letter = choice("abc")
#        ~~~~~~~~~~~~~
# %% fixed
import secrets
from secrets import choice

token = secrets.SystemRandom().randint(0, 9)
letter = choice("abc")

# %% clean: secrets, and the system's own source
import random
import secrets

token = secrets.token_hex()
safe = random.SystemRandom().choice("abc")
