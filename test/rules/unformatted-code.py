# %% flagged: spaces and quotes
import os

sizes = {'a':1}
#<~~~~~~~~~~~~~


def area( width, height ):
    return width*height
# %% fixed
import os

sizes = {"a": 1}


def area(width, height):
    return width * height

# %% flagged: a line that is too long for the guide {"lineLength": 60}
def area(width, height, depth, colour, material, weight, name):
#<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return width
# %% fixed
def area(
    width, height, depth, colour, material, weight, name
):
    return width

# %% clean: formatted
import os

sizes = {"a": 1}


def area(width, height):
    return width * height
