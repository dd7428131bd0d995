# %% flagged: what stands past the limit {"limit": 40}
greeting = "hello world, this is a long line"
#                                       ~~~~~ 45 characters
x = 1
# %% fixed
greeting = (
    "hello world, this is a long line"
)
x = 1

# %% flagged: wide characters take two columns {"limit": 20}
title = "日本語のタイトル"
#             ~~~~ 26 characters
# %% fixed
title = (
    "日本語のタイトル"
)

# %% flagged: comments, docstrings, brackets, operators, texts and imports {"limit": 40}
# A comment that says more than fits on one line.
#                                       ~~~~~~~~~
from shop.services import load, store, remove
#                                       ~~~~~

limit = 3  # How many times it is tried again.
#                                       ~~~~~~


def price(order, customer, discount=0, day=None):
    #                                   ~~~~~~~~~
    """Return the price.

    Of all that is known of the order, taxes too.
    #                                   ~~~~~~~~~
    """
    if order.total > limit and customer.name and day:
        #                               ~~~~~~~~~~~~~
        return compute(order.total, discount)[0] + 1
        #                               ~~~~~~~~~~~~
    raise ValueError("the order has no price, no total")
    #                                   ~~~~~~~~~~~~~~~~


# total = compute(order, discount); print(total);
#                                       ~~~~~~~~~
# %% fixed
# A comment that says more than fits on
# one line.
from shop.services import (
    load,
    store,
    remove,
)

# How many times it is tried again.
limit = 3


def price(
    order,
    customer,
    discount=0,
    day=None,
):
    """Return the price.

    Of all that is known of the order,
    taxes too.
    """
    if (
        order.total > limit
        and customer.name
        and day
    ):
        return compute(
            order.total, discount
        )[0] + 1
    raise ValueError(
        "the order has no price, no "
        "total"
    )


# total = compute(order, discount); print(total);

# %% flagged: a text past the limit in each of its halves, and an f-string that has no gap {"limit": 40}
def f(order):
    text = "one two three four five six seven eight nine ten eleven twelve"
    #                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return f"{order.customer.address.street_number}"
    #                                   ~~~~~~~~~~~~
# %% fixed
def f(order):
    text = (
        "one two three four five six "
        "seven eight nine ten eleven "
        "twelve"
    )
    return (
        f"{order.customer.address.street_number}"
    )

# %% clean: short lines, URLs, one long word and pragmas {"limit": 40}
# See https://example.org/a/very/long/path/that/cannot/be/broken
# https://example.org/a/very/long/path/that/cannot/be/broken
value = compute_the_value_of_all_items()  # type: ignore[no-any-return]
"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
short = 1

# %% flagged: several items on one line of a list that opens above, and the clauses of a comprehension {"limit": 60}
def sail(
    boat: Annotated[Boat, Depends(find_boat)], *, crew: int = 3
    #                                                       ~~~
) -> None:
    return [name_of(sailor) for sailor in boat.sailors if sailor.is_awake]
    #                                                       ~~~~~~~~~~~~~~
# %% fixed
def sail(
    boat: Annotated[Boat, Depends(find_boat)],
    *,
    crew: int = 3,
) -> None:
    return [
        name_of(sailor)
        for sailor in boat.sailors
        if sailor.is_awake
    ]

# %% flagged: comments that go on in the next lines {"limit": 40}
# The hull is measured at the water line of
#                                       ~~~ 43
# the boat, and the mast above
# it.
depth = 1
# Masts are counted from the bow to the stern
#                                       ~~~~~ 45
# One is enough.
masts = 1


def count():
    # Oars are counted only where both of them
    #                                   ~~~~~~ 46
    # are of the same
    # - length
    # - wood
    return 2
# %% fixed
# The hull is measured at the water line
# of the boat, and the mast above
# it.
depth = 1
# Masts are counted from the bow to the
# stern
# One is enough.
masts = 1


def count():
    # Oars are counted only where both
    # of them are of the same
    # - length
    # - wood
    return 2
