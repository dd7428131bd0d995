# %% flagged in tests/test_box.py: bare, empty, and of both marks
import pytest


class TestBox:
    @pytest.mark.skip
#    ~~~~~~~~~~~~~~~~ gives no reason
    def test_lid(self):
        assert 1

    @pytest.mark.xfail(strict=True)
#    ~~~~~~~~~~~~~~~~~ gives no reason
    def test_hinge(self):
        assert 1

    def test_lock(self):
        pytest.skip()
#       ~~~~~~~~~~~ say why

# %% clean in tests/test_box.py: with a reason, or a condition
import pytest


@pytest.mark.skip(reason="no lid yet")
def test_lid():
    assert 1


@pytest.mark.skip("no lid yet")
def test_hinge():
    assert 1


@pytest.mark.skipif(OLD, reason="no lid yet")
def test_lock():
    pytest.skip("no lock yet")

# %% clean in tests/test_box.py: a comment tells why
import pytest


@pytest.mark.skip  # there is no lid yet
def test_lid():
    assert 1


# There is no hinge yet.
@pytest.mark.xfail
def test_hinge():
    assert 1
