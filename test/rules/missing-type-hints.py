# %% flagged: parameters and returns
def area(width, height):
#   ~~~~ `area` has no return type; annotate
#        ~~~~~ Parameter `width` of `area` has no type
#               ~~~~~~ Parameter `height` of `area` has no
    return width * height


class Store:
    def put(self, key: str, *values):
    #   ~~~ `put` has no return type; annotate what
    #                       ~~~~~~~ Parameter `*values` of `put` has no
        print(key, values)
# %% fixed
def area(width, height):
    return width * height


class Store:
    def put(self, key: str, *values) -> None:
        print(key, values)

# %% flagged: only parameters {"returns": false}
def double(x):
#          ~ Parameter `x` of `double`
    return x * 2

# %% flagged: only returns {"parameters": false}
def double(x):
#   ~~~~~~ `double` has no return type
    return None

# %% clean: self, cls, lambdas, dummies and the return of __init__
class Store:
    def __init__(self, name: str):
        self.name = name

    def __len__(self) -> int:
        return 0

    @classmethod
    def make(cls, _request) -> "Store":
        return cls("x")


key = lambda row: row.name

# %% clean: private and nested functions where only public ones are asked for {"publicOnly": true}
def _helper(x: int):
    return x


def outer() -> int:
    def inner(x):
        return x

    return inner(1)
