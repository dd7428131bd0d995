# %% flagged in app/main.py: in a workflow {"manager": "uv"}
app = 1

# %% file .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: pip install uv
      - run: pip install -r requirements.txt
#            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ installs past uv
# %% fixed .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: pip install uv
      - run: uv sync

# %% flagged in app/main.py: Poetry is the team's {"manager": "Poetry"}
app = 1

# %% file .gitlab-ci.yml
check:
  script:
    - python -m pip install httpx
#     ~~~~~~~~~~~~~~~~~~~~~~~~~~~ Use `poetry install`
# %% fixed .gitlab-ci.yml
check:
  script:
    - poetry install

# %% flagged in app/main.py: Python beside it {"manager": "uv", "run": true}
app = 1

# %% file .gitlab-ci.yml
check:
  script:
    - pytest tests
#     ~~~~~~~~~~~~ runs Python past uv
# %% fixed .gitlab-ci.yml
check:
  script:
    - uv run pytest tests

# %% clean in app/main.py: its own commands, its installation, comments {"manager": "uv", "run": true}
app = 1

# %% file Makefile
# pip install boats
install:
	pip install --upgrade pip uv
	uv pip install -e .
	echo "pip install boats"
	uv run pytest tests

# %% clean in app/main.py: poetry itself {"manager": "Poetry"}
app = 1

# %% file .github/workflows/ci.yml
      - run: pip install "poetry==1.8" && poetry install
      - run: poetry run pip install -e .

# %% clean in app/main.py: the project itself, into the manager's environment {"manager": "Pixi"}
app = 1

# %% file .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: pixi run -e ${{ matrix.env }} python -m pip install --no-deps --no-build-isolation -vv -e .
      - run: |
          pixi run python -m pip install --no-deps \
            --no-build-isolation -e .

# %% flagged in app/main.py: with what it needs, or past the manager {"manager": "Pixi"}
app = 1

# %% file .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: python -m pip install --no-deps -e .
#            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ installs past Pixi
