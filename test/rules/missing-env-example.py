# %% flagged in app/main.py: nothing shows the variables
import os

print(os.environ["PORT"])

# %% file pyproject.toml
[project]
#<~~~~~~~ no `.env.example` shows
name = "boats"
# %% fixed .env.example
PORT=

# %% clean in app/main.py: a template
import os

print(os.environ["PORT"])

# %% file .env.example
PORT=

# %% clean in app/main.py: no environment
print("boats")

# %% file pyproject.toml
[project]
name = "boats"
