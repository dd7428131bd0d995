# %% flagged in app/main.py: no step that tests {"checks": ["tests"]}
app = 1

# %% file .github/workflows/build.yml
name: build
jobs:
#<~~~ runs no tests
  build:
    steps:
      - run: docker build .
# %% fixed .github/workflows/build.yml
name: build
jobs:
  build:
    steps:
      - run: docker build .
      - run: pytest

# %% flagged in app/main.py: tests, but no type check {"checks": ["tests", "mypy"]}
app = 1

# %% file .gitlab-ci.yml
check:
#<~~~~ runs no mypy
  script:
    - pytest # and mypy
# %% fixed .gitlab-ci.yml
check:
  script:
    - pytest # and mypy

mypy-check:
  script:
    - mypy .

# %% flagged in app/main.py: make is followed {"checks": ["lint"]}
app = 1

# %% file .github/workflows/ci.yml
jobs:
#<~~~ no linter
  test:
    steps:
      - run: make test

# %% file Makefile
test:
	pytest
# %% fixed .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: make test
      - run: ruff check .

# %% clean in app/main.py: it runs {"checks": ["tests", "lint"]}
app = 1

# %% file .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: uv run ruff check
      - run: uv run pytest

# %% clean in app/main.py: by make and by hooks {"checks": ["tests", "types"]}
app = 1

# %% file .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: make test
      - run: pre-commit run --all-files

# %% file Makefile
test:
	pytest

# %% file .pre-commit-config.yaml
repos:
  - repo: https://github.com/pre-commit/mirrors-mypy
    hooks:
      - id: mypy

# %% clean in app/main.py: what it calls is not there to read {"checks": ["tests"]}
app = 1

# %% file .github/workflows/ci.yml
jobs:
  test:
    uses: boats/workflows/.github/workflows/python.yml@main

# %% clean in app/main.py: no repository {"checks": ["tests"]}
app = 1

# %% flagged in app/main.py: what uv runs is one tool, whatever the project declares {"checks": ["ruff", "tests"]}
app = 1

# %% file .github/workflows/ci.yml
jobs:
#<~~~ runs no tests
  lint:
    steps:
      - run: uv run --frozen ruff check .

# %% file pyproject.toml
[project]
name = "boats"
dependencies = ["pytest>=8"]
# %% fixed .github/workflows/ci.yml
jobs:
  lint:
    steps:
      - run: uv run --frozen ruff check .
      - run: pytest

# %% clean in app/main.py: a script of the project, run by uv {"checks": ["tests"]}
app = 1

# %% file .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: uv run poe check

# %% file pyproject.toml
[tool.poe.tasks]
check = "pytest -q"
