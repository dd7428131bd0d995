# %% flagged: by name, by call, in a text
import logging

import httpx
from fastapi import Request

logger = logging.getLogger(__name__)


async def receive(request: Request):
    body = await request.body()
    logger.info("got %s", body)
    #                     ~~~~ a whole body
    logger.info(f"got {await request.json()}")
    #                        ~~~~~~~~~~~~~~ or its length
    response = httpx.get("https://tides.org", timeout=5)
    logger.error("failed: %s", response.text)
    #                          ~~~~~~~~~~~~~ a whole body
    tides = response.json()
    logger.error(f"failed: {tides}")
    #                       ~~~~~ a whole body

# %% fixed
import logging

import httpx
from fastapi import Request

logger = logging.getLogger(__name__)


async def receive(request: Request):
    body = await request.body()
    logger.info("got %s", len(body))
    logger.info(f"got {len(await request.body())} bytes")
    response = httpx.get("https://tides.org", timeout=5)
    logger.error("failed: %s", len(response.text))
    tides = response.json()
    logger.error(f"failed: {len(response.content)} bytes")

# %% flagged: of a view of Flask, and of Django
import logging

from flask import request as asked

logger = logging.getLogger(__name__)


def view(request):
    logger.info(asked.get_json())
    #           ~~~~~~~~~~~~~~~~ a whole body
    logger.info("got %s", request.body)
    #                     ~~~~~~~~~~~~ a whole body

# %% fixed
import logging

from flask import request as asked

logger = logging.getLogger(__name__)


def view(request):
    logger.info("%s bytes", asked.content_length)
    logger.info("got %s", len(request.body))

# %% flagged: only of requests {"responses": false}
import logging

import httpx

logger = logging.getLogger(__name__)


def view(request):
    logger.info("got %s", request.body)
    #                     ~~~~~~~~~~~~ a whole body
    logger.error("failed: %s", httpx.get("https://tides.org", timeout=5).text)

# %% fixed
import logging

import httpx

logger = logging.getLogger(__name__)


def view(request):
    logger.info("got %s", len(request.body))
    logger.error("failed: %s", httpx.get("https://tides.org", timeout=5).text)

# %% clean: only responses are meant {"requests": false}
import logging

logger = logging.getLogger(__name__)


def view(request):
    logger.info("got %s", request.body)

# %% clean: a field, a length, a status
import logging

from fastapi import Request

logger = logging.getLogger(__name__)


async def receive(request: Request, response):
    payload = await request.json()
    logger.info("got %s of %s", payload["kind"], len(payload))
    logger.info(f"got {payload.kind} {response.status_code}")
    logger.info("kind %s", payload.get("kind"))
    print(payload)

# %% clean: bodies of letters, claims of a token, answers of a model
import logging

import jwt

logger = logging.getLogger(__name__)


def send(to, body, token, model):
    logger.info("sent %s to %s", body, to)
    payload = jwt.decode(token, "key", algorithms=["HS256"])
    logger.info("claims %s", payload)
    response = model.ask(to)
    logger.info("said %s", response.text)
    body = {"to": to}
    logger.info("draft %s", body)

# %% flagged: as bytes, as text, awaited, in an f-string, of an answer, as the whole message
import logging

import requests
from fastapi import Request

logger = logging.getLogger(__name__)


async def receive(request: Request):
    logger.info("got %s from %s", await request.body(), request.client)
    #                                   ~~~~~~~~~~~~~~ a whole body
    found = requests.get("https://tides.org", timeout=5)
    logger.info(f"tides: {found.json()!r}")
    #                     ~~~~~~~~~~~~ a whole body
    logger.info(found.text)
    #           ~~~~~~~~~~ a whole body

# %% fixed
import logging

import requests
from fastapi import Request

logger = logging.getLogger(__name__)


async def receive(request: Request):
    logger.info("got %s from %s", len(await request.body()), request.client)
    found = requests.get("https://tides.org", timeout=5)
    logger.info(f"tides: {len(found.content)!r}")
    logger.info("%s characters", len(found.text))
