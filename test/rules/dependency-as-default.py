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
from typing import Annotated

from fastapi import APIRouter, Depends, Query

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

# %% flagged: behind another default
from typing import Optional

from fastapi import APIRouter, Depends

from app.users import user

router = APIRouter()


@router.get("/")
def home(
    who: int = Depends(user),
#   ~~~~~~~~~~~~~~~~~~~~~~~~
    name: Optional[str] = Depends(user),
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
):
    return who


@router.get("/all")
def every(
    page: int = 1,
    who: int = Depends(user),
#   ~~~~~~~~~~~~~~~~~~~~~~~~
):
    return who
# %% fixed
from typing import Annotated, Optional

from fastapi import APIRouter, Depends

from app.users import user

router = APIRouter()


@router.get("/")
def home(
    who: Annotated[int, Depends(user)],
    name: Annotated[Optional[str], Depends(user)],
):
    return who


@router.get("/all")
def every(
    page: int = 1,
    who: int = Depends(user),
):
    return who
