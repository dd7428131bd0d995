# %% flagged: exceptions that say nothing
def charge(order):
    if order.paid:
        raise RuntimeError("already paid")
        #     ~~~~~~~~~~~~ `RuntimeError`
    if order.open:
        raise Exception
        #     ~~~~~~~~~ `Exception`

# %% clean: own ones, programming errors, raising again
from app.errors import RuntimeError as AppError


class PaidError(Exception):
    pass


def charge(order):
    if order is None:
        raise TypeError("order")
    if order.paid:
        raise PaidError(order.id)
    try:
        raise NotImplementedError
    except NotImplementedError as e:
        raise
    raise AppError("x")

# %% clean in scripts/release.py: a script, whose caller is a person
def version(notes):
    if not notes:
        raise RuntimeError("no notes")
    return notes[0]
