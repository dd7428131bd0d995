# %% flagged: every origin
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

origins = ["*"]
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"])
#                                                ~~~~~ `allow_origins=["*"]`
app.add_middleware(CORSMiddleware, allow_origins=origins)
#                                                ~~~~~~~ lets every page
app.add_middleware(CORSMiddleware, allow_origin_regex=".*")
#                                                     ~~~~ allow_origin_regex
# %% fixed
import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

origins = ["*"]
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=os.environ["CORS_ORIGINS"].split(","))
app.add_middleware(CORSMiddleware, allow_origins=os.environ["CORS_ORIGINS"].split(","))
app.add_middleware(CORSMiddleware, allow_origins=os.environ["CORS_ORIGINS"].split(","))

# %% flagged: the workspace has settings for it
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"])
#                                                ~~~~~ name the origins
app.add_middleware(CORSMiddleware, allow_origin_regex=".*", allow_methods=["*"])
#                                                     ~~~~ name the origins
# %% file app/settings.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    cors_origins: list[str] = []


settings = Settings()
# %% fixed
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from app.settings import settings

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=settings.cors_origins, allow_methods=["*"])
app.add_middleware(CORSMiddleware, allow_origins=settings.cors_origins, allow_methods=["*"])

# %% clean: named origins, other wildcards
from fastapi.middleware.cors import CORSMiddleware

from app.main import app

app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"], allow_methods=["*"], allow_headers=["*"])
app.add_middleware(CORSMiddleware, allow_origin_regex=r"https://.*\.shop\.example")
call(allow_origins=["*"])

# %% flagged: a wildcard among named origins
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example", "*"])
#                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ lets every page
