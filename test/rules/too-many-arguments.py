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

# %% fixed
def area(left, top, *, right, bottom):
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

# %% fixed
class Yard:
    def build(self, name, *, length):
        return name, length

# %% clean: fixtures are passed by name {"limit": 1, "positional": true} tests/test_boats.py
def test_boat(client, boat):
    assert client.get(boat)

# %% flagged in app/area.py: with calls that pass them by place, here and elsewhere by name {"limit": 2, "positional": true}
def area(left, top, right, bottom=4):
    #<~~ behind `*`
    return left, top, right, bottom


print(area(1, 2, 3), area(1, 2, 3, 4), area(1, 2, right=3))

# %% file app/__init__.py

# %% file app/other.py
from app.area import area

area(1, 2, right=3)

# %% fixed
def area(left, top, *, right, bottom=4):
    return left, top, right, bottom


print(area(1, 2, right=3), area(1, 2, right=3, bottom=4), area(1, 2, right=3))

# %% flagged in app/area.py: with calls elsewhere by place, handed on, unpacked {"limit": 2, "positional": true}
def area(left, top, right):
    #<~~ behind `*`
    return left, top, right


def size(left, top, right):
    #<~~ behind `*`
    return left, top, right


def room(left, top, right):
    #<~~ behind `*`
    return left, top, right


print(map(size, [1]), room(*[1, 2, 3]))

# %% file app/__init__.py

# %% file app/other.py
from app.area import area

area(1, 2, 3)
