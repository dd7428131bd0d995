# %% flagged: dependencies and queries
from fastapi import APIRouter, Depends, Query

router = APIRouter()


def user():
    return 1


@router.get("/")
def home(who: int = Depends(user), page: int = Query(1)):
#        ~~~~~~~~~~~~~~~~~~~~~~~~
#                                  ~~~~~~~~~~~~~~~~~~~~
    return who, page
# %% fixed
from fastapi import APIRouter, Depends, Query
from typing import Annotated

router = APIRouter()


def user():
    return 1


@router.get("/")
def home(who: Annotated[int, Depends(user)], page: Annotated[int, Query()] = 1):
    return who, page

# %% clean: annotated, and functions that are no routes
from typing import Annotated

from fastapi import APIRouter, Depends

router = APIRouter()


def user():
    return 1


@router.get("/")
def home(who: Annotated[int, Depends(user)]):
    return who

# %% flagged: only what is injected {"dependenciesOnly": true}
from fastapi import APIRouter, Depends, Query

router = APIRouter()


def user():
    return 1


@router.get("/")
def home(page: int = Query(1), who: int = Depends(user)):
    #                          ~~~~~~~~~~~~~~~~~~~~~~~~ its dependency
    return who, page
