# %% flagged: eval and exec
def read(text):
    exec(text)
    #<~~ `exec`
    return eval(text)
    #      ~~~~~~~~~~ ast.literal_eval
# %% fixed
import ast


def read(text):
    exec(text)
    return ast.literal_eval(text)

# %% clean: literal_eval, methods of that name
import ast

import pandas as pd


def read(text, frame, model):
    model.eval()
    return ast.literal_eval(text), frame.eval("a + b"), pd.eval("1")
