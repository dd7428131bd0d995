# %% flagged: the cause is lost
def port(text):
    try:
        return int(text)
    except ValueError:
        raise KeyError("port")
        #<~~~~~~~~~~~~~~~~~~~~ from e
# %% fixed
def port(text):
    try:
        return int(text)
    except ValueError as e:
        raise KeyError("port") from e

# %% clean: chained, the same again, hidden on purpose
def port(text):
    try:
        return int(text)
    except ValueError as e:
        raise KeyError("port") from e
    except TypeError:
        raise
    except OSError:
        raise KeyError("port") from None

# %% flagged: two types without parentheses, which may have no name
def load(crane, key):
    try:
        crane.load(key)
    except ValueError, KeyError:
        raise RuntimeError(key)
        #<~~~~~~~~~~~~~~~~~~~~~ from e
# %% fixed
def load(crane, key):
    try:
        crane.load(key)
    except (ValueError, KeyError) as e:
        raise RuntimeError(key) from e
