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

# %% flagged: answers of a client and of a session
import httpx
import requests

client = httpx.Client(base_url="https://tides.example")


def height(port):
    answer = client.get(f"/{port}")
#            ~~~~~~~~~~~~~~~~~~~~~~
    return answer.json()


def looked_at(port):
    answer = client.get(f"/{port}")
    answer.raise_for_status()
    return answer.json()


async def later(port):
    async with httpx.AsyncClient() as client:
        answer = await client.get(port)
#                      ~~~~~~~~~~~~~~~~
        return answer.json()


def older(port):
    session = requests.Session()
    return session.get(port).text
#          ~~~~~~~~~~~~~~~~~
# %% fixed
import httpx
import requests

client = httpx.Client(base_url="https://tides.example")


def height(port):
    answer = client.get(f"/{port}")
    answer.raise_for_status()
    return answer.json()


def looked_at(port):
    answer = client.get(f"/{port}")
    answer.raise_for_status()
    return answer.json()


async def later(port):
    async with httpx.AsyncClient() as client:
        answer = await client.get(port)
        answer.raise_for_status()
        return answer.json()


def older(port):
    session = requests.Session()
    response = session.get(port)
    response.raise_for_status()
    return response.text

# %% clean: a hook looks at every answer, and what is no client
import httpx


def loud(answer):
    answer.raise_for_status()


client = httpx.Client(event_hooks={"response": [loud]})


def height(port, tides):
    tides.get(port).json()
    return client.get(port).json()
