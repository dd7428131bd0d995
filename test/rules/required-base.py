# %% flagged: an exception with a plain base {"base": "AppError", "kind": "exception"}
class OrderMissing(Exception):
#     ~~~~~~~~~~~~ AppError
    pass

# %% flagged in app/services/orders.py: a class of the folder {"base": "BaseService", "kind": "service"}
class Orders:
#     ~~~~~~ BaseService
    pass

# %% clean: the base itself, and what inherits from it {"base": "AppError", "kind": "exception"}
class AppError(Exception):
    pass


class OrderMissing(AppError):
    pass

# %% clean: a base that cannot be followed {"base": "AppError", "kind": "exception"}
from vendor import VendorError


class OrderMissing(VendorError):
    pass
