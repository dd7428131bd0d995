# %% flagged: exceptions without the ending {"kind": "exception", "suffix": "Error"}
class OrderMissing(Exception):
#     ~~~~~~~~~~~~ `OrderMissing` does not end in `Error`,
    pass

# %% clean: with the ending, bases, other classes {"kind": "exception", "suffix": "Error"}
class OrderMissingError(Exception):
    pass


class Order:
    pass
