# %% flagged: both forms, and what is in the module {"modules": ["torch"]}
import torch
#<~~~~~~~~~~ `torch` is imported as soon
from torch.nn import Linear
#<~~~~~~~~~~~~~~~~~~~~~~~~~ where it is used

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
