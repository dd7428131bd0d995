# %% flagged: both forms, and what is in the module {"modules": ["torch"]}
import torch
#<~~~~~~~~~~ `torch` is imported as soon
from torch.nn import Linear
#<~~~~~~~~~~~~~~~~~~~~~~~~~ where it is used

# %% fixed


# %% clean: where it is used, for types, tried, or another {"modules": ["torch"]}
from typing import TYPE_CHECKING

import torchvision

if TYPE_CHECKING:
    import torch

try:
    import torch.cuda
except ImportError:
    pass


def device():
    import torch

    return torch.device("cpu")

# %% clean: what the file needs to be read at all {"modules": ["torch", "pandas"]}
import pandas as pd
from torch import nn


class Net(nn.Module):
    frame: pd.DataFrame

# %% flagged: for annotations, which need no import when the code runs {"modules": ["torch"]}
import torch
#<~~~~~~~~~~ where it is used


def move(weights: torch.Tensor) -> torch.Tensor:
    return weights.cpu()

# %% flagged: used in several functions and methods, below docstrings, beside other imports {"modules": ["torch", "pandas"]}
import os

import pandas as pd
#<~~~~~~~~~~~~~~~~~ imported where it is used
from torch.nn import Linear
#<~~~~~~~~~~~~~~~~~~~~~~~~~ imported where it is used


class Yard:
    def frame(self, rows):
        """Rows as a frame."""
        def named():
            return pd.DataFrame(rows)

        return named()

    def layer(self):
        import json

        return Linear(3, 4), json, os


def both(rows):
    return pd.concat(rows), Linear(1, 2)

# %% fixed
import os


class Yard:
    def frame(self, rows):
        """Rows as a frame."""
        import pandas as pd

        def named():
            return pd.DataFrame(rows)

        return named()

    def layer(self):
        from torch.nn import Linear
        import json

        return Linear(3, 4), json, os


def both(rows):
    from torch.nn import Linear
    import pandas as pd

    return pd.concat(rows), Linear(1, 2)

# %% flagged: in a default, in an annotation, exported, on the line of the def {"modules": ["torch", "pandas", "numpy", "scipy"]}
import numpy
#<~~~~~~~~~~ imported where it is used
import pandas
#<~~~~~~~~~~~ imported where it is used
import torch
#<~~~~~~~~~~ imported where it is used

__all__ = ["pandas"]


def frame(rows: torch.Tensor):
    return pandas.DataFrame(torch.stack(rows))


def one(): return numpy.array(1)
