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

# %% flagged: loaders of the team's own
import yaml

from app.loaders import SecretLoader, WildLoader

try:
    from yaml import CSafeLoader as Quick
except ImportError:
    from yaml import SafeLoader as Quick


class Plain(yaml.SafeLoader):
    pass


def read(text):
    yaml.load(text, Loader=Plain)
    yaml.load(text, Quick)
    yaml.load(text, Loader=SecretLoader)
    yaml.load(text, Loader=WildLoader)
    #                      ~~~~~~~~~~ safe_load
# %% file app/loaders.py
import yaml


class SecretLoader(yaml.SafeLoader):
    pass


class WildLoader(yaml.Loader):
    pass
