# %% flagged: only raised again
def port(text):
    try:
        return int(text)
    except ValueError:
    #<
        raise
# %% fixed
def port(text):
    return int(text)

# %% clean: logged, cleaned up, or turned into another
def port(text, log):
    try:
        return int(text)
    except ValueError:
        log(text)
        raise
    except TypeError as e:
        raise KeyError(text) from e
