# %% flagged: in a call, under a name, as a default, of a client
import httpx
import requests

TIDES = "http://api.tides.org/v1"
#        ~~~~~~~~~~~~~~~~~~~~~~~ use HTTPS


def load(url="http://tides.org:8080/today"):
    #         ~~~~~~~~~~~~~~~~~~~~~~~~~~~ goes unencrypted
    requests.post(url, timeout=5)
    httpx.get(f"{TIDES}/now", timeout=5)
    requests.request("GET", "http://tides.org/z", timeout=5)
    #                        ~~~~~~~~~~~~~~~~~~ use HTTPS
    with httpx.Client(base_url="http://tides.org/v2") as client:
        #                       ~~~~~~~~~~~~~~~~~~~ use HTTPS
        client.get("http://tides.org/y")
        #           ~~~~~~~~~~~~~~~~~~ use HTTPS
    return httpx.get("http://tides.org/x", timeout=5)
    #                 ~~~~~~~~~~~~~~~~~~ use HTTPS
# %% fixed
import httpx
import requests

TIDES = "https://api.tides.org/v1"


def load(url="https://tides.org:8080/today"):
    requests.post(url, timeout=5)
    httpx.get(f"{TIDES}/now", timeout=5)
    requests.request("GET", "https://tides.org/z", timeout=5)
    with httpx.Client(base_url="https://tides.org/v2") as client:
        client.get("https://tides.org/y")
    return httpx.get("https://tides.org/x", timeout=5)

# %% clean: here, a service, a namespace, an example, a text, a question
import httpx

httpx.get("http://localhost:8000", timeout=5)
httpx.get("http://tides:8000/x", timeout=5)
httpx.get("http://www.w3.org/2000/svg", timeout=5)
httpx.get("http://example.com/x", timeout=5)
httpx.get("https://tides.org", timeout=5)
HELP = "see http://tides.org for more"


def is_plain(url):
    return url.startswith("http://tides.org/")

# %% clean: kept, and handed to what asks for nothing
import httpx

RUNBOOK = "http://tides.org/runbook"
ISSUER = "http://tides.org/"


def signal(make):
    httpx.get("https://tides.org", headers={"Referer": "http://tides.org"}, timeout=5)
    httpx.post("https://tides.org", data="http://tides.org", timeout=5)
    httpx.put("https://tides.org", "http://tides.org")
    return make(runbook="http://tides.org/book", name=RUNBOOK)

# %% clean in tests/test_tides.py: a test's own
import httpx


def test_tides():
    assert httpx.get("http://tides.org", timeout=5)
