# %% flagged: with ==
def is_text(x, y):
    return type(x) == str or type(x) != type(y)
    #      ~~~~~~~~~~~~~~ isinstance
    #                        ~~~~~~~~~~~~~~~~~~ isinstance

# %% clean: isinstance, exactly that class
def is_text(x):
    return isinstance(x, str) or type(x) is str
