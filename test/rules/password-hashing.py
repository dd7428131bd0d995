# %% flagged: digests and comparisons
import hashlib
import secrets
from hashlib import sha256

from pydantic import BaseModel


class SignIn(BaseModel):
    password: str


def digest(password: str) -> str:
    return hashlib.md5(password.encode("utf-8")).hexdigest()
    #      ~~~~~~~~~~~ hash it with bcrypt


def salted(form: SignIn, salt: str) -> str:
    return sha256((salt + form.password).encode()).hexdigest()
    #      ~~~~~~


def by_name(pwd: str) -> bytes:
    value = f"salt{pwd}"
    return hashlib.new("sha512", value.encode()).digest()
    #      ~~~~~~~~~~~


def updated(password: str) -> str:
    made = hashlib.sha1()
    made.update(password.encode())
    #<~~~~~~~~~
    return made.hexdigest()


def check(user, password: str, form: SignIn) -> bool:
    if user.password == password:
    #  ~~~~~~~~~~~~~~~~~~~~~~~~~ compares passwords
        return True
    return secrets.compare_digest(user.password, form.password)
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# %% fixed
import hashlib
import secrets
from hashlib import sha256

import bcrypt
from pydantic import BaseModel


class SignIn(BaseModel):
    password: str


def digest(password: str) -> str:
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()


def salted(form: SignIn, salt: str) -> str:
    return sha256((salt + form.password).encode()).hexdigest()


def by_name(pwd: str) -> bytes:
    value = f"salt{pwd}"
    return bcrypt.hashpw(value.encode(), bcrypt.gensalt())


def updated(password: str) -> str:
    made = hashlib.sha1()
    made.update(password.encode())
    return made.hexdigest()


def check(user, password: str, form: SignIn) -> bool:
    if bcrypt.checkpw(password.encode(), user.password.encode()):
        return True
    return bcrypt.checkpw(form.password.encode(), user.password.encode())

# %% flagged: stored
from sqlalchemy import insert
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "members"
    id: Mapped[int] = mapped_column(primary_key=True)
    password: Mapped[str]
    hashed_password: Mapped[str]


def create(data) -> Member:
    return Member(password=data.password)
    #                      ~~~~~~~~~~~~~ as it came in `password`


def change(member: Member, password: str) -> None:
    member.hashed_password = password
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


def statement(password: str):
    return insert(Member).values(password=password)
    #                                     ~~~~~~~~
# %% fixed
import bcrypt
from sqlalchemy import insert
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "members"
    id: Mapped[int] = mapped_column(primary_key=True)
    password: Mapped[str]
    hashed_password: Mapped[str]


def create(data) -> Member:
    return Member(password=bcrypt.hashpw(data.password.encode(), bcrypt.gensalt()).decode())


def change(member: Member, password: str) -> None:
    member.hashed_password = bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()


def statement(password: str):
    return insert(Member).values(password=bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode())

# %% clean: real hashes, other digests, repetitions
import hashlib

import bcrypt
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "members"
    id: Mapped[int] = mapped_column(primary_key=True)
    hashed_password: Mapped[str]


def protect(password: str) -> bytes:
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt())


def derive(password: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)


def etag(body: bytes, key: str) -> str:
    return hashlib.sha256(body).hexdigest() + hashlib.md5(key.encode()).hexdigest()


def create(data) -> Member:
    password = protect(data.password)
    return Member(hashed_password=password)


def change(member: Member, password: str) -> None:
    member.hashed_password = protect(password).decode()


def repeated(form) -> bool:
    return form.password == form.password_confirm and form.password != ""


class Mailer:
    def __init__(self, password: str) -> None:
        self.password = password


def connect(client, password: str) -> None:
    client.login(password=password)


def check(member: Member, password: str) -> bool:
    return bcrypt.checkpw(password.encode(), member.hashed_password.encode())

# %% flagged: either side may be the stored one, so the check is left to a person
def same(one, other) -> bool:
    return one.password == other.password
    #      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ as they are
# %% fixed
def same(one, other) -> bool:
    return one.password == other.password

# %% flagged: a digest that is compared at once, which no other hash can stand in for
import hashlib


def known(password: str, kept: str) -> bool:
    return hashlib.sha256(password.encode()).hexdigest() == kept
    #      ~~~~~~~~~~~~~~ fast digest
# %% fixed
import hashlib


def known(password: str, kept: str) -> bool:
    return hashlib.sha256(password.encode()).hexdigest() == kept

# %% clean: a digest that protects nothing
import hashlib


def pages(password: str) -> str:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest()[:5]
