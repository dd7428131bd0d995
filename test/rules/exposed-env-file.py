# %% flagged in app/main.py: no pattern leaves it out
app = 1

# %% file .gitignore
__pycache__/
#<~~~~~~~~~~ Nothing keeps `.env` out
*.log
# %% fixed .gitignore
__pycache__/
*.log
.env

# %% flagged in app/main.py: it is there and not ignored
app = 1

# %% file .env
TOKEN=1
#<~~~~~ `.env` is not ignored

# %% file .gitignore
*.log
# %% fixed .gitignore
*.log
.env

# %% flagged in app/main.py: the team's own name {"files": ["test.env"]}
app = 1

# %% file .gitignore
.env
#< `test.env`
# %% fixed .gitignore
.env
test.env

# %% clean in app/main.py: ignored
app = 1

# %% file .gitignore
.env

# %% clean in app/main.py: ignored by a pattern, with a template {"files": [".env", ".env.local"]}
app = 1

# %% file .gitignore
.env*
!.env.example

# %% file .env.example
TOKEN=

# %% clean in backend/app/main.py: ignored below
app = 1

# %% file backend/.gitignore
/.env

# %% clean in app/main.py: no repository, nothing to commit to
app = 1
