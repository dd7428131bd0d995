# %% flagged: production code
def half(n):
    assert n % 2 == 0, "even"
    #<~~~~ `python -O`
    return n // 2
# %% fixed
def half(n):
    if n % 2 != 0:
        raise ValueError("even")
    return n // 2

# %% clean in tests/test_half.py: tests
def test_half():
    assert half(2) == 1

# %% clean: exceptions
def half(n):
    if n % 2:
        raise ValueError(n)
    return n // 2

# %% flagged: something that must be there
def half(n):
    assert n is not None
#   ~~~~~~
    return n / 2
# %% fixed
def half(n):
    if n is None:
        raise ValueError("n is None")
    return n / 2
