# %% flagged: silenced lines, with a code or without
import json

count: int = json.loads("1")  # type: ignore
#                             ~~~~~~~~~~~~~~ mend what it reports
size: str = json.loads("1")  # type: ignore[no-any-return]  # kept for now
#                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
name: str = 1  # pyright: ignore[reportAssignmentType]
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
import json

count: int = json.loads("1")
size: str = json.loads("1")  # kept for now
name: str = 1

# %% clean: other comments, and the words in a text
HELP = "write # type: ignore behind it"
total = 1  # noqa: F841
# the type is ignored here
