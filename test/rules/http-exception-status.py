# %% flagged: statuses of the server
from http import HTTPStatus

from fastapi import HTTPException, status


def find(item):
    if item:
        raise HTTPException(500, "broken")
        #                   ~~~ 500
    if not item:
        raise HTTPException(status_code=status.HTTP_503_SERVICE_UNAVAILABLE)
        #                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 503
    raise HTTPException(status_code=HTTPStatus.BAD_GATEWAY)
    #                               ~~~~~~~~~~~~~~~~~~~~~~ 502
# %% fixed
from http import HTTPStatus

from fastapi import HTTPException, status


class ModuleError(Exception):
    pass


def find(item):
    if item:
        raise ModuleError("broken")
    if not item:
        raise ModuleError()
    raise ModuleError()

# %% clean: the client's, what the text allows, another class {"allowed": ["503"]}
from fastapi import HTTPException, status
from requests import HTTPException as Other


def find(item, code):
    if item:
        raise HTTPException(404, "no such item")
    if code:
        raise HTTPException(status_code=status.HTTP_503_SERVICE_UNAVAILABLE)
    if not item:
        raise HTTPException(status_code=code)
    raise Other(500)

# %% clean: a probe answers by its status
from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.get("/healthz")
async def healthz(db):
    if not await db.ping():
        raise HTTPException(503, "No database")
