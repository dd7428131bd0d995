# %% flagged in app/main.py: nothing sets it {"percent": 80}
app = 1

# %% file pyproject.toml
[project]
name = "boats"

[tool.pytest.ini_options]
#<~~~~~~~~~~~~~~~~~~~~~~~ nothing makes checks fail below it
addopts = "--cov=app"
# %% fixed pyproject.toml
[project]
name = "boats"

[tool.pytest.ini_options]
addopts = "--cov=app"

[tool.coverage.report]
fail_under = 80

# %% flagged in app/main.py: lower than the team's {"percent": 80}
app = 1

# %% file setup.cfg
[coverage:report]
fail_under = 60
#<~~~~~~~~~~~~~ from 60 % test coverage on
# %% fixed setup.cfg
[coverage:report]
fail_under = 80

# %% flagged in app/main.py: pylint's threshold, and one in a comment {"percent": 80}
app = 1

# %% file tox.ini
[testenv]
#<~~~~~~~ 80 % test coverage
commands =
    pylint --fail-under=90 app
    pytest # --cov-fail-under=90
# %% fixed tox.ini
[testenv]
commands =
    pylint --fail-under=90 app
    pytest # --cov-fail-under=90

[coverage:report]
fail_under = 80

# %% clean in app/main.py: equal to the team's {"percent": 80}
app = 1

# %% file .coveragerc
[report]
fail_under = 80

# %% clean in app/main.py: in continuous integration {"percent": 80}
app = 1

# %% file .github/workflows/ci.yml
      - run: uv run coverage report --fail-under=85

# %% clean in app/main.py: as an argument of pytest {"percent": 80}
app = 1

# %% file backend/pyproject.toml
[project]
name = "boats"

# %% file pytest.ini
[pytest]
addopts = -ra --cov-fail-under 90

# %% clean in app/main.py: from a variable {"percent": 80}
app = 1

# %% file Makefile
test:
	pytest --cov-fail-under=$(COVERAGE)

# %% clean in app/main.py: by codecov {"percent": 80}
app = 1

# %% file codecov.yml
coverage:
  status:
    project:
      default:
        target: 82%
