# %% flagged: parameters and returns
from typing import Any


def double(value: Any) -> Any:
#                 ~~~ `Any` for `value` switches the type
#                         ~~~ `Any` for `double` switches the type
    return value

# %% clean: star arguments, object, Any inside other types
from typing import Any


def double(value: object, rows: dict[str, Any], *args: Any, **kwargs: Any) -> int:
    return 1
