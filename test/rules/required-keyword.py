# %% flagged: a builtin without it {"keyword": "encoding", "calls": ["builtins.open"]}
with open("a.txt") as file:
#    ~~~~ encoding=
    text = file.read()

# %% flagged: a method, and a value other than the one that is wanted {"keyword": "how", "value": "\"left\"", "calls": [".join"]}
one.join(other)
#<~~~~~~ how="left"
one.join(other, how="inner")
#<~~~~~~ how="left"
one.join(other, how="left")

# %% clean: given, or hidden in a splat {"keyword": "encoding", "calls": ["builtins.open"]}
open("a.txt", encoding="utf-8")
open("a.txt", **options)
gzip.open("a.gz")

# %% clean: a module's function of the method's name {"keyword": "how", "calls": [".join"]}
import os

os.path.join("a", "b")
