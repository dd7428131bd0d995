# %% flagged: by name, by call, in a text
import logging

logger = logging.getLogger(__name__)


async def receive(request, response, payload):
    logger.info("got %s", payload)
    #                     ~~~~~~~ a whole body
    logger.info(f"got {await request.json()}")
    #                        ~~~~~~~~~~~~~~ or its length
    logger.error("failed: %s", response.text)
    #                          ~~~~~~~~~~~~~ a whole body

# %% clean: a field, a length, a status
import logging

logger = logging.getLogger(__name__)


async def receive(request, response, payload):
    logger.info("got %s of %s", payload["kind"], len(payload))
    logger.info(f"got {payload.kind} {response.status_code}")
    logger.info("kind %s", payload.get("kind"))
    print(payload)
