# %% flagged: another base {"base": "AppError", "kind": "exception"}
class OrderMissing(Exception):
#     ~~~~~~~~~~~~ `OrderMissing` does not inherit from
    pass

# %% clean: the base itself, what inherits from it, other classes {"base": "AppError", "kind": "exception"}
class AppError(Exception):
    pass


class OrderMissing(AppError):
    pass


class Order:
    pass
