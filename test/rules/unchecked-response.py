# %% flagged: read at once, and by a name
import httpx
import requests


def load(url):
    answer = requests.get(url, timeout=5)
#            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ answer.raise_for_status()
    return answer.json()


def text(url):
    return httpx.get(url, timeout=5).text
#          ~~~~~~~~~~~~~~~~~~~~~~~~~ raise_for_status
# %% fixed
import httpx
import requests


def load(url):
    answer = requests.get(url, timeout=5)
    answer.raise_for_status()
    return answer.json()


def text(url):
    response = httpx.get(url, timeout=5)
    response.raise_for_status()
    return response.text

# %% clean: looked at, or handed on
import requests


def load(url):
    answer = requests.get(url, timeout=5)
    answer.raise_for_status()
    return answer.json()


def read(url):
    answer = requests.get(url, timeout=5)
    check(answer)
    return answer.text


def state(url):
    return requests.get(url, timeout=5).status_code
