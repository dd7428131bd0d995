# %% flagged: Config, validators and methods
from pydantic import BaseModel, root_validator, validator


class User(BaseModel):
    name: str

    @validator("name", pre=True)
    #<~~~~~~~~~~~~~~~~~~~~~~~~~~ `@field_validator`
    def strip(cls, value):
        return value.strip()

    @root_validator
    #<~~~~~~~~~~~~~ `@model_validator`
    def check(cls, values):
        return values

    class Config:
    #<~~~~~~~~~~ `model_config
        orm_mode = True
        allow_population_by_field_name = True


def plain(user: User, row):
    User.from_orm(row)
    #    ~~~~~~~~ `.model_validate()`
    return user.dict(), user.json(indent=2), User.parse_obj({})
    #           ~~~~ `.dict()` is pydantic 1; call
    #                        ~~~~ `.json()` is pydantic 1; call
    #                                             ~~~~~~~~~ `.parse_obj()` is pydantic 1; call
# %% fixed
from pydantic import BaseModel, ConfigDict, field_validator, root_validator


class User(BaseModel):
    name: str

    @field_validator("name", mode="before")
    @classmethod
    def strip(cls, value):
        return value.strip()

    @root_validator
    def check(cls, values):
        return values

    model_config = ConfigDict(from_attributes=True, populate_by_name=True)


def plain(user: User, row):
    User.model_validate(row)
    return user.model_dump(), user.model_dump_json(indent=2), User.model_validate({})

# %% flagged: what a model's own makers give is a model
from pydantic import BaseModel


class User(BaseModel):
    name: str


def text(row, raw: list) -> str:
    user = User.model_validate(row)
    for one in raw:
        print(User.parse_obj(one).dict())
        #          ~~~~~~~~~ `.parse_obj()` is pydantic 1
        #                         ~~~~ `.dict()` is pydantic 1
    return user.json()
    #           ~~~~ `.json()` is pydantic 1
# %% fixed
from pydantic import BaseModel


class User(BaseModel):
    name: str


def text(row, raw: list) -> str:
    user = User.model_validate(row)
    for one in raw:
        print(User.model_validate(one).model_dump())
    return user.model_dump_json()

# %% flagged: a model whose base is in another file
from app.schemas import Base


class User(Base):
    class Config:
    #<~~~~~~~~~~ `model_config
        extra = compute()
# %% file app/schemas.py
from pydantic import BaseModel


class Base(BaseModel):
    pass
# %% fixed
from app.schemas import Base
from pydantic import ConfigDict


class User(Base):
    model_config = ConfigDict(extra=compute())

# %% clean: other classes' methods, version 2 forms
import requests
from pydantic import BaseModel, ConfigDict, field_validator

from app.forms import validator


class User(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    @field_validator("name")
    @classmethod
    def strip(cls, value):
        return value


class Plain:
    class Config:
        orm_mode = True

    @validator("x")
    def dict(self):
        return {}


def get(plain: Plain, unknown):
    return plain.dict(), requests.get("x").json(), unknown.dict(), unknown.json()

# %% clean: a project that pins version 1
from pydantic import BaseModel


class User(BaseModel):
    class Config:
        orm_mode = True
# %% file requirements.txt
fastapi==0.99
pydantic==1.10.13

# %% flagged: settings, and validators of the whole model that see what comes in
from pydantic import root_validator
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    port: int = 80

    @root_validator(pre=True)
    #<~~~~~~~~~~~~~~~~~~~~~~~ `@model_validator`
    def fill(cls, values):
        return values

    class Config:
    #<~~~~~~~~~~ `model_config
        env_prefix = "HARBOUR_"
        extra = "ignore"
# %% fixed
from pydantic import model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    port: int = 80

    @model_validator(mode="before")
    @classmethod
    def fill(cls, values):
        return values

    model_config = SettingsConfigDict(env_prefix="HARBOUR_", extra="ignore")

# %% clean: models of pydantic.v1 keep its forms
from pydantic import v1
from pydantic.v1 import BaseModel, BaseSettings


class Boat(BaseModel):
    class Config:
        orm_mode = True


class Ship(v1.BaseModel):
    class Config:
        orm_mode = True


class Settings(BaseSettings):
    class Config:
        env_file = ".env"


def plain(boat: Boat):
    return boat.dict()

# %% clean in services/harbour/app/models.py: the nearest project is on version 1, by its lock file
from pydantic import BaseModel


class Boat(BaseModel):
    class Config:
        orm_mode = True
# %% file services/harbour/pyproject.toml
[project]
name = "harbour"
dependencies = ["pydantic>=1.10"]
# %% file services/harbour/uv.lock
[[package]]
name = "pydantic"
version = "1.10.19"
# %% file pyproject.toml
[project]
name = "all"
dependencies = ["pydantic>=2"]

# %% flagged in services/harbour/app/models.py: another folder's project is on version 1
from pydantic import BaseModel


class Boat(BaseModel):
    class Config:
    #<~~~~~~~~~~ `model_config
        arbitrary_types_allowed = make()
# %% file services/harbour/pyproject.toml
[project]
name = "harbour"
dependencies = ["pydantic>=1.10,<3"]
# %% file services/other/requirements.txt
pydantic==1.10.19
# %% fixed
from pydantic import BaseModel, ConfigDict


class Boat(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=make())

# %% flagged: a validator that is made and kept
from pydantic import BaseModel, validator


class Boat(BaseModel):
    name: str

    _upper = validator("name", allow_reuse=True)(str.upper)
    #        ~~~~~~~~~ `field_validator`

# %% flagged: a Config that says what it is for
from pydantic import BaseModel


class Boat(BaseModel):
    name: str

    class Config:
    #<~~~~~~~~~~ model_config
        """Read from rows."""

        orm_mode = True
# %% fixed
from pydantic import BaseModel, ConfigDict


class Boat(BaseModel):
    name: str

    # Read from rows.
    model_config = ConfigDict(from_attributes=True)

# %% clean: frameworks that know version 1 alone
from pydantic import BaseModel, validator


class Boat(BaseModel):
    name: str

    @validator("name")
    def check(cls, value):
        return value
# %% file requirements.txt
fastapi[all]==0.88.0
pydantic
sqlmodel

# %% flagged in shop/sails.py: not what a model of the team's own calls so
import json

from pydantic import BaseModel


class Settings(BaseModel):
    size: int

    def dict(self, *, plain=False, **kwargs):
        if plain:
            return json.loads(self.json())
            #                      ~~~~
        return super().dict(**kwargs)
        #              ~~~~


class Sail(Settings):
    area: int


def stored(sail: Sail, settings: Settings):
    return [sail.dict(plain=True), settings.dict(plain=True), sail.json()]
    #                                                              ~~~~
# %% fixed
import json

from pydantic import BaseModel


class Settings(BaseModel):
    size: int

    def dict(self, *, plain=False, **kwargs):
        if plain:
            return json.loads(self.model_dump_json())
        return super().model_dump(**kwargs)


class Sail(Settings):
    area: int


def stored(sail: Sail, settings: Settings):
    return [sail.dict(plain=True), settings.dict(plain=True), sail.model_dump_json()]

# %% flagged: arguments that go by other names
from pydantic import BaseModel, ConfigDict, Field


class Crate(BaseModel):
    model_config = ConfigDict(schema_extra={"examples": []})
    #                         ~~~~~~~~~~~~ `json_schema_extra`
    code: str = Field(regex="^c")
    #                 ~~~~~ `pattern`
    loads: list[str] = Field(min_items=1)
    #                        ~~~~~~~~~ `min_length`
# %% fixed
from pydantic import BaseModel, ConfigDict, Field


class Crate(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": []})
    code: str = Field(pattern="^c")
    loads: list[str] = Field(min_length=1)
