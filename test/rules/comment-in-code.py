# %% flagged: above code, beside it, and the first of several lines
def area(width, height):
    # multiply the sides
#   ~~~~~~~~~~~~~~~~~~~~ no comments
    total = width * height  # in metres
#                           ~~~~~~~~~~~ no comments
    return total

# %% fixed
def area(width, height):
    total = width * height
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

# %% fixed
def area(width, height):
    # multiply the sides
    return width * height

# %% flagged: between statements, on several lines, and in front of what a tool reads
import os

# the width of a quay,
#<~~~~~~~~~~~~~~~~~~~~ no comments
# in metres

WIDTH = 3


def area(height):
    # first the height
    #<~~~~~~~~~~~~~~~~ no comments

    # noqa: E501
    if height:  # not flat
        #       ~~~~~~~~~~ no comments
        # so it has one
        #<~~~~~~~~~~~~~ no comments
        return WIDTH * height
    else:
        # nothing to do
        #<~~~~~~~~~~~~~ no comments
        return os

# %% fixed
import os

WIDTH = 3


def area(height):
    # noqa: E501
    if height:
        return WIDTH * height
    else:
        return os

# %% flagged: a notice below the docstring, and another comment
"""Berths."""

# Copyright (c) 2024 The Harbour Authors
# All rights reserved.

DEPTH = 4
WIDTH = 2  # metres
#          ~~~~~~~~
