# %% flagged: no author
# TODO: cache this
# ~~~~ names nobody
VALUE = 1

# %% flagged: no ticket {"author": false, "link": true}
# TODO: cache this
# ~~~~ no ticket
VALUE = 1

# %% clean: author and text
# TODO(ada): cache this
VALUE = "TODO: x"
