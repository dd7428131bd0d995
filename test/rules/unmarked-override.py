# %% flagged: a method of the same name as its base's
class Shape:
    def area(self):
        return 0


class Square(Shape):
    def area(self):
#       ~~~~ overrides the one of `Shape`
        return 1
# %% fixed
from typing import override


class Shape:
    def area(self):
        return 0


class Square(Shape):
    @override
    def area(self):
        return 1

# %% clean: marked, special, private, of no base, and a function inside
from typing import override


class Shape:
    def __init__(self):
        self.size = 1

    def area(self):
        return 0

    def __cut(self):
        return 0


class Square(Shape):
    def __init__(self):
        self.size = 2

    @override
    def area(self):
        def name():
            return "square"

        return name()

    def __cut(self):
        return 1

    def name(self):
        return "square"

# %% flagged: `typing` has it not yet
class Shape:
    def area(self):
        return 0


class Square(Shape):
    def area(self):
#       ~~~~ overrides the one of `Shape`
        return 1

# %% file pyproject.toml
[project]
name = "app"
requires-python = ">=3.10"
