# %% flagged: left to do
# TODO(ada): cache this
# ~~~~ TODO
# FIXME breaks
# ~~~~~ FIXME
VALUE = 1
# %% fixed
VALUE = 1

# %% clean: none
# Nothing is left to do.
VALUE = "TODO: x"
