# %% flagged: pickle and what wraps it
import pickle


def read(data, handle):
    pickle.load(handle)
    #<~~~~~~~~~~~~~~~~~ pickle.load
    return pickle.loads(data)
    #      ~~~~~~~~~~~~~~~~~~ pickle.loads
# %% fixed
import json
import pickle


def read(data, handle):
    json.load(handle)
    return json.loads(data)

# %% clean: writing, JSON
import json
import pickle


def write(data):
    return pickle.dumps(data), json.loads(data)
