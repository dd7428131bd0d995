# %% flagged: module, class, method and function
def area(width: int) -> int:
#<~~~~~~~~~~~~~~~~~~~~~~~~~~ This module has no docstring; say in
#   ~~~~ `area` is public and has no docstring;
    return width


class Box:
#     ~~~ `Box` is public
    def size(self) -> int:
    #   ~~~~ `size` is public
        if self.closed:
            raise ValueError("closed")
        return 1
# %% fixed
"""Module."""

def area(width: int) -> int:
    """Area.

    Args:
        width: The width.

    Returns:
        The int.
    """
    return width


class Box:
    """Box."""

    def size(self) -> int:
        """Size.

        Returns:
            The int.

        Raises:
            ValueError: When it cannot be done.
        """
        if self.closed:
            raise ValueError("closed")
        return 1

# %% flagged: Google sections that leave out an argument {"convention": "google"}
"""Areas."""


def area(width: int, height: int) -> int:
#   ~~~~ `height`
    """Return the area.

    Args:
        width: The width.
    """
    return width * height
# %% fixed
"""Areas."""


def area(width: int, height: int) -> int:
    """Return the area.

    Args:
        width: The width.
        height: The height.
    """
    return width * height

# %% flagged: only functions, in NumPy style {"modules": false, "classes": false, "convention": "numpy"}
class Box:
    def size(self, unit):
    #   ~~~~ `size`
        return unit
# %% fixed
class Box:
    def size(self, unit):
        """Size.

        Parameters
        ----------
        unit
            The unit.

        Returns
        -------
        object
            The result.
        """
        return unit

# %% clean: private names, overloads, special methods, documented ones
"""Areas."""

from typing import overload


class _Hidden:
    def f(self):
        return 1


class Box:
    """A box."""

    def __init__(self):
        self.x = 1

    def __len__(self):
        return 0

    def _secret(self):
        return 1


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    """Return x."""
    return x

# %% clean in app/__init__.py: an empty package

# %% flagged in app/load_boxes.py: a module that begins with a shebang, and two arguments {"convention": "google"}
#!/usr/bin/env python
#<~~~~~~~~~~~~~~~~~~~ This module
# Copyright: all of us.
import os


def load(path: str, *names: str) -> None:
#   ~~~~ `*names`, `path`
    """Load boxes.

    Args:
        others: Long gone,
            over two lines.

    Raises:
        OSError: Sometimes.
    """
    os.stat(path)
# %% fixed
#!/usr/bin/env python
"""Load boxes."""

# Copyright: all of us.
import os


def load(path: str, *names: str) -> None:
    """Load boxes.

    Args:
        others: Long gone,
            over two lines.
        path: The path.
        *names: The names.

    Raises:
        OSError: Sometimes.
    """
    os.stat(path)

# %% clean in alembic/versions/3f2a_add_berths.py: steps of migrations
revision = "3f2a"
down_revision = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass

# %% flagged: a body on the last line of the signature, and a comment in front of the first statement
"""Ropes."""


def tie(
#   ~~~
    rope,
): ...


def coil(rope):
#   ~~~~
    # Small ones first.
    rope.coil()
# %% fixed
"""Ropes."""


def tie(
    rope,
):
    """Tie.

    Args:
        rope: The rope.
    """


def coil(rope):
    """Coil.

    Args:
        rope: The rope.
    """
    # Small ones first.
    rope.coil()

# %% flagged in tests/test_order.py: tests, where the guide asks it of them {"tests": true, "modules": false}
import pytest


@pytest.fixture
def order():
    return 1


class TestOrder:
#     ~~~~~~~~~ `TestOrder` is public
    def test_total(self, order):
    #   ~~~~~~~~~~ `test_total` is public
        assert helper(order) == 1


def helper(order):
    return order

# %% clean: code that is no test {"tests": true, "modules": false}
def area(width):
    return width

# %% clean: a private function may leave out what it likes
"""Boats."""


def _moor(boat, rope):
    """Moor a boat.

    Args:
        boat: Which one.
    """

# %% flagged: a class with a blank line in front of its first method
"""Boats."""


class Ferry:
#     ~~~~~

    def __len__(self):
        return 1


class Barge:
#     ~~~~~
    # Says how long it is.

    @property
    def area(self):
        """Area."""
        return 1
# %% fixed
"""Boats."""


class Ferry:
    """Ferry."""

    def __len__(self):
        return 1


class Barge:
    """Barge."""

    # Says how long it is.

    @property
    def area(self):
        """Area."""
        return 1

# %% clean: a class that takes its docstring from elsewhere
"""Boats."""
import yard


class Ferry(yard.Ferry):
    __doc__ = yard.Ferry.__doc__

# %% flagged: bodies that are nothing yet
"""Boats."""


class LeakError(Exception):
#     ~~~~~~~~~
    pass


def paint(hull):
#   ~~~~~
    pass  # some day


def sink(hull):
#   ~~~~
    # Never.
    pass
# %% fixed
"""Boats."""


class LeakError(Exception):
    """Leak error."""


def paint(hull):
    """Paint.

    Args:
        hull: The hull.
    """
    pass  # some day


def sink(hull):
    """Sink.

    Args:
        hull: The hull.
    """
    # Never.
    pass
