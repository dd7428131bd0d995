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
