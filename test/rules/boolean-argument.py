# %% flagged: by annotation and by default
def resize(image, crop: bool):
#                 ~~~~
    return image, crop


def save(path, overwrite=True):
#              ~~~~~~~~~
    return path, overwrite


class Image:
    async def send(self, quick: bool = False):
#                        ~~~~~
        return quick
# %% fixed
def resize(image, *, crop: bool):
    return image, crop


def save(path, *, overwrite=True):
    return path, overwrite


class Image:
    async def send(self, *, quick: bool = False):
        return quick

# %% clean: behind a star, without a boolean, and where the signature is given
def resize(image, *, crop: bool = False, size: int = 3):
    return image, crop, size


class Image:
    def __eq__(self, other: bool):
        return self is other

    @property
    def visible(self):
        return True

    @visible.setter
    def visible(self, value: bool):
        self._visible = value
