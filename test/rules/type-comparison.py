# %% flagged: with ==
def is_text(x, y):
    return type(x) == str or type(x) != type(y)
    #      ~~~~~~~~~~~~~~ isinstance
    #                        ~~~~~~~~~~~~~~~~~~ isinstance
# %% fixed
def is_text(x, y):
    return isinstance(x, str) or type(x) is not type(y)

# %% clean: isinstance, exactly that class
def is_text(x):
    return isinstance(x, str) or type(x) is str
