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

# %% flagged: where the default and what is returned say what it is
from typing import Any


def double(value: Any = 1) -> Any:
#                 ~~~ `Any` for `value`
#                             ~~~ `Any` for `double`
    return [str(value)]
# %% fixed
from typing import Any


def double(value: int = 1) -> list[str]:
    return [str(value)]

# %% flagged: what is asked for its type may be of several
from typing import Any


def rows(values: Any) -> list[str]:
    #            ~~~
    if isinstance(values, dict):
        return [str(one) for one in values.values()]
    return [str(values)]
# %% fixed
from typing import Any


def rows(values: Any) -> list[str]:
    if isinstance(values, dict):
        return [str(one) for one in values.values()]
    return [str(values)]
