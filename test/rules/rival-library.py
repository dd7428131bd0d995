# %% flagged: another library for the same work {"use": "click", "rivals": ["argparse", "typer"]}
import argparse
#      ~~~~~~~~ click
from typer import Typer
#    ~~~~~ click
# %% fixed

# %% clean: the one that was chosen, and others {"use": "click", "rivals": ["argparse", "typer"]}
import json

import click
