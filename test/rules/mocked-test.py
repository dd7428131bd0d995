# %% flagged in tests/test_boats.py: mocks by any import, and the fixture of pytest-mock
import unittest.mock
#      ~~~~~~~~~~~~~ the real object
from unittest import mock
#    ~~~~~~~~
from unittest.mock import Mock
#    ~~~~~~~~~~~~~


def test_boat(mocker):
#             ~~~~~~
    assert Mock() and mock and mocker and unittest

# %% flagged in tests/test_ports.py: patches {"patching": true}
def test_port(monkeypatch):
    monkeypatch.setattr("boats.Port.open", lambda: True)
#   ~~~~~~~~~~~~~~~~~~~
    monkeypatch.setenv("PORT", "1")

# %% clean in tests/test_fakes.py: fakes of one's own, and a patch where only mocks are ruled out
class FakePort:
    pass


def test_port(monkeypatch):
    monkeypatch.setattr("boats.Port", FakePort)

# %% clean in app/mock.py: no test
from unittest.mock import Mock

print(Mock)

# %% clean in winch/testing/doubles.py: what a library brings for the tests of others
from unittest.mock import AsyncMock


def double():
    return AsyncMock()

# %% flagged in winch/testing/test_doubles.py: a test of it
from unittest.mock import AsyncMock
#    ~~~~~~~~~~~~~ unittest.mock


def test_double():
    assert AsyncMock()
