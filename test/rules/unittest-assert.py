# %% flagged in tests/test_add.py: methods of TestCase
import unittest


class AddTest(unittest.TestCase):
    def test_add(self):
        self.assertEqual(1 + 1, 2)
        #<~~~~~~~~~~~~~~ assertEqual
        self.assertTrue(self)
        #<~~~~~~~~~~~~~ assertTrue
# %% fixed
import unittest


class AddTest(unittest.TestCase):
    def test_add(self):
        assert 1 + 1 == 2
        assert self

# %% clean in tests/test_add.py: plain asserts
def test_add():
    assert 1 + 1 == 2

# %% flagged in tests/test_port.py: expected errors
import unittest


class PortTest(unittest.TestCase):
    def test_port(self):
        with self.assertRaises(ValueError):
        #    ~~~~~~~~~~~~~~~~~ pytest.raises
            int("x")
