# %% flagged: in a call, under a name, as a default
import httpx

TIDES = "http://api.tides.org/v1"
#        ~~~~~~~~~~~~~~~~~~~~~~~ use HTTPS


def load(url="http://tides.org:8080/today"):
    #         ~~~~~~~~~~~~~~~~~~~~~~~~~~~ goes unencrypted
    return httpx.get("http://tides.org/x", timeout=5), url
    #                 ~~~~~~~~~~~~~~~~~~ use HTTPS
# %% fixed
import httpx

TIDES = "https://api.tides.org/v1"


def load(url="https://tides.org:8080/today"):
    return httpx.get("https://tides.org/x", timeout=5), url

# %% clean: here, a service, a namespace, an example, a text, a question
LOCAL = "http://localhost:8000"
SERVICE = "http://tides:8000/x"
SVG = "http://www.w3.org/2000/svg"
DOCS = "http://example.com/x"
HELP = "see http://tides.org for more"
SAFE = "https://tides.org"


def is_plain(url):
    return url.startswith("http://tides.org/")
