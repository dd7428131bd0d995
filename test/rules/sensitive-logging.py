# %% flagged: secrets in logs
import logging
import os

import structlog
from loguru import logger as loguru

logger = logging.getLogger(__name__)
log = structlog.get_logger()


class Account:
    password: str
    api_key: str


def sign_in(name: str, password: str, account: Account, settings, headers: dict) -> None:
    logger.info("%s with %s", name, password)
    #                               ~~~~~~~~ `password` ends up in the log
    logger.debug(f"key {account.api_key}")
    #                   ~~~~~~~~~~~~~~~
    logger.warning("token: " + settings.access_token)
    #                          ~~~~~~~~~~~~~~~~~~~~~
    log.info("signed_in", name=name, password=account.password)
    #                                         ~~~~~~~~~~~~~~~~
    log.info("signed_in", token=name)
    #                           ~~~~
    loguru.error("failed {}", settings.client_secret)
    #                         ~~~~~~~~~~~~~~~~~~~~~~
    print("secret", os.environ["APP_SECRET"])
    #               ~~~~~~~~~~~~~~~~~~~~~~~~
    print(os.getenv("API_KEY"))
    #     ~~~~~~~~~~~~~~~~~~~~
    logger.info("in", extra={"name": name, "authorization": headers["Authorization"]})
    #                                                       ~~~~~~~~~~~~~~~~~~~~~~~~
    logger.error("bad %s" % password)
    #                       ~~~~~~~~
    logger.info("k {}".format(settings.secret_key.get_secret_value()))
    #                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
import logging
import os

import structlog
from loguru import logger as loguru

logger = logging.getLogger(__name__)
log = structlog.get_logger()


class Account:
    password: str
    api_key: str


def sign_in(name: str, password: str, account: Account, settings, headers: dict) -> None:
    logger.info("%s with %s", name, "***")
    logger.debug("key ***")
    logger.warning("token: " + "***")
    log.info("signed_in", name=name, password="***")
    log.info("signed_in", token="***")
    loguru.error("failed {}", "***")
    print("secret", "***")
    print("***")
    logger.info("in", extra={"name": name, "authorization": "***"})
    logger.error("bad %s" % "***")
    logger.info("k {}".format("***"))

# %% flagged: data of persons {"personal": true}
import logging

logger = logging.getLogger(__name__)


def pay(card_number: str) -> None:
    logger.info("paid with %s", card_number)
    #                           ~~~~~~~~~~~
# %% fixed
import logging

logger = logging.getLogger(__name__)


def pay(card_number: str) -> None:
    logger.info("paid with %s", "***")

# %% clean: about secrets
import hashlib
import logging

import structlog
from pydantic import SecretStr

logger = logging.getLogger(__name__)
log = structlog.get_logger()


def sign_in(name: str, password: str, token: str, token_id: int, card_number: str, key: str) -> None:
    logger.info("password changed for %s", name)
    logger.info("length %d", len(password))
    logger.info("has password: %s", bool(password))
    logger.info("hash %s", hashlib.sha256(password.encode()).hexdigest())
    log.info("token_issued", token_id=token_id, token_type="bearer", has_token=token is not None)
    logger.debug("given" if password else "missing")
    logger.info("cache key %s", key)
    logger.info("card %s", card_number)
    logger.info("token ends with %s", token[-4:])


def used(prompt_tokens: int, total_tokens: int, max_tokens: int, secret: SecretStr) -> None:
    logger.info("%d of %d, %d", prompt_tokens, total_tokens, max_tokens)
    logger.info("secret %s", secret)


def masked(password: str) -> None:
    password = mask(password)
    logger.info("with %s", password)


def mask(text: str) -> str:
    return "*" * len(text)


def send(client, password: str) -> None:
    client.post("/login", password=password)

# %% flagged: with a fix
import logging

logger = logging.getLogger(__name__)


def sign_in(name: str, password: str) -> None:
    logger.info(f"{name} with {password}")
    #                          ~~~~~~~~
    logger.info("signed in", extra={"password": password})
    #                                           ~~~~~~~~
    logger.debug(f"password={password}")
    #                        ~~~~~~~~

# %% fixed
import logging

logger = logging.getLogger(__name__)


def sign_in(name: str, password: str) -> None:
    logger.info(f"{name} with ***")
    logger.info("signed in", extra={"password": "***"})
    logger.debug("password=***")

# %% clean in scripts/make_client.py: what a script shows to the person who started it
def main(client):
    print(f"Secret: {client.client_secret}")
# %% flagged: a secret that stands in the code
import logging

logger = logging.getLogger(__name__)
relay_password = "Vd4!mS8#kP"


def connect() -> None:
    logger.debug("relay %s", relay_password)
    #                        ~~~~~~~~~~~~~~
# %% clean: masks and words
import logging

logger = logging.getLogger(__name__)
password = "changeme"
token = "no token at all"


def connect() -> None:
    secret = "******"
    logger.debug("%s %s %s", password, token, secret)

# %% clean: shown to whoever starts the module by hand
def open_locker(number):
    return {"number": number, "password": "0000"}


if __name__ == "__main__":
    locker = open_locker(7)
    print(f"Password: {locker.get('password')}")

# %% clean: rows that are called tokens
import logging

logger = logging.getLogger(__name__)


def sweep(db, tokens, now):
    for token in tokens:
        if token.expires_at < now:
            logger.warning(f"Deleting expired token {token}")
            db.delete(token)
        if not token.owner:
            logger.warning("Nobody has %s", token)

# %% flagged: texts, also where a method is called on them
import logging

logger = logging.getLogger(__name__)


def check(token, password):
    token = token.strip()
    if not token.startswith("x"):
        logger.warning(f"Bad token {token}")
        #                           ~~~~~
    logger.info("tried %s", password)
    #                       ~~~~~~~~
# %% fixed
import logging

logger = logging.getLogger(__name__)


def check(token, password):
    token = token.strip()
    if not token.startswith("x"):
        logger.warning("Bad token ***")
    logger.info("tried %s", "***")

# %% clean: a copy that is masked for the log
import logging

logger = logging.getLogger(__name__)


def save(token):
    shown_token = {}
    shown_token.update(token)
    for key in ("access_token", "refresh_token"):
        if key in token:
            shown_token[key] = "REDACTED"
    logger.debug("Saving %s", shown_token)

# %% clean: pieces of a text, and rows that are called so
import logging

from lark import Token, Tree

logger = logging.getLogger(__name__)


def visit(node: Tree) -> str:
    token = node.children[0]
    logger.debug("Visit %s", token)
    if not isinstance(token, Token):
        raise TypeError("no token")
    return token.lstrip(".")


def number(token: Token) -> int:
    logger.debug("Number %s", token, extra={"size": len(token)})
    return int(token.value)


def the_one(store, name: str):
    found_secret = store.search(name)
    logger.info("Found %s", found_secret)
    return found_secret[0]

# %% clean: a keyword that repeats the name of what is no secret
import structlog
from lark import Token

logger = structlog.get_logger()


def number(token: Token) -> int:
    logger.debug("Number", token=token)
    return int(token.value)
