# %% flagged in tests/adding.py: another form
def test_add():
#<~~~~~~~~~~~~~ `adding.py`
    assert True
# %% gone
# %% fixed tests/test_adding.py
def test_add():
    assert True

# %% flagged in tests/test_adding.py: another pattern {"pattern": "*_test.py"}
def test_add():
#<~~~~~~~~~~~~~ `*_test.py`
    assert True
# %% gone
# %% fixed tests/adding_test.py
def test_add():
    assert True

# %% clean in tests/test_adding.py: the form
def test_add():
    assert True

# %% clean in tests/helpers.py: no tests in it
def make():
    return 1

# %% clean in tests/conftest.py: conftest
def test_data():
    return 1
