# %% flagged in tests/test_port.py: broad
import pytest


def test_port(read):
    with pytest.raises(ValueError):
#                      ~~~~~~~~~~
        read("x")

# %% clean in tests/test_port.py: with a pattern, or narrow
import pytest


class PortError(Exception):
    pass


def test_port(read):
    with pytest.raises(ValueError, match="invalid"):
        read("x")
    with pytest.raises(PortError):
        read("x")

# %% flagged in tests/test_scale.py: what a function of the project raises
import pytest as pt
from pytest import raises

from app.scale import load, weigh


def test_weigh():
    with pt.raises(ValueError):
    #              ~~~~~~~~~~
        weigh(None)
    with raises(
        ValueError,
        #<~~~~~~~~
    ):
        weigh(1)


def test_load():
    with raises(ValueError):
    #           ~~~~~~~~~~
        load(3)
# %% file app/__init__.py
# %% file app/scale.py
def weigh(crate):
    if crate is None:
        raise ValueError(f"no crate: {crate} (of any kind)")
    return crate


def load(crate):
    if crate:
        raise ValueError("too heavy")
    raise ValueError("too light")

# %% fixed
import pytest as pt
from pytest import raises

from app.scale import load, weigh


def test_weigh():
    with pt.raises(ValueError, match="no crate:"):
        weigh(None)
    with raises(
        ValueError,
        match="no crate:",
    ):
        weigh(1)


def test_load():
    with raises(ValueError):
        load(3)
