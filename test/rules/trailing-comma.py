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
