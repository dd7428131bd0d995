# %% flagged in app/main.py: none configured
app = 1

# %% file pyproject.toml
[project]
#<~~~~~~~ the project configures none
name = "boats"

# %% flagged in app/main.py: a tool that no hook runs {"hooks": ["ruff", "mypy"]}
app = 1

# %% file .pre-commit-config.yaml
repos:
#<~~~~ do not run mypy
  - repo: https://github.com/astral-sh/ruff-pre-commit
    hooks:
      - id: ruff
# %% fixed .pre-commit-config.yaml
repos:
  - repo: https://github.com/astral-sh/ruff-pre-commit
    hooks:
      - id: ruff
  - repo: local
    hooks:
      - id: mypy
        name: mypy
        entry: mypy .
        language: system
        types: [python]
        pass_filenames: false

# %% clean in app/main.py: configured {"hooks": ["ruff"]}
app = 1

# %% file .pre-commit-config.yaml
repos:
  - repo: https://github.com/astral-sh/ruff-pre-commit
    hooks:
      - id: ruff

# %% clean in app/main.py: another runner of hooks
app = 1

# %% file lefthook.yml
pre-commit:
  commands:
    lint:
      run: ruff check

# %% clean in app/main.py: a hook that calls the project's own script {"hooks": ["mypy"]}
app = 1

# %% file .pre-commit-config.yaml
repos:
  - repo: local
    hooks:
      - id: check
        entry: make check
