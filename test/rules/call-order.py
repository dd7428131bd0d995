# %% flagged: the second call alone, on an object that was changed or made here {"call": "save", "needs": "validate"}
def rename(item, name):
    item.name = name
    item.save()
#        ~~~~~~ validate


def create():
    item = Item()
    item.save()
#        ~~~~~~ before
# %% fixed
def rename(item, name):
    item.name = name
    item.validate()
    item.save()


def create():
    item = Item()
    item.validate()
    item.save()

# %% flagged: the call that has to follow {"call": "add", "needs": "flush", "order": "after"}
def store(batch, row):
    batch.size = 1
    batch.flush()
    batch.add(row)
#         ~~~~~~~~ after
# %% fixed
def store(batch, row):
    batch.size = 1
    batch.flush()
    batch.add(row)
    batch.flush()

# %% clean: in order, on another object, on one that came from elsewhere {"call": "save", "needs": "validate"}
def rename(item, name):
    item.name = name
    item.validate()
    item.save()


def draw(figure):
    figure.save("a.png")


class Item:
    def touch(self):
        self.save()
