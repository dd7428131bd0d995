# %% flagged: pickle and what wraps it
import pickle


def read(data, handle):
    pickle.load(handle)
    #<~~~~~~~~~~~~~~~~~ pickle.load
    return pickle.loads(data)
    #      ~~~~~~~~~~~~~~~~~~ pickle.loads

# %% clean: writing, JSON
import json
import pickle


def write(data):
    return pickle.dumps(data), json.loads(data)
