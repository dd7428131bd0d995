# %% flagged: code
def add(a, b):
    # return a - b
    #<~~~~~~~~~~~~ switched off
    return a + b
# %% fixed
def add(a, b):
    return a + b

# %% clean: words
def add(a, b):
    # Adds, and does not subtract: a - b would be wrong.
    # TODO: think
    return a + b

# %% clean: an example of use
def send(data):
    return data


# Example usage:
# answer = send(
#     data={"title": "Hello"},
# )
