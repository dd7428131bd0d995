# %% flagged: no comma at the end
sizes = [
    1,
    2
     #< trailing comma
]
# %% fixed
sizes = [
    1,
    2,
]

# %% clean: with it, and on one line
sizes = [
    1,
    2,
]
more = [1, 2]

# %% flagged: what has a line for each item
moor(
    boat, berth
)
moor(
    boat,
    berth
         #< trailing comma
)
names = [
    "Alma"
          #< trailing comma
]
sizes = [
    1, 2, 3
]


def find(
    key, size
):
    return key

# %% flagged: collections alone {"collectionsOnly": true}
from harbour import (
    Boat,
    Berth
)

moor(
    boat,
    berth
)
names = {
    "Alma": 1,
    "Berta": 2
              #< trailing comma
}
