# %% flagged: nothing behind it
import legacy  # type: ignore[import-untyped]
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ does not say why

import os  # noqa: F401, E402
#          ~~~~~~~~~~~~~~~~~~ `# noqa` does not say why


def load():
    return legacy.load()  # type: ignore
#                         ~~~~~~~~~~~~~~

# %% flagged: two marks and no words, and a line above that silences another
value = legacy.load()  # type: ignore[no-any-return]  # noqa: S301
#                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# noqa: E501
#<
other = legacy.load()  # type: ignore
#                      ~~~~~~~~~~~~~~

# %% clean: words behind it, before it, or on the line above
value = legacy.load()  # type: ignore[no-any-return]  # the stubs are too wide
other = legacy.load()  # noqa: S301 - written by ourselves
# The driver has no stubs.
third = legacy.load()  # type: ignore[no-any-return]
fourth = legacy.load()  # no stubs: type: ignore

# %% clean: it silences nothing
text = "# noqa"
size = 1  # ignore the header

# %% clean: words above the statement, and above several in a row
# The path has to be set first.
import app.one  # noqa: E402
import app.two  # noqa: E402

# The stubs lack the second.
value = load(
    1,
    second=2,  # type: ignore
)
