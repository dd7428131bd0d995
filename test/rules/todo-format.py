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

# %% clean: a ticket in the brackets {"author": false, "link": true}
# TODO(LIB-77): cache this
VALUE = 1

# %% clean: a ticket stands for the author {"author": true, "link": true}
# TODO(LIB-77): cache this
# FIXME(#12): and this
VALUE = 1

# %% flagged: a name is no ticket {"author": false, "link": true}
# TODO(ada): cache this
# ~~~~ no ticket
VALUE = 1
