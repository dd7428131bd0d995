# %% flagged: alone, or beside none
from pydantic import BaseModel


class Guest(BaseModel):
    email: str
    #      ~~~ `EmailStr`
    contact_email: str | None = None
    #              ~~~ takes any text
    name: str
# %% fixed
from pydantic import BaseModel, EmailStr


class Guest(BaseModel):
    email: EmailStr
    contact_email: EmailStr | None = None
    name: str

# %% clean: no model, or no plain text
from dataclasses import dataclass

from pydantic import BaseModel, EmailStr


@dataclass
class Letter:
    email: str


class Guest(BaseModel):
    email: EmailStr
    emails: list[str]
    is_email: bool

# %% clean: private, one of two, no address any more, a default that is none
from pydantic import BaseModel


class Guest(BaseModel):
    _fallback_email: str = "a@tides.org"
    username_or_email: str
    hashed_email: str
    mail: str
    sender_email: str = "Tides <tides>"
