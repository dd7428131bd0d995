# %% flagged: print and pprint
from pprint import pprint


def greet(name):
    print(f"hello {name}")
    #<~~~ `print`
    pprint(name)
    #<~~~~ `pprint`

# %% clean: methods and names of others
from rich import print


def greet(name, printer):
    print(name)
    printer.print(name)
