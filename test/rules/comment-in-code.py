# %% flagged: above code, beside it, and the first of several lines
def area(width, height):
    # multiply the sides
#   ~~~~~~~~~~~~~~~~~~~~ no comments
    total = width * height  # in metres
#                           ~~~~~~~~~~~ no comments
    return total

# %% clean: what tools read
import os  # noqa: F401


def area(width, height):  # type: ignore[no-untyped-def]
    return width * height  # pragma: no cover

# %% clean: a header
# Copyright 2024 The Makers
# SPDX-License-Identifier: MIT

WIDTH = 3

# %% flagged: only behind code {"besideCodeOnly": true}
def area(width, height):
    # multiply the sides
    return width * height  # in metres
#                          ~~~~~~~~~~~ no comments
