# %% flagged: a lambda with a name
double = lambda x: x * 2
#<~~~~~~~~~~~~~~~~~~~~~~ `def`
# %% fixed
def double(x):
    return x * 2

# %% clean: where a function is asked for
names = sorted([], key=lambda x: x.name)
table = {"a": lambda: 1}
