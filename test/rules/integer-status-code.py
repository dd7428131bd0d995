# %% flagged: exceptions, responses, routes
from fastapi import APIRouter, HTTPException
from fastapi.responses import JSONResponse

router = APIRouter()


@router.post("/boats", status_code=201)
#                                  ~~~
def create():
    if create:
        raise HTTPException(409, "taken")
#                           ~~~
    if router:
        raise HTTPException(status_code=404)
#                                       ~~~
    return JSONResponse({}, status_code=202)
#                                       ~~~
# %% fixed
from fastapi import APIRouter, HTTPException, status
from fastapi.responses import JSONResponse

router = APIRouter()


@router.post("/boats", status_code=status.HTTP_201_CREATED)
def create():
    if create:
        raise HTTPException(status.HTTP_409_CONFLICT, "taken")
    if router:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND)
    return JSONResponse({}, status_code=status.HTTP_202_ACCEPTED)

# %% clean: named, or numbers of something else
from fastapi import APIRouter, HTTPException, status

router = APIRouter()


@router.post("/boats", status_code=status.HTTP_201_CREATED)
def create(code: int, send):
    send(status_code=404)
    raise HTTPException(code)
