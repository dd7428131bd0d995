# %% flagged: more than allowed {"limit": 3}
def area(left, top, right, bottom):
#   ~~~~ 4 parameters
    return left, top, right, bottom

# %% clean: as many as allowed {"limit": 3}
def area(left, top, right):
    return left, top, right

# %% flagged: by place {"limit": 2, "positional": true}
def area(left, top, right, *, bottom):
#   ~~~~ takes 3 parameters by place, and the limit is 2
    return left, top, right, bottom

# %% clean: the others are named {"limit": 2, "positional": true}
def area(left, top, *, right, bottom):
    return left, top, right, bottom

# %% clean: a framework passes them by place {"limit": 1, "positional": true}
@app.get("/boats/{name}")
def boat(name, harbour):
    return name, harbour


class BoatView(View):
    def get(self, request, name):
        return request, name

# %% flagged: the team's own class {"limit": 1, "positional": true}
class Yard:
    def build(self, name, length):
    #   ~~~~~ by place
        return name, length

# %% clean: fixtures are passed by name {"limit": 1, "positional": true} tests/test_boats.py
def test_boat(client, boat):
    assert client.get(boat)
