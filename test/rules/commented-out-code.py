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

# %% clean: headings for tools, and one line that explains
# title: Loading
# tags: ["cranes", "ships"]
# draft: false

# (name, weight, berth)
ROWS = [("Alma", 3, 1)]


def mask(value):
    # shifted: 3 << 0 = 3
    return value


def load(page):
    # page.read(...)
    return page
