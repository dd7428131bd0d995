# %% flagged: the usual codes
import os
#      ~~


def area(box):
    width = box.width
#   ~~~~~
    if box == None:
#             ~~~~
        return 0
    return undefined
#          ~~~~~~~~~

# %% flagged: codes of the guide {"select": ["UP006"]}
from typing import List


def areas(boxes: List[int]) -> int:
#                ~~~~
    return len(boxes)

# %% clean: nothing to report
def area(box):
    return box.width
