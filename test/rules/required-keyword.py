# %% flagged: a call without the argument {"keyword": "encoding", "calls": ["builtins.open"]}
with open("a.txt") as file:
#    ~~~~ `open` is called without `encoding=`;
    text = file.read()

# %% clean: with it, hidden in a splat, another function of that name {"keyword": "encoding", "calls": ["builtins.open"]}
import io


def read(options):
    with open("a.txt", encoding="utf-8") as file, open("b", **options) as other:
        return file, other
