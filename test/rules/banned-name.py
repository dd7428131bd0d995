# %% flagged: a call under any name, and a module {"names": ["time.sleep"], "modules": ["simplejson"], "instead": {"time.sleep": "asyncio.sleep"}}
import time
from time import sleep as pause

import simplejson
#      ~~~~~~~~~~ `simplejson` is not to be used here;


def wait():
    time.sleep(1)
    #<~~~~~~~~ `time.sleep` is not to be used here;
    pause(2)
    #<~~~ `pause` is not to be used here; use
    return simplejson

# %% flagged: a method, and a keyword with its value {"names": [".iterrows", "inplace=True"]}
def clean(frame):
    frame.dropna(inplace=True)
    #            ~~~~~~~~~~~~ `inplace=True` is not to be passed
    return frame.iterrows()
    #            ~~~~~~~~ `.iterrows()` is not to be used here;

# %% clean: other things of the same spelling {"names": ["time.sleep"], "modules": ["simplejson"]}
import clock as time
from app import simplejson


def wait(inplace=True):
    time.sleep(1)
    return simplejson
