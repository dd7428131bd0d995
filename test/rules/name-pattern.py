# %% flagged: an exception without the ending {"kind": "exception", "suffix": "Error"}
class OrderMissing(Exception):
#     ~~~~~~~~~~~~ Error
    pass

# %% flagged in app/repositories/orders.py: a class of the folder {"kind": "repository", "suffix": "Repository"}
class Orders:
#     ~~~~~~ Repository
    pass

# %% clean: the ending is there, private classes and bases {"kind": "exception", "suffix": "Error"}
class OrderMissingError(Exception):
    pass


class _Stop(Exception):
    pass


class BaseFailure(Exception):
    pass

# %% clean: another kind of class {"kind": "exception", "suffix": "Error"}
class Order:
    pass
