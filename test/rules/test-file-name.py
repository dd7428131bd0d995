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

# %% clean in tests/harness.py: a function that makes tests for other modules
def make_tests(rows):
    def test_rows():
        assert rows

    return {"test_rows": test_rows}

# %% flagged in tests/harness.py: tests that are methods
class TestRows:
#<~~~~~~~~~~~~~ `harness.py`
    def test_rows(self):
        assert True
# %% gone
# %% fixed tests/test_harness.py
class TestRows:
    def test_rows(self):
        assert True
