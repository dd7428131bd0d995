"""Schemas for loans."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field


class LoanCreate(BaseModel):
    """Who wants to borrow what."""

    tool_id: int = Field(gt=0)
    member_id: int = Field(gt=0)


class LoanResponse(BaseModel):
    """What the API tells about a loan."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    tool_id: int
    member_id: int
    due_at: datetime
    returned_at: datetime | None
