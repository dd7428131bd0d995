"""Schemas for tools."""

from typing import List, Optional

from pydantic import BaseModel, ConfigDict, validator


class ToolCreate(BaseModel):
    """What is needed to add a tool."""

    name: str
    shelf_id: int
    photo: Optional[str] = None

    @validator("name")
    @classmethod
    def strip_name(cls, value: str) -> str:
        """Remove the spaces around a name."""
        return value.strip()


class ToolResponse(BaseModel):
    """What the API tells about a tool."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    shelf_id: int


class ShelfResponse(BaseModel):
    """A shelf with everything on it."""

    class Config:
        """Read the fields from ORM objects."""

        from_attributes = True

    label: str
    tools: List[ToolResponse]
