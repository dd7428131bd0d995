# %% flagged in harbour/helpers.py: a name that says nothing
def weigh(crate):
#< name the module
    return crate

# %% flagged in harbour/utils/__init__.py: a package of that name {"packages": true}
from harbour.crates import weigh
#< `utils` says nothing

# %% clean in harbour/helpers/__init__.py: a package, where modules are meant
from harbour.crates import weigh

# %% clean in harbour/weights.py: a name that says something
def weigh(crate):
    return crate

# %% clean in harbour/common.py: another name is meant {"names": ["misc"]}
def weigh(crate):
    return crate
