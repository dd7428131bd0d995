# %% flagged in tests/test_weather.py: real hosts {"libraries": ["streamer"]}
import urllib.request

import aiohttp
import httpx
import requests
import streamer
from requests import get as fetch

API = "https://api.weather.dev"


def test_function() -> None:
    assert requests.get("https://api.weather.dev/now").ok
    #      ~~~~~~~~~~~~ a real service through `requests`
    assert fetch(f"{API}/now").ok
    #      ~~~~~
    urllib.request.urlopen("http://weather.dev")
    #<~~~~~~~~~~~~~~~~~~~~


async def test_clients() -> None:
    async with httpx.AsyncClient() as client:
        await client.post(API + "/now", json={})
        #     ~~~~~~~~~~~
    async with httpx.AsyncClient(base_url="https://api.weather.dev") as client:
        await client.get("/now")
        #     ~~~~~~~~~~
    async with aiohttp.ClientSession() as session:
        async with session.get("https://api.weather.dev/now") as answer:
        #          ~~~~~~~~~~~
            assert answer


class TestWeather:
    def test_session(self) -> None:
        session = requests.Session()
        assert session.get("https://api.weather.dev/now").ok
        #      ~~~~~~~~~~~

    def test_library(self) -> None:
        assert streamer.streams("boats")
        #      ~~~~~~~~~~~~~~~~ through `streamer`
# %% fixed
import urllib.request
from unittest.mock import patch

import aiohttp
import httpx
import requests
import streamer
from requests import get as fetch

API = "https://api.weather.dev"


@patch("requests.get")
def test_function(mock_get) -> None:
    assert requests.get("https://api.weather.dev/now").ok
    assert fetch(f"{API}/now").ok
    urllib.request.urlopen("http://weather.dev")


@patch("httpx.AsyncClient.post")
async def test_clients(mock_post) -> None:
    async with httpx.AsyncClient() as client:
        await client.post(API + "/now", json={})
    async with httpx.AsyncClient(base_url="https://api.weather.dev") as client:
        await client.get("/now")
    async with aiohttp.ClientSession() as session:
        async with session.get("https://api.weather.dev/now") as answer:
            assert answer


class TestWeather:
    @patch("requests.Session.get")
    def test_session(self, mock_get) -> None:
        session = requests.Session()
        assert session.get("https://api.weather.dev/now").ok

    @patch("streamer.streams")
    def test_library(self, mock_streams) -> None:
        assert streamer.streams("boats")

# %% clean in tests/test_weather.py: mocked, local, test clients
from unittest.mock import patch

import httpx
import pytest
import requests
import responses
import respx
from fastapi.testclient import TestClient
from httpx import ASGITransport, AsyncClient

from app.main import app


@responses.activate
def test_responses() -> None:
    responses.get("https://api.weather.dev/now")
    assert requests.get("https://api.weather.dev/now").ok


@respx.mock
async def test_respx() -> None:
    assert httpx.get("https://api.weather.dev/now")


def test_fixture(requests_mock) -> None:
    assert requests.get("https://api.weather.dev/now")


def test_patch() -> None:
    with patch("requests.get") as get:
        assert requests.get("https://api.weather.dev/now") and get


def test_monkeypatch(monkeypatch) -> None:
    monkeypatch.setattr(requests, "get", lambda url: url)
    assert requests.get("https://api.weather.dev/now")


def test_local() -> None:
    assert requests.get("http://localhost:8000/now")
    assert TestClient(app).get("/now")


async def test_transport() -> None:
    async with AsyncClient(transport=ASGITransport(app=app), base_url="https://api.weather.dev") as client:
        assert await client.get("/now")


async def test_given(client: AsyncClient, live_url: str) -> None:
    assert await client.get("/now")
    assert requests.get(live_url)


def helper() -> None:
    requests.get("https://api.weather.dev/now")

# %% clean in tests/test_all.py: a conftest keeps all from the network
import requests


def test_all() -> None:
    assert requests.get("https://api.weather.dev/now")

# %% file tests/conftest.py
import pytest
import responses


@pytest.fixture(autouse=True)
def network():
    with responses.RequestsMock() as mock:
        yield mock

# %% clean in app/weather.py: no test
import requests


def test_weather() -> None:
    requests.get("https://api.weather.dev/now")

# %% clean in tests/test_fixtures.py: fixtures that stand in, by their name or by what they do
import httpx
import pytest
import requests


@pytest.fixture
def no_weather(monkeypatch):
    monkeypatch.setattr(requests, "get", lambda url: None)


def test_one(respx_mock):
    assert httpx.get("https://api.weather.dev/now")


def test_two(no_weather):
    requests.get("https://api.weather.dev/now")


@pytest.mark.usefixtures("fake_shop")
def test_three():
    requests.get("https://api.weather.dev/now")
# %% file tests/conftest.py
import pytest
import respx


@pytest.fixture
def fake_shop():
    with respx.mock:
        yield

# %% flagged in tests/test_variable.py: a variable is no mock, though it is called like one
import requests


def test_all():
    responses = requests.get("https://api.weather.dev/now")
    #           ~~~~~~~~~~~~ a real service
    assert responses
# %% fixed
from unittest.mock import patch

import requests


@patch("requests.get")
def test_all(mock_get):
    responses = requests.get("https://api.weather.dev/now")
    assert responses

# %% flagged in tests/test_both.py: beside another mock, which keeps its place among the parameters
from unittest.mock import patch

import requests


@patch("shop.clock.now")
def test_both(mock_now):
    assert requests.get("https://api.weather.dev/now").ok
    #      ~~~~~~~~~~~~
    assert mock_now.called is False
# %% fixed
from unittest.mock import patch

import requests


@patch("shop.clock.now")
@patch("requests.get")
def test_both(mock_get, mock_now):
    assert requests.get("https://api.weather.dev/now").ok
    assert mock_now.called is False

# %% flagged in tests/test_tide.py: a host of any name, but for those that stand for this machine
import httpx
import requests


def test_tide():
    assert requests.get("https://tides.example/now", timeout=5).ok
    #      ~~~~~~~~~~~~


def test_local():
    assert httpx.get("http://tides.test/now").is_success
    assert httpx.get("http://testserver/now").is_success

# %% flagged in tests/test_charges.py: what the mock answers is looked at
import httpx


def test_charge() -> None:
    answer = httpx.get("https://api.stripe.com/v1/charges", timeout=5)
    #        ~~~~~~~~~
    assert answer.status_code == 401
# %% fixed
import httpx


def test_charge() -> None:
    answer = httpx.get("https://api.stripe.com/v1/charges", timeout=5)
    assert answer.status_code == 401
