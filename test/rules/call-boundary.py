# %% flagged in app/routes/orders.py: from the layer, on a field too {"calls": ["repo.hold"], "from": ["routes"]}
def hold(repo, order_repo, key):
    repo.hold(key)
#   ~~~~~~~~~ `routes/` must not call `repo.hold()`
    order_repo.hold(key)
#   ~~~~~~~~~~~~~~~ must not

# %% flagged in app/jobs/nightly.py: by anybody but the owner {"calls": ["ledger.post"], "owners": ["services"]}
def run(self):
    self.ledger.post(1)
#   ~~~~~~~~~~~~~~~~ only `services/` may call

# %% clean in app/services/orders.py: from the owner {"calls": ["ledger.post"], "owners": ["services"]}
def run(ledger):
    ledger.post(1)

# %% clean in app/routes/orders.py: another thing of that method, another method {"calls": ["repo.hold"], "from": ["routes"]}
def hold(line, repo):
    line.hold()
    repo.find(1)
    hold(1, 2)

# %% clean in app/core/orders.py: from elsewhere {"calls": ["repo.hold"], "from": ["routes"]}
def hold(repo):
    repo.hold(1)

# %% flagged in shop/repositories/orders.py: on whatever it is called {"calls": [".commit"], "from": ["repositories"]}
def save(session, order):
    session.add(order)
    session.commit()
#   ~~~~~~~~~~~~~~ `repositories/` must not call `.commit()`

# %% flagged in shop/views.py: whatever the manager is asked {"calls": ["objects.*", ".save"], "from": ["views"]}
def order(request, key, serializer):
    found = Order.objects.filter(pk=key).first()
#           ~~~~~~~~~~~~~~~~~~~~ must not call `objects.*()`
    found.save()
#   ~~~~~~~~~~ must not
    serializer.save()

# %% clean in shop/services/orders.py: from the owner, and another's {"calls": [".commit"], "owners": ["services"]}
def ship(session):
    session.commit()
