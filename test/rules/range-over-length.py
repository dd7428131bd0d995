# %% flagged: items looked up by their index
def show(items, box):
    for i in range(len(items)):
#            ~~~~~~~~~~~~~~~~~
        print(i, items[i])
    for j in range(len(box.items)):
#            ~~~~~~~~~~~~~~~~~~~~~
        if j:
            print(box.items[j])
# %% fixed
def show(items, box):
    for i, item in enumerate(items):
        print(i, item)
    for j, item in enumerate(box.items):
        if j:
            print(item)

# %% clean: written to, never looked up, or counted otherwise
def fill(items):
    for i in range(len(items)):
        items[i] = i
    for i in range(len(items)):
        print(i)
    for i in range(1, len(items)):
        print(items[i], items[i - 1])
    for i, item in enumerate(items):
        print(i, item)
