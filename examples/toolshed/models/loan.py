"""Who has which tool, and until when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import DateTime, ForeignKey, func
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolshed.database import Base

if TYPE_CHECKING:
    from toolshed.models.member import Member
    from toolshed.models.tool import Tool


class Loan(Base):
    """One tool at one member's home."""

    __tablename__ = "loans"

    id: Mapped[int] = mapped_column(primary_key=True)
    tool_id: Mapped[int] = mapped_column(ForeignKey("tools.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    borrowed_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )
    due_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
    returned_at: Mapped[datetime | None] = mapped_column(DateTime)

    tool: Mapped[Tool] = relationship(back_populates="loans")
    member: Mapped[Member] = relationship(back_populates="loans")
