# %% flagged: without a loader, and with one that makes anything
import yaml


def read(text):
    yaml.load(text, Loader=yaml.Loader)
    #                      ~~~~~~~~~~~ safe_load
    return yaml.load(text)
    #      ~~~~~~~~~ safe_load
# %% fixed
import yaml


def read(text):
    yaml.safe_load(text)
    return yaml.safe_load(text)

# %% clean: safe
import yaml


def read(text):
    return yaml.safe_load(text), yaml.load(text, Loader=yaml.SafeLoader)
